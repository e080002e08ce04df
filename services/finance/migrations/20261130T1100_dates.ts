import type { Knex } from 'knex';

/**
 * A row has a day that never moves. Existing rows get the day in UTC here and wait for their person's time zone, which
 * only the users service knows: the service asks for it after the start and gives them the day in it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table transactions
      add column date date,
      add column time_zone text,
      add column zone_pending boolean not null default false`);
  await knex.raw(`update transactions set date = (occurred_at at time zone 'UTC')::date, zone_pending = true`);
  await knex.raw('alter table transactions alter column date set not null');
  await knex.raw('create index transactions_zone_pending on transactions (owner_id) where zone_pending');
  await knex.raw('drop index transactions_list, transactions_of_category, transactions_of_wallet');
  await knex.raw('create index transactions_list on transactions (owner_id, date desc, occurred_at desc, id desc)');
  await knex.raw(`create index transactions_of_category on transactions (owner_id, category_id, date)`);
  await knex.raw(`create index transactions_of_wallet on transactions (owner_id, wallet_id, date desc)`);
  await knex.raw(`create index transactions_created on transactions (owner_id, created_at desc, id desc)`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    'drop index transactions_list, transactions_of_category, transactions_of_wallet, transactions_created',
  );
  await knex.raw(`
    alter table transactions drop column date, drop column time_zone, drop column zone_pending`);
  await knex.raw('create index transactions_list on transactions (owner_id, occurred_at desc, id desc)');
  await knex.raw(
    `create index transactions_of_category on transactions (category_id, occurred_at) where status = 'posted'`,
  );
  await knex.raw('create index transactions_of_wallet on transactions (wallet_id, occurred_at)');
}
