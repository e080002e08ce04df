import { bigintArray, dateArray, intArray, textArray, uuidArray, wordArray } from './arrays.ts';

/** A column of rows that a batch writes: its name in the database, its type, and its value in a row. */
export type Column<Row> =
  | { name: string; type: 'uuid' | 'text' | 'date'; valueOf: (row: Row) => string | null }
  /** a text that needs no quotes, such as a kind or a currency */
  | { name: string; type: 'word'; valueOf: (row: Row) => string }
  | { name: string; type: 'bigint'; valueOf: (row: Row) => bigint }
  | { name: string; type: 'integer'; valueOf: (row: Row) => number };

/** The columns' names, as a select list or the target of an insert. */
export const namesOf = (columns: readonly { name: string }[]): string => columns.map(({ name }) => name).join(', ');

/** Puts values into a statement's text. The place of a parameter is nobody's business but this object's. */
export interface Parameters<Input> {
  /** One row a row of the input, as a table `rows` with these columns, each one array parameter. */
  rows<Row>(columns: readonly Column<Row>[], rowsOf: (input: Input) => readonly Row[]): string;
  value(type: string, valueOf: (input: Input) => string): string;
}

interface Statement<Input> {
  text: string;
  valuesOf(input: Input): (string | Buffer)[];
}

/** A statement whose parameters are numbered as `build` writes them into its text. */
export function createStatement<Input>(build: (parameters: Parameters<Input>) => string): Statement<Input> {
  const sources: ((input: Input) => (string | Buffer)[])[] = [];
  let count = 0;
  const next = (): string => `$${(count += 1)}`;
  const text = build({
    rows: (columns, rowsOf) => {
      sources.push((input) => {
        const rows = rowsOf(input);
        return columns.map((column) => encode(column, rows));
      });
      const arrays = columns.map(({ type }) => `${next()}::${type === 'word' ? 'text' : type}[]`);
      return `unnest(${arrays.join(', ')}) AS rows (${namesOf(columns)})`;
    },
    value: (type, valueOf) => {
      sources.push((input) => [valueOf(input)]);
      return `${next()}::${type}`;
    },
  });
  return { text, valuesOf: (input) => sources.flatMap((source) => source(input)) };
}

function encode<Row>(column: Column<Row>, rows: readonly Row[]): string | Buffer {
  switch (column.type) {
    case 'uuid':
      return uuidArray(rows, column.valueOf);
    case 'bigint':
      return bigintArray(rows, column.valueOf);
    case 'integer':
      return intArray(rows, column.valueOf);
    case 'date':
      return dateArray(rows, column.valueOf);
    case 'word':
      return wordArray(rows, column.valueOf);
    case 'text':
      return textArray(rows, column.valueOf);
  }
}
