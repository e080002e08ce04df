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

/** Cuts a list ordered by `time` and id; fetches one row more than asked, to tell whether there are more. */
export function slice<T extends Knex.QueryBuilder>(
  query: T,
  { limit, after }: Slice,
  { time, order }: { time: string; order: 'asc' | 'desc' },
): T {
  if (after) void query.whereRaw(`(??, id) ${order === 'asc' ? '>' : '<'} (?::timestamptz, ?::uuid)`, [time, ...after]);
  void query
    .orderBy([
      { column: time, order },
      { column: 'id', order },
    ])
    .limit(limit + 1);
  return query;
}
