import type { Knex } from 'knex';

/** Transfers that no row stands for any more. It was looked for in the results of all operations, everybody's. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('create table superseded_transfers (transfer_id uuid primary key, owner_id uuid not null)');
  await knex.raw(`
    insert into superseded_transfers
    select distinct on (made.id) made.id, o.owner_id
    from operations o
    cross join lateral jsonb_array_elements(o.result -> 'transactions') as row (value)
    cross join lateral (select (row.value ->> 'transferId')::uuid) as made (id)
    where made.id is not null and not exists (select from transactions t where t.transfer_id = made.id)`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table superseded_transfers');
}
