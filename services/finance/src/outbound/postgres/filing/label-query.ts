import { columns, fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { Split } from '../../../domain/filing/split.ts';
import type { Transaction } from '../../../domain/transaction.ts';

/** What rows of `table` have in tables of their own, as columns. */
export const labelsOf = (table: string) => `
  array(
    select tag.name from transaction_tags one join tags tag on tag.owner_id = one.owner_id and tag.id = one.tag_id
    where one.owner_id = ${table}.owner_id and one.transaction_id = ${table}.id and one.whole order by lower(tag.name)
  ) as tags,
  case when ${table}.split then (
    select json_agg(
      json_build_object('categoryId', category_id, 'amount', amount::text, 'description', description, 'tags', ${ownTags})
      order by position)
    from transaction_parts part where owner_id = ${table}.owner_id and transaction_id = ${table}.id
  ) end as splits`;

/** Those of a part that its row does not have as a whole. */
const ownTags = `array(
        select tag.name from tags tag
        where tag.owner_id = part.owner_id and tag.id = any (part.tag_ids) and not exists (
          select from transaction_tags one
          where one.owner_id = part.owner_id and one.transaction_id = part.transaction_id and one.tag_id = tag.id and one.whole)
        order by lower(tag.name))`;

/** The columns of a row. */
export const TRANSACTION_COLUMNS = columns<Omit<Transaction, 'tags' | 'splits'> & { split: boolean }>({
  id: true,
  ownerId: true,
  createdBy: true,
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
export function readTransaction({ split: _split, tag_ids: _tagIds, splits, ...row }: Row): Transaction {
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
  const [owners, ids] = [[...new Set(rows.map(({ ownerId }) => ownerId))], rows.map(({ id }) => id)];
  await knex.raw(DROP_TAGS, [JSON.stringify(rows.flatMap(namesOf)), owners, ids]);
  await knex.raw('delete from transaction_parts where owner_id = any (?) and transaction_id = any (?)', [owners, ids]);
  await addLabels(knex, rows);
}

/** Writes the labels of rows that have no parts, and no other tags. */
export async function addLabels(knex: Knex, rows: readonly Labelled[]): Promise<void> {
  const names = rows.flatMap(namesOf);
  if (names.length > 0) await knex.raw(ADD_TAGS, [JSON.stringify(names)]);
  const parts = rows.flatMap(({ id, ownerId, tags, splits }) =>
    splits.map((split, position) =>
      toRow({ ownerId, transactionId: id, position, ...split, tags: [...tags, ...(split.tags ?? [])] }),
    ),
  );
  if (parts.length > 0) await knex.raw(ADD_PARTS, [JSON.stringify(parts)]);
}

/** The tags of a row, `whole`, and of its parts. */
const namesOf = ({ id, ownerId, tags, splits }: Labelled) => [
  ...tags.map((name) => toRow({ id, ownerId, name, whole: true })),
  ...splits.flatMap((split) => (split.tags ?? []).map((name) => toRow({ id, ownerId, name, whole: false }))),
];

/** Each name is looked up by itself, whatever the planner takes the list for, and in one order: those found are locked by `lock`. */
const named = (lock: string) => `
  with given as materialized (
    select owner_id, id, lower(name) as name, whole
    from json_to_recordset(?) as given (owner_id uuid, id uuid, name text, whole boolean)
  ), named as materialized (
    select one.owner_id, one.name, tag.id as tag_id
    from (select distinct owner_id, name from given order by owner_id, name) as one
    cross join lateral (select id from tags where owner_id = one.owner_id and lower(tags.name) = one.name ${lock}) as tag
  )`;

const DROP_TAGS = `${named('offset 0')}
  delete from transaction_tags one where owner_id = any (?) and transaction_id = any (?) and not exists (
    select from given join named using (owner_id, name)
    where given.id = one.transaction_id and named.tag_id = one.tag_id)`;

const ADD_TAGS = `${named('for key share')}
  insert into transaction_tags as kept (owner_id, transaction_id, tag_id, whole)
  select owner_id, id, tag_id, bool_or(whole) from given join named using (owner_id, name) group by owner_id, id, tag_id
  on conflict (owner_id, transaction_id, tag_id) do update set whole = excluded.whole where kept.whole <> excluded.whole`;

const ADD_PARTS = `
  insert into transaction_parts (owner_id, transaction_id, position, category_id, amount, description, tag_ids)
  select owner_id, transaction_id, position, category_id, amount, description, array(
    select tag.id from tags tag where tag.owner_id = given.owner_id
      and lower(tag.name) in (select lower(name) from unnest(given.tags) as name) order by tag.id)
  from json_to_recordset(?) as given (
    owner_id uuid, transaction_id uuid, position smallint, category_id uuid, amount bigint, description text, tags text[])`;
