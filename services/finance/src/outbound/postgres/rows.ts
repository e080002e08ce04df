import type { Knex } from 'knex';
import type { Slice } from '../../app/ports.ts';

type Row = Record<string, unknown>;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string): string => name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

/** An object's fields as columns; bigints travel as decimal strings. Fields that are undefined stay out. */
export function toRow(value: object): Row {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]: [string, unknown]) => [snake(name), typeof field === 'bigint' ? field.toString() : field]),
  );
}

/** A row as an object; the columns named are bigints. */
export function fromRow<T>(row: Row, bigints: readonly string[]): T {
  const entries = Object.entries(row).map(([column, field]) => {
    const name = camel(column);
    return [name, bigints.includes(name) ? BigInt(field as string) : field] as const;
  });
  return Object.fromEntries(entries) as T;
}

/** Text that a LIKE pattern holds as it is, anywhere. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Columns that lists are ordered by, and their types. */
type Key = readonly (readonly [column: string, type: string])[];
export const BY_CREATION: Key = [
  ['created_at', 'timestamptz'],
  ['id', 'uuid'],
];

/** Cuts a list ordered by a key; fetches one row more than asked, to tell whether there are more. */
export function slice<T extends Knex.QueryBuilder>(
  query: T,
  { limit, after }: Slice,
  key: Key,
  order: 'asc' | 'desc',
): T {
  if (after) {
    const [columns, values] = [key.map(() => '??'), key.map(([, type]) => `?::${type}`)];
    const comparison = order === 'asc' ? '>' : '<';
    void query.whereRaw(`(${columns.join(', ')}) ${comparison} (${values.join(', ')})`, [
      ...key.map(([column]) => column),
      ...after,
    ]);
  }
  void query.orderBy(key.map(([column]) => ({ column, order }))).limit(limit + 1);
  return query;
}
