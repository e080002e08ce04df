import { appendEvents, oncePostgres } from '@florin/messaging';
import { withIdempotency } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { Stores, Transactions, Tx } from '../../app/ports.ts';
import { createBudgetStore } from './budget-store.ts';
import { createCategoryStore } from './category-store.ts';
import { createOperationStore } from './operation-store.ts';
import { createOwnerStore } from './owner-store.ts';
import { fromJson, tag } from './rows.ts';
import { createTransactionStore } from './transaction-store.ts';
import { createWalletStore } from './wallet-store.ts';

/** The stores, each call by itself. */
export function createStores(knex: Knex): Stores {
  return {
    owners: createOwnerStore(knex),
    wallets: createWalletStore(knex),
    categories: createCategoryStore(knex),
    transactions: createTransactionStore(knex),
    operations: createOperationStore(knex),
    budgets: createBudgetStore(knex),
  };
}

export function createTransactions(knex: Knex): Transactions {
  return {
    transact: (work) => knex.transaction((trx) => work(txOf(trx))),
    once: async <T>(
      { scope, key, request }: { scope: string; key: string | undefined; request: unknown },
      effect: (tx: Tx) => Promise<T>,
    ) => {
      const order = { scope, key, request: tag(request) };
      const { body, replayed } = await withIdempotency(knex, order, async (trx) => tag(await effect(txOf(trx))));
      return { body: fromJson(body) as T, replayed };
    },
    oncePerEvent: async (consumer, event, effect) => {
      await oncePostgres(knex, consumer, event, (trx) => effect(txOf(trx)));
    },
  };
}

function txOf(trx: Knex.Transaction): Tx {
  return { ...createStores(trx), appendEvents: (events) => appendEvents(trx, events) };
}
