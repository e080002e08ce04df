import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { createBusOf, createPostgresRelay, registerMessagingMetrics, type Bus } from '@florin/messaging';
import type { FinanceServiceDefinition } from '@florin/proto';
import {
  createLimit,
  createLogger,
  createMetrics,
  createProcess,
  createServiceClient,
  createServiceTokens,
  createTurns,
  inertUseCases,
  newId,
  systemClock,
  type Clock,
  type Logger,
  type Process,
  type Route,
} from '@florin/service-kit';
import { connectPostgres, migrate, type Postgres } from '@florin/service-kit/postgres';
import { createUseCases, type Deps } from './app/index.ts';
import type { Known } from './app/owners/ports.ts';
import { gatherCreates } from './app/transactions/create-transaction.ts';
import type { Config } from './config.ts';
import { createConsumers } from './inbound/events/index.ts';
import { createMethods } from './inbound/grpc/index.ts';
import { createRoutes } from './inbound/http/index.ts';
import { createJobs } from './inbound/jobs/index.ts';
import { createAttachments } from './outbound/attachments.ts';
import { createLedger } from './outbound/ledger.ts';
import { createRates } from './outbound/ledger-rates.ts';
import { createStores, createTransactions } from './outbound/postgres/index.ts';
import { createUsers, USERS_TIMEOUT_MS } from './outbound/users.ts';

export { readConfig, type Config } from './config.ts';

/** What tests put in the place of the real thing. */
export interface Overrides {
  clock?: Clock;
  logger?: Logger;
  bus?: Bus;
}

const SCHEMA = 'finance';

/** Wires the finance service; nothing is opened before `start`. */
export function compose(config: Config, overrides: Overrides = {}): Process {
  const { clock = systemClock, logger = createLogger('finance', config.LOG_LEVEL) } = overrides;
  const metrics = createMetrics('finance');
  const calls = { tokens: createServiceTokens(config.INTERNAL_SECRET, 'finance'), metrics };
  const postgres = connectPostgres({ url: config.POSTGRES_URL, schema: SCHEMA, metrics });
  const bus = overrides.bus ?? createBusOf(config, 'finance', logger);
  const relay = createPostgresRelay({ pool: postgres.pool, bus, logger });
  const ledger = createServiceClient('ledger', { address: config.LEDGER_GRPC, ...calls });
  const users = createServiceClient('users', { address: config.USERS_GRPC, ...calls, timeoutMs: USERS_TIMEOUT_MS });
  const deps: Deps = {
    stores: createStores(postgres.knex),
    ...createTransactions(postgres.knex),
    creates: gatherCreates(),
    known: { categories: remember(), mainWallet: remember(), settled: remember() },
    ledger: createLedger(ledger),
    rates: createRates(ledger),
    ...createUsers(users, clock),
    ...createAttachments(config, clock),
    clock,
    newId,
    currency: config.FLORIN_CURRENCY,
    noteIntoLedgerAccounts: config.NOTE_INTO_MAIN_WALLETS,
    outage: { noticed: true },
    nudge: relay.nudge.bind(relay),
    ...createShares(config, clock),
  };
  const useCases = createUseCases(deps);
  for (const consumer of createConsumers(useCases)) bus.subscribe(consumer);
  return createProcess<FinanceServiceDefinition>({
    name: 'finance',
    config,
    logger,
    routes: createRoutes(useCases),
    methods: createMethods(useCases),
    ready: { postgres: () => postgres.ping(), bus: () => bus.healthy() },
    metrics: registerMessagingMetrics(metrics, { bus, relays: [relay] }),
    steps: [
      { name: 'postgres', start: () => prepare(postgres, config), stop: () => postgres.close() },
      { name: 'ledger', stop: () => ledger.close() },
      { name: 'users', stop: () => users.close() },
      { name: 'bus', start: () => bus.start(), stop: () => bus.stop() },
      { name: 'relay', ...relay },
      { name: 'jobs', ...createJobs(useCases, logger, config.RECONCILE_EVERY_MS) },
    ],
  });
}

/** Costly reads take at most so many connections of the pool: other requests do not wait behind them. */
function createShares(config: Config, clock: Clock): Pick<Deps, 'takeTurn' | 'costlyReads'> {
  const turns = (atOnce: number, perMinute: number, message: string) =>
    createTurns({ clock, atOnce, perMinute, message });
  return {
    takeTurn: {
      toExport: turns(config.EXPORTS_AT_ONCE, config.EXPORTS_PER_MINUTE, 'You export too often; try again later'),
      toSearch: turns(config.SEARCHES_AT_ONCE, config.SEARCHES_PER_MINUTE, 'You search too often; try again later'),
      toWatch: turns(5, 60, 'You watch too many imports; try again later'),
    },
    costlyReads: createLimit(config.COSTLY_READS_AT_ONCE),
  };
}

async function prepare({ knex }: Postgres, config: Config): Promise<void> {
  const { POSTGRES_URL: url, INTERNAL_SECRET: secret } = config;
  await migrate(knex, { url, secret, schema: SCHEMA, directory: join(import.meta.dirname, '..', 'migrations') });
}

function remember(): Known {
  const ids = new LRUCache<string, true>({ max: 50_000 });
  return { has: (id) => ids.has(id), add: (id) => ids.set(id, true) };
}

/** The route table for the OpenAPI generator. */
export const apiRoutes = (): Route[] => createRoutes(inertUseCases());
