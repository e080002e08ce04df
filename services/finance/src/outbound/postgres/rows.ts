import type { Knex } from 'knex';
import type { Slice } from '../../app/ports.ts';

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
