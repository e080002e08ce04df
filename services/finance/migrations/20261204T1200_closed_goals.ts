import type { Knex } from 'knex';

/** A goal whose wallet was archived, with its person's account or because the ledger refused to open it, is closed. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    update goals set status = 'closed'
    where status <> 'closed' and wallet_id in (select id from wallets where status = 'archived')`);
}

/** They were of no use before. */
export async function down(): Promise<void> {
  await Promise.resolve();
}
