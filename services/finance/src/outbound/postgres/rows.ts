import type { Knex } from 'knex';
import type { Slice } from '../../app/ports.ts';

/** Text that a LIKE pattern holds as it is, anywhere. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Locks rows of several people, named by owner and id, against changes in order of id; a row of another owner is left out. */
export async function lockPairs(
  knex: Knex,
  { table, columns }: { table: 'categories' | 'wallets'; columns: readonly string[] },
  pairs: readonly { ownerId: string; id: string }[],
): Promise<Record<string, unknown>[]> {
  const { rows } = await knex.raw<{ rows: Record<string, unknown>[] }>(
    `select ${columns.map((column) => `${table}."${column}"`).join(', ')}
     from ${table} join unnest(?::uuid[], ?::uuid[]) as given (owner_id, id) using (owner_id, id)
     order by ${table}.id for share of ${table}`,
    [pairs.map(({ ownerId }) => ownerId), pairs.map(({ id }) => id)],
  );
  return rows;
}

/** Columns that lists are ordered by, and their types. */
type Key = readonly (readonly [column: string, type: string])[];
export const BY_CREATION: Key = [
  ['created_at', 'timestamptz'],
  ['id', 'uuid'],
];

export const BY_ORDER: Key = [['order', 'integer'], ...BY_CREATION];

interface Reorder {
  table: 'categories' | 'wallets' | 'rules';
  ownerId: string;
  /** those to be first, in their order */
  ids: readonly string[];
  now: Date;
}

const LISTED = { categories: 'not archived', wallets: `status in ('open', 'closing')`, rules: 'true' };

/** Numbers the rows of a person's list anew: those named first, the others as they were. */
export async function reorder(knex: Knex, { table, ownerId, ids, now }: Reorder): Promise<void> {
  await knex.raw(
    `update ${table} as kept set "order" = placed.place, updated_at = ?
     from (
       select id, row_number() over (order by array_position(?::uuid[], id), "order", created_at, id) as place
       from ${table} where owner_id = ? and ${LISTED[table]}
     ) as placed
     where kept.owner_id = ? and kept.id = placed.id and kept."order" <> placed.place`,
    [now, [...ids], ownerId, ownerId],
  );
}

/** The highest order in a person's list; 0 for an empty one. */
export async function lastOrder(rows: Knex.QueryBuilder): Promise<number> {
  const row = (await rows.max('order as last').first()) as { last: number | null } | undefined;
  return row?.last ?? 0;
}

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
