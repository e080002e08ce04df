import { invalidField } from '@florin/errors';

/** Which rows of a list by page, part of a text, and order. A blank in a part stands for any text. */
export interface Query {
  /** from 1 */
  page: number;
  size: number;
  /** part of any field */
  search: string;
  sort: string;
  order: 'asc' | 'desc';
  /** parts of fields, all of which must match */
  contains: Record<string, string>;
}

export interface Found<T> {
  rows: T[];
  /** how many match on all pages */
  total: number;
}

/** How a field is read: text is searched and, unless `key` says otherwise, sorted by. */
interface Field<T> {
  text: (row: T) => string;
  key?: (row: T) => bigint;
}

export type Fields<T> = Record<string, Field<T>>;

/** Throws INVALID_ARGUMENT for a sort or filter by a field the list does not have. */
export function requireFields({ sort, contains }: Query, known: readonly string[]): void {
  if (!known.includes(sort)) throw invalidField('sort', `must be one of ${known.join(', ')}`);
  const unknown = Object.keys(contains).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw invalidField(unknown.slice(0, 60), `is no field of this list; try ${known.join(', ')}`);
}

/** A page of a list short enough to be held whole. Rows that sort alike are in order of id. */
export function findInList<T extends { id: string }>(all: readonly T[], query: Query, fields: Fields<T>): Found<T> {
  requireFields(query, Object.keys(fields));
  const has = (text: string, part: string) =>
    [part, part.replace(/^(\d+),(\d+)$/, '$1.$2')].some((each) => holds(text.toLowerCase(), each.toLowerCase()));
  const matching = all.filter(
    (row) =>
      Object.entries(query.contains).every(([name, part]) => has(fields[name]?.text(row) ?? '', part)) &&
      (query.search === '' || Object.values(fields).some((field) => has(field.text(row), query.search))),
  );
  const sorted = matching.toSorted(comparing(fields[query.sort], query.order));
  const start = (query.page - 1) * query.size;
  return { rows: sorted.slice(start, start + query.size), total: matching.length };
}

/** Whether a text has the words of a part in their order, with any text between them. */
export function holds(text: string, part: string): boolean {
  let from = 0;
  for (const word of part.split(/\s+/)) {
    const at = text.indexOf(word, from);
    if (at === -1) return false;
    from = at + word.length;
  }
  return true;
}

function comparing<T extends { id: string }>(field: Field<T> | undefined, order: Query['order']) {
  const sign = order === 'asc' ? 1 : -1;
  const keyOf = (row: T) => field?.key?.(row) ?? field?.text(row).toLowerCase() ?? '';
  return (a: T, b: T): number => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left !== right) return left < right ? -sign : sign;
    return a.id < b.id ? -sign : sign;
  };
}
