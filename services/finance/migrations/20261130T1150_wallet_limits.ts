import type { Knex } from 'knex';

/** A wallet without a credit limit may go below zero as far as it likes; those of the ledger's own accounts have none to give. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table wallets alter column credit_limit drop not null, alter column credit_limit drop default');
  await knex.raw('update wallets set credit_limit = null where credit_limit = 0 and not ledger_owned');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('update wallets set credit_limit = 0 where credit_limit is null');
  await knex.raw('alter table wallets alter column credit_limit set not null, alter column credit_limit set default 0');
}
