import type { Knex } from 'knex';

/**
 * Parts of a split row have tags, too. `transaction_tags` has all of a row, `whole` those of the row itself; the same stand in
 * the row as an array, which a trigger keeps, so that the sums of tags follow from rows alone. A part has its own and its row's.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table transaction_tags add column whole boolean not null default true');
  for (const table of ['transactions', 'transaction_parts']) {
    await knex.raw(`alter table ${table} add column tag_ids uuid[] not null default '{}'`);
  }
  await knex.raw(`
    update transactions row set tag_ids = given.tag_ids
    from (
      select owner_id, transaction_id, array_agg(tag_id order by tag_id) as tag_ids
      from transaction_tags group by owner_id, transaction_id
    ) as given where row.id = given.transaction_id and row.owner_id = given.owner_id`);
  await knex.raw(`
    update transaction_parts part set tag_ids = row.tag_ids
    from transactions row where row.id = part.transaction_id and row.tag_ids <> '{}'`);
  await knex.raw(follow('insert', ''));
  await knex.raw(follow('delete', WITHOUT_GONE));
  for (const [event, version] of [
    ['insert', 'new'],
    ['delete', 'old'],
  ]) {
    await knex.raw(`
      create trigger tags_of_rows_on_${event} after ${event} on transaction_tags
      referencing ${version} table as changed for each statement execute function tags_of_rows_on_${event}()`);
  }
}

/** As an array of ids, whose rows are looked up: a join could read all rows where the planner knows nothing of the tables. */
const follow = (event: string, first: string) => `
  create function tags_of_rows_on_${event}() returns trigger language plpgsql as $$
  begin
    if not exists (select from changed) then return null; end if;
    ${first}
    update transactions row set tag_ids = array(
      select tag_id from transaction_tags tag
      where tag.owner_id = row.owner_id and tag.transaction_id = row.id order by tag_id)
    where row.id = any (array(select transaction_id from changed));
    return null;
  end $$`;

const WITHOUT_GONE = `
    update transaction_parts part set tag_ids = array(
      select kept.tag_id from unnest(part.tag_ids) as kept (tag_id)
      where not exists (
        select from changed
        where changed.owner_id = part.owner_id and changed.transaction_id = part.transaction_id and changed.tag_id = kept.tag_id)
      order by kept.tag_id)
    where part.owner_id = any (array(select owner_id from changed))
      and part.transaction_id = any (array(select transaction_id from changed))
      and part.tag_ids && array(select tag_id from changed);`;

/** Tags of parts become those of their rows. */
export async function down(knex: Knex): Promise<void> {
  for (const event of ['insert', 'delete']) {
    await knex.raw(`drop trigger tags_of_rows_on_${event} on transaction_tags`);
    await knex.raw(`drop function tags_of_rows_on_${event}()`);
  }
  for (const table of ['transactions', 'transaction_parts']) {
    await knex.raw(`alter table ${table} drop column tag_ids`);
  }
  await knex.raw('alter table transaction_tags drop column whole');
}
