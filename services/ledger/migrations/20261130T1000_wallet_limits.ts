import type { Knex } from 'knex';

/** Wallets mirror the world: those without a credit limit of their own may go below zero as far as any balance goes. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`UPDATE accounts SET credit_limit = 9007199254740991 WHERE kind = 'wallet' AND credit_limit = 0`);
}

export async function down(): Promise<void> {
  // a wallet that has gone below zero can't be taken back
}
