import { createMemoStore } from './memo-store.ts';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Metrics, Step } from '@florin/service-kit';
import { connectPostgres, migrate, type Postgres } from '@florin/service-kit/postgres';
import type { Config } from '../../config.ts';
import type { Deps } from '../../app/index.ts';
import { createAccountStore, type AccountStoreNeeds } from './account-store.ts';
import { createAdminStore } from './admin-store.ts';
import { openBatchPool, openPool } from './engine/pool.ts';
import { createDatedRateStore } from './exchanges/dated-rate-store.ts';
import { createFundingStore } from './funding-store.ts';
import { createHoldStore } from './hold-store.ts';
import { createIntegrityStore } from './integrity/integrity-store.ts';
import { createPointStore } from './point-store.ts';
import { createQuoteStore } from './exchanges/quote-store.ts';
import { createRequestStore } from './request-store.ts';
import { createScheduleStore } from './schedule-store.ts';
import { createEntryQuery } from './transfers/entry-query.ts';
import { createKeyStore } from './transfers/key-store.ts';
import { createReturnStore } from './transfers/return-store.ts';
import { createTransferQuery } from './transfers/transfer-query.ts';
import { createUserStore } from './user-store.ts';

const SCHEMA = 'ledger';
export const MIGRATIONS = join(import.meta.dirname, '../../../migrations');

export interface Database {
  /** for the outbox, the migrations and the probe */
  postgres: Postgres;
  /** for use cases and reads */
  pool: Pool;
  /** for batches of postings alone, so that they never wait for a connection */
  batchPool: Pool;
  /** brings the schema up to date at the start; closes all connections at the end */
  step: Step;
}

type DatabaseConfig = Pick<Config, 'POSTGRES_URL' | 'INTERNAL_SECRET' | 'POSTER_LANES'>;

/** The ledger's database; nothing is opened before the first query. */
export function openDatabase(config: DatabaseConfig, metrics?: Metrics): Database {
  const { POSTGRES_URL: url, INTERNAL_SECRET: secret, POSTER_LANES: lanes } = config;
  const postgres = connectPostgres({ url, schema: SCHEMA, maxConnections: 6, metrics });
  const pool = openPool(url, 10, metrics);
  const batchPool = openBatchPool(url, lanes, metrics);
  const start = () => migrate(postgres.knex, { url, secret, schema: SCHEMA, directory: MIGRATIONS });
  const stop = () => Promise.all([batchPool.end(), pool.end(), postgres.close()]);
  return { postgres, pool, batchPool, step: { name: 'postgres', start, stop } };
}

/** Every store of the ledger but the engine, which posts. */
export function createStores({ pool, clock, newId, onOpened }: AccountStoreNeeds) {
  return {
    accounts: createAccountStore({ pool, clock, newId, onOpened }),
    transfers: createTransferQuery(pool),
    keys: createKeyStore(pool),
    entries: createEntryQuery(pool),
    returns: createReturnStore(),
    fundings: createFundingStore(pool),
    points: createPointStore(pool),
    holds: createHoldStore(pool),
    requests: createRequestStore(pool),
    schedules: createScheduleStore(pool),
    quotes: createQuoteStore(pool),
    datedRates: createDatedRateStore(pool),
    admin: createAdminStore(pool, newId),
    users: createUserStore(pool),
    integrity: createIntegrityStore(pool),
    memos: createMemoStore(pool),
  } satisfies Partial<Deps>;
}
