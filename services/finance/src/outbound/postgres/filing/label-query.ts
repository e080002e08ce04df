import { columns, fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { Split } from '../../../domain/filing/split.ts';
import type { Transaction } from '../../../domain/transaction.ts';

/** What rows of `table` have in tables of their own, as columns. */
export const labelsOf = (table: string) => `
  array(
    select tag.name from transaction_tags one join tags tag on tag.owner_id = one.owner_id and tag.id = one.tag_id
    where one.owner_id = ${table}.owner_id and one.transaction_id = ${table}.id order by lower(tag.name)
  ) as tags,
  case when ${table}.split then (
    select json_agg(
      json_build_object('categoryId', category_id, 'amount', amount::text, 'description', description) order by position)
    from transaction_parts where owner_id = ${table}.owner_id and transaction_id = ${table}.id
  ) end as splits`;

/** The columns of a row. */
export const TRANSACTION_COLUMNS = columns<Omit<Transaction, 'tags' | 'splits'> & { split: boolean }>({
  id: true,
  ownerId: true,
  walletId: true,
  categoryId: true,
  type: true,
  direction: true,
  amount: true,
  currency: true,
  description: true,
  note: true,
  split: true,
  date: true,
  occurredAt: true,
  timeZone: true,
  zonePending: true,
  counterpartyId: true,
  source: true,
  status: true,
  transferId: true,
  corrected: true,
  rate: true,
  operationId: true,
  createdAt: true,
  updatedAt: true,
});

type Row = Record<string, unknown>;

/** A row with its labels. */
export function readTransaction({ split: _split, splits, ...row }: Row): Transaction {
  const parts = (splits ?? []) as (Omit<Split, 'amount'> & { amount: string })[];
  const read = parts.map((part) => ({ ...part, amount: BigInt(part.amount) }));
  return { ...fromRow<Transaction>(row, ['amount']), splits: read };
}

/** The columns of a row, without what has a table of its own. */
export function columnsOf({ tags: _tags, splits, ...row }: Partial<Transaction>): Row {
  return toRow({ ...row, split: splits && splits.length > 0 });
}

type Labelled = Pick<Transaction, 'id' | 'ownerId' | 'tags' | 'splits'>;

/** Writes the labels of rows that are locked and may have others. A tag that is gone is left out. */
export async function writeLabels(knex: Knex, rows: readonly Labelled[]): Promise<void> {
  for (const table of ['transaction_tags', 'transaction_parts']) {
    await knex.raw(
      `delete from ${table} one using unnest(?::uuid[], ?::uuid[]) as given (owner_id, id)
       where one.owner_id = given.owner_id and one.transaction_id = given.id`,
      [rows.map(({ ownerId }) => ownerId), rows.map(({ id }) => id)],
    );
  }
  await addLabels(knex, rows);
}

/** Writes the labels of rows that have none. */
export async function addLabels(knex: Knex, rows: readonly Labelled[]): Promise<void> {
  const tags = rows.flatMap(({ id, ownerId, tags: names }) => names.map((name) => ({ id, ownerId, name })));
  if (tags.length > 0) {
    await knex.raw(
      `insert into transaction_tags
       select given.owner_id, given.id, tag.id
       from unnest(?::uuid[], ?::uuid[], ?::text[]) as given (owner_id, id, name)
       join tags tag on tag.owner_id = given.owner_id and lower(tag.name) = lower(given.name)
       order by tag.id for key share of tag
       on conflict do nothing`,
      [tags.map(({ ownerId }) => ownerId), tags.map(({ id }) => id), tags.map(({ name }) => name)],
    );
  }
  const parts = rows.flatMap(({ id, ownerId, splits }) =>
    splits.map((split, position) => toRow({ ownerId, transactionId: id, position, ...split })),
  );
  if (parts.length === 0) return;
  await knex.raw('insert into transaction_parts select * from json_populate_recordset(null::transaction_parts, ?)', [
    JSON.stringify(parts),
  ]);
}
