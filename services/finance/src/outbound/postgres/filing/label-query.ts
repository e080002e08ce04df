import type { Knex } from 'knex';
import type { Transaction } from '../../../domain/transaction.ts';

/** What rows of `table` have in tables of their own, as columns. */
export const labelsOf = (table: string) => `
  array(
    select tag.name from transaction_tags one join tags tag on tag.owner_id = one.owner_id and tag.id = one.tag_id
    where one.owner_id = ${table}.owner_id and one.transaction_id = ${table}.id order by lower(tag.name)
  ) as tags`;

type Labelled = Pick<Transaction, 'id' | 'ownerId' | 'tags'>;

/** Writes the labels of rows, which may have others. A tag that is gone is left out. */
export async function writeLabels(knex: Knex, rows: readonly Labelled[]): Promise<void> {
  await clearLabels(knex, rows);
  await addLabels(knex, rows);
}

async function clearLabels(knex: Knex, rows: readonly Labelled[]): Promise<void> {
  await knex.raw(
    `delete from transaction_tags one using unnest(?::uuid[], ?::uuid[]) as given (owner_id, id)
     where one.owner_id = given.owner_id and one.transaction_id = given.id`,
    [rows.map(({ ownerId }) => ownerId), rows.map(({ id }) => id)],
  );
}

/** Writes the labels of rows that have none. */
export async function addLabels(knex: Knex, rows: readonly Labelled[]): Promise<void> {
  const tags = rows.flatMap(({ id, ownerId, tags: names }) => names.map((name) => ({ id, ownerId, name })));
  if (tags.length === 0) return;
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
