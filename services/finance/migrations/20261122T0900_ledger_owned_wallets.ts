import type { Knex } from 'knex';

/** Wallets of accounts that the ledger opened on its own hold money that came to the person, not what the person noted down. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table wallets add column ledger_owned boolean not null default false');
  await knex.raw('update wallets set ledger_owned = true where main');
  await knex.raw('alter table wallets add check (ledger_owned or not main)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table wallets drop column ledger_owned');
}
