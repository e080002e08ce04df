import type { Knex } from 'knex';

const KEY = 'owner_id, wallet_id, type';
const counted = (table: string, sign: 1 | -1) =>
  `select ${KEY}, ${sign} as row_count from ${table} where status = 'posted'`;
const EVENTS = {
  insert: counted('new_rows', 1),
  update: `${counted('new_rows', 1)} union all ${counted('old_rows', -1)}`,
  delete: counted('old_rows', -1),
};

/** How many posted rows a wallet has, by type: lists tell their exact length without counting a million rows. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table row_counts (
      owner_id uuid not null,
      wallet_id uuid not null,
      type text not null,
      row_count bigint not null,
      primary key (${KEY})
    )`);
  await knex.raw(`
    insert into row_counts select ${KEY}, count(*) from transactions where status = 'posted' group by ${KEY}`);
  for (const [event, changes] of Object.entries(EVENTS)) {
    await knex.raw(`
      create function count_on_${event}() returns trigger language plpgsql as $$
      begin
        insert into row_counts as kept
        select ${KEY}, sum(row_count) from (${changes}) as changes
        group by ${KEY} having sum(row_count) <> 0 order by ${KEY}
        on conflict (${KEY}) do update set row_count = kept.row_count + excluded.row_count;
        return null;
      end $$`);
    const tables = [event !== 'delete' && 'new table as new_rows', event !== 'insert' && 'old table as old_rows'];
    await knex.raw(`
      create trigger row_counts_on_${event} after ${event} on transactions
      referencing ${tables.filter(Boolean).join(' ')} for each statement execute function count_on_${event}()`);
  }
}

export async function down(knex: Knex): Promise<void> {
  for (const event of Object.keys(EVENTS)) {
    await knex.raw(`drop trigger row_counts_on_${event} on transactions`);
    await knex.raw(`drop function count_on_${event}()`);
  }
  await knex.raw('drop table row_counts');
}
