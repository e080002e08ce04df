import { appendEvents, oncePostgres } from '@florin/messaging';
import { toJson } from '@florin/service-kit';
import { forgetKeysBefore, withIdempotency, withIdempotencyOfMany } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { Stores, Transactions, Tx } from '../../app/ports.ts';
import { createAttachmentStore } from './filing/attachment-store.ts';
import { createBudgetStore } from './budget-store.ts';
import { createBulkStore } from './bulk-store.ts';
import { createCategoryStore } from './filing/category-store.ts';
import { createExportStore } from './filing/export-store.ts';
import { createImportRowStore } from './imports/import-row-store.ts';
import { createImportStore } from './imports/import-store.ts';
import { createRestoreStore } from './imports/restore-store.ts';
import { createOperationStore } from './operation-store.ts';
import { createOwnerStore } from './owner-store.ts';
import { createTagStore } from './filing/tag-store.ts';
import { createInsightStore } from './planning/insight-store.ts';
import { createGoalStore } from './planning/goal-store.ts';
import { createRecurringStore } from './planning/recurring-store.ts';
import { createRuleStore } from './planning/rule-store.ts';
import { createMemberStore } from './sharing/member-store.ts';
import { createTransactionStore } from './transaction-store.ts';
import { createWalletStore } from './wallet-store.ts';

/** The stores, each call by itself. */
export function createStores(knex: Knex): Stores {
  return {
    owners: createOwnerStore(knex),
    wallets: createWalletStore(knex),
    categories: createCategoryStore(knex),
    tags: createTagStore(knex),
    transactions: createTransactionStore(knex),
    operations: createOperationStore(knex),
    attachments: createAttachmentStore(knex),
    members: createMemberStore(knex),
    budgets: createBudgetStore(knex),
    bulks: createBulkStore(knex),
    exports: createExportStore(knex),
    goals: createGoalStore(knex),
    insights: createInsightStore(knex),
    rules: createRuleStore(knex),
    imports: createImportStore(knex),
    importRows: createImportRowStore(knex),
    recurring: createRecurringStore(knex),
    restored: createRestoreStore(knex),
  };
}

export function createTransactions(knex: Knex): Transactions {
  return {
    transact: (work) => knex.transaction((trx) => work(txOf(trx))),
    // the tagged request keeps the hashes of keys that older versions took
    once: ({ scope, key, request }, effect) =>
      withIdempotency(knex, { scope, key, request: toJson(request) }, (trx) => effect(txOf(trx))),
    onceEach: (requests, effect) => withIdempotencyOfMany(knex, requests, (trx, fresh) => effect(txOf(trx), fresh)),
    forgetKeysBefore: (time, limit) => forgetKeysBefore(knex, time, limit),
    oncePerEvent: async (consumer, event, effect) => {
      await oncePostgres(knex, consumer, event, (trx) => effect(txOf(trx)));
    },
  };
}

function txOf(trx: Knex.Transaction): Tx {
  return { ...createStores(trx), appendEvents: (events) => appendEvents(trx, events) };
}
