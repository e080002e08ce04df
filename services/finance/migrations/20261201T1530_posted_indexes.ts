import type { Knex } from 'knex';

/** Lists show posted rows only: a row that waits for the ledger needs no place in their indexes, and is written once less. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('drop index transactions_list, transactions_created, transactions_of_wallet');
  await create(knex, ` where status = 'posted'`);
  // amounts of several currencies are put in one order currency by currency
  await knex.raw(`
    create index transactions_amount on transactions (owner_id, currency, amount, id) where status = 'posted'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index transactions_list, transactions_created, transactions_of_wallet, transactions_amount');
  await create(knex, '');
}

async function create(knex: Knex, which: string): Promise<void> {
  const indexes = {
    transactions_list: 'owner_id, date desc, occurred_at desc, id desc',
    transactions_created: 'owner_id, created_at desc, id desc',
    transactions_of_wallet: 'owner_id, wallet_id, date desc',
  };
  for (const [name, columns] of Object.entries(indexes)) {
    await knex.raw(`create index ${name} on transactions (${columns})${which}`);
  }
}
