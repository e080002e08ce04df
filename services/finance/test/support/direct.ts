import { createMemoryFiles } from './memory-files.ts';
import type { Deps } from '../../src/app/index.ts';
import { gatherCreates } from '../../src/app/transactions/create-transaction.ts';
import { DEFAULT_PREFERENCES } from '../../src/domain/time/preferences.ts';
import { createLedger } from '../../src/outbound/ledger.ts';
import { createRates } from '../../src/outbound/ledger-rates.ts';
import { createStores, createTransactions } from '../../src/outbound/postgres/index.ts';
import { createLimit, createServiceClient, createServiceTokens, newId, type Clock } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';
import type { Finance } from '../harness.ts';

/** Everybody reads as they like. */
export const noShares: Pick<Deps, 'takeTurn' | 'costlyReads'> = {
  takeTurn: { toExport: () => () => undefined, toSearch: () => () => undefined, toWatch: () => () => undefined },
  costlyReads: createLimit(4),
};

/** What use cases are made with, on the database and the ledger of a running service: as a second process of it. */
export function directDeps(finance: Finance, clock: Clock) {
  const tokens = createServiceTokens(TEST_SECRET, 'finance');
  const client = createServiceClient('ledger', { address: `127.0.0.1:${finance.ledger.state.port}`, tokens });
  const preferences = () => Promise.resolve(DEFAULT_PREFERENCES);
  const known = () => ({ has: () => false, add: () => undefined });
  const deps: Deps = {
    stores: createStores(finance.knex),
    ...createTransactions(finance.knex),
    creates: gatherCreates(),
    known: { categories: known(), mainWallet: known(), settled: known() },
    ledger: createLedger(client),
    rates: createRates(client),
    preferences: { of: preferences, latest: preferences },
    people: { findToAsk: () => Promise.reject(new Error('nobody is asked here')) },
    attachmentFiles: createMemoryFiles(),
    attachmentBytes: 1_000_000,
    clock,
    newId,
    currency: 'USD',
    noteIntoLedgerAccounts: true,
    outage: { noticed: false },
    nudge: () => undefined,
    ...noShares,
  };
  return { deps, close: () => client.close() };
}
