import { appendEvents, oncePostgres } from '@florin/messaging';
import { withIdempotency } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { Database } from '../../app/ports.ts';
import type { Stores } from '../../app/store-ports.ts';
import { createBudgetStore } from './budget-store.ts';
import { createCategoryStore } from './category-store.ts';
import { fromJson, tag } from './json.ts';
import { createOperationStore } from './operation-store.ts';
import { createTransactionStore } from './transaction-store.ts';
import { createWalletStore } from './wallet-store.ts';

export function createDatabase(knex: Knex): Database {
  return {
    stores: createStores(knex),
    inTransaction: (work) => knex.transaction((trx) => work(createStores(trx))),
    idempotently: async <T>(
      { scope, key, request }: { scope: string; key: string | undefined; request: unknown },
      effect: (stores: Stores) => Promise<T>,
    ) => {
      const order = { scope, key, request: tag(request) };
      const { body, replayed } = await withIdempotency(knex, order, async (trx) =>
        tag(await effect(createStores(trx))),
      );
      return { body: fromJson(body) as T, replayed };
    },
    oncePerEvent: async (consumer, event, effect) => {
      await oncePostgres(knex, consumer, event, (trx) => effect(createStores(trx)));
    },
  };
}

function createStores(knex: Knex): Stores {
  return {
    owners: {
      markSeeded: async (ownerId, now) => {
        const rows = await knex('owners').insert({ id: ownerId, seeded_at: now }).onConflict().ignore().returning('id');
        return rows.length > 0;
      },
    },
    wallets: createWalletStore(knex),
    categories: createCategoryStore(knex),
    transactions: createTransactionStore(knex),
    operations: createOperationStore(knex),
    budgets: createBudgetStore(knex),
    appendEvents: (events) => appendEvents(knex, events),
  };
}
