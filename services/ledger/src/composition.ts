import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Bus, Relay } from '@florin/messaging';
import { createBus, createPostgresRelay } from '@florin/messaging';
import type { LedgerServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { Clock, Logger, Route, Service, ServiceTokens } from '@florin/service-kit';
import type { Postgres } from '@florin/service-kit/postgres';
import { createGrpcServer, createHttpApp, createHttpServer, createIdentitySigner, createLogger, createMetrics, createService, createServiceTokens, systemClock } from '@florin/service-kit'; // prettier-ignore
import { connectPostgres, migrate } from '@florin/service-kit/postgres'; // prettier-ignore
import type { UseCases } from './app/index.ts';
import { createUseCases } from './app/index.ts';
import { createDirectory } from './app/directory.ts';
import { createJobs } from './app/jobs.ts';
import type { FriendDirectory, FundingProvider, UserDirectory } from './app/ports.ts';
import type { Poster } from './app/poster.ts';
import { createPoster } from './app/poster.ts';
import type { Config } from './config.ts';
import { consumers } from './inbound/events/consumers.ts';
import { grpcMethods } from './inbound/grpc/service.ts';
import { routes } from './inbound/http/routes.ts';
import { createDatabaseClock } from './outbound/database-clock.ts';
import { createCallbackCheck } from './outbound/callback-check.ts';
import { createFriendDirectory } from './outbound/friends-of-users.ts';
import { createAccountStore } from './outbound/postgres/account-store.ts';
import { createAdminStore } from './outbound/postgres/admin-store.ts';
import { createIntegrityStore } from './outbound/postgres/integrity-store.ts';
import { createEntryStore } from './outbound/postgres/entry-store.ts';
import { createFundingStore } from './outbound/postgres/funding-store.ts';
import { createHoldStore } from './outbound/postgres/hold-store.ts';
import { createPointStore } from './outbound/postgres/point-store.ts';
import { openBatchPool, openPool } from './outbound/postgres/engine/pool.ts';
import { createPostBatch } from './outbound/postgres/engine/post-batch.ts';
import { unpackEvents } from './outbound/postgres/engine/transfer-events.ts';
import { createRequestStore } from './outbound/postgres/request-store.ts';
import { createReturnStore } from './outbound/postgres/return-store.ts';
import { createTransact } from './outbound/postgres/engine/transact.ts';
import { createScheduleStore } from './outbound/postgres/schedule-store.ts';
import { createQuoteStore } from './outbound/postgres/quote-store.ts';
import { createBuiltInRates } from './outbound/built-in-rates.ts';
import { createTransferStore } from './outbound/postgres/transfer-store.ts';
import { createSandboxProvider } from './outbound/sandbox-provider.ts';
import { createUserDirectory } from './outbound/users-of-auth.ts';

export { readConfig } from './config.ts';
export type { Config } from './config.ts';

/** What tests put in the place of the real thing. */
export interface Overrides {
  clock?: Clock;
  logger?: Logger;
  bus?: Bus;
  users?: UserDirectory;
  friends?: FriendDirectory;
  provider?: FundingProvider;
}

export interface Composed {
  service: Service;
  logger: Logger;
  /** ports listened on, once started */
  addresses(): { http: number; grpc: number };
  useCases: UseCases;
}

const SCHEMA = 'ledger';
export const MIGRATIONS = join(import.meta.dirname, '../migrations');

/** Wires the ledger; nothing is opened before `start`. */
export function compose(config: Config, overrides: Overrides = {}): Composed {
  const { logger = createLogger('ledger', config.LOG_LEVEL) } = overrides;
  const postgres = connectPostgres({ url: config.POSTGRES_URL, schema: SCHEMA, maxConnections: 6 });
  const pool = openPool(config.POSTGRES_URL, 10);
  const batchPool = openBatchPool(config.POSTGRES_URL, config.POSTER_LANES);
  const databaseClock = createDatabaseClock(pool, systemClock);
  const clock = overrides.clock ?? databaseClock.now;
  const tokens = createServiceTokens(config.INTERNAL_SECRET, 'ledger');
  const auth = createUserDirectory(config.AUTH_GRPC, tokens);
  const friends = createFriendDirectory(config.USERS_GRPC, tokens);
  const bus =
    overrides.bus ??
    createBus({
      amqpUrl: config.AMQP_URL,
      postgresUrl: config.BUS_POSTGRES_URL ?? config.POSTGRES_URL,
      namespace: config.BUS_NAMESPACE,
      service: 'ledger',
      logger,
    });
  const relays = createRelays(postgres.pool, bus, logger);
  const poster = createPoster({
    postBatch: createPostBatch(batchPool, clock),
    lanes: config.POSTER_LANES,
    onPosted: relays.nudgeBatches,
  });
  const users = overrides.users ?? auth;
  const parts = { config, pool, clock, poster, relays, users, friends: overrides.friends ?? friends };
  const useCases = wire({ ...parts, provider: overrides.provider });
  for (const consumer of consumers(useCases, config.FLORIN_CURRENCY)) bus.subscribe(consumer);
  const jobs = createTimedJobs(useCases, logger);
  const servers = createServers({ config, logger, tokens, useCases, postgres, bus });
  const service = createService(logger, [
    {
      name: 'postgres',
      start: () => migrate(postgres.knex, { url: config.POSTGRES_URL, schema: SCHEMA, directory: MIGRATIONS }),
      stop: () => Promise.all([batchPool.end(), pool.end(), postgres.close()]),
    },
    { name: 'clock', start: databaseClock.start, stop: databaseClock.stop },
    { name: 'auth', stop: inline(() => auth.close()) },
    { name: 'users', stop: inline(() => friends.close()) },
    { name: 'bus', start: () => bus.start(), stop: () => bus.stop() },
    { name: 'relays', start: inline(relays.start), stop: relays.stop },
    { name: 'poster', stop: () => poster.drain() },
    { name: 'jobs', start: inline(jobs.start), stop: jobs.stop },
    ...servers.steps,
  ]);
  return { service, logger, addresses: servers.addresses, useCases };
}

const inline = (work: () => void) => () => {
  work();
  return Promise.resolve();
};

type Relays = ReturnType<typeof createRelays>;

/** Events of commits in so short a time go out together: a look at the outbox costs several round trips. */
const GATHER_MS = 25;

/** One relay for the events of batches, one for all others. */
function createRelays(pool: Pool, bus: Bus, logger: Logger) {
  const batches = createPostgresRelay({
    pool,
    bus,
    logger,
    table: 'posted_events',
    read: unpackEvents,
    batchSize: 100,
  });
  const others = createPostgresRelay({ pool, bus, logger });
  const soon = (relay: Relay) => {
    let planned: NodeJS.Timeout | undefined;
    return () => {
      planned ??= setTimeout(() => {
        planned = undefined;
        relay.nudge();
      }, GATHER_MS).unref();
    };
  };
  const nudgeBatches = soon(batches);
  const nudgeOthers = soon(others);
  return {
    start: () => {
      batches.start();
      others.start();
    },
    nudgeBatches,
    nudge: () => {
      nudgeBatches();
      nudgeOthers();
    },
    stop: () => Promise.all([batches.stop(), others.stop()]),
  };
}

interface Wiring {
  config: Config;
  pool: Pool;
  clock: Clock;
  poster: Poster;
  relays: Relays;
  users: UserDirectory;
  friends: FriendDirectory;
  provider: FundingProvider | undefined;
}

function wire({ config, pool, clock, poster, relays, users, friends, provider }: Wiring): UseCases {
  const accounts = createAccountStore(pool, clock, relays.nudge);
  const builtInProvider = () =>
    config.FUNDING_PROVIDER === 'sandbox'
      ? createSandboxProvider((id, result) => useCases.settleFunding(id, result))
      : null;
  const useCases: UseCases = createUseCases({
    currency: config.FLORIN_CURRENCY,
    clock,
    poster,
    transact: createTransact(pool, clock, relays.nudge),
    directory: createDirectory(accounts, users),
    friends,
    provider: provider ?? builtInProvider(),
    isSigned: createCallbackCheck(config.INTERNAL_SECRET),
    rates: createBuiltInRates(),
    accounts,
    transfers: createTransferStore(pool),
    entries: createEntryStore(pool),
    returns: createReturnStore(),
    fundings: createFundingStore(pool),
    points: createPointStore(pool),
    holds: createHoldStore(pool),
    requests: createRequestStore(pool),
    schedules: createScheduleStore(pool),
    quotes: createQuoteStore(pool),
    admin: createAdminStore(),
    integrity: createIntegrityStore(pool),
  });
  return useCases;
}

/** What happens by the passing of time. Each turn does a bounded piece; several processes may do so at once. */
function createTimedJobs(useCases: UseCases, logger: Logger) {
  const jobs = [
    { name: 'scheduled transfers', everyMs: 1_000, most: 100, run: useCases.runSchedules },
    { name: 'lapsed holds', everyMs: 5_000, most: 100, run: useCases.lapseHolds },
    { name: 'expired payment requests', everyMs: 10_000, most: 500, run: useCases.expireRequests },
    { name: 'lapsed points', everyMs: 10_000, most: 100, run: useCases.lapsePoints },
    { name: 'pending fundings', everyMs: 10_000, most: 50, run: useCases.pollFundings },
    { name: 'sealed blocks', everyMs: 1_000, most: 100, run: useCases.sealBlocks },
  ];
  return createJobs(jobs, logger);
}

interface ServerParts {
  config: Config;
  logger: Logger;
  tokens: ServiceTokens;
  useCases: UseCases;
  postgres: Postgres;
  bus: Bus;
}

/** gRPC and, last, HTTP. */
function createServers({ config, logger, tokens, useCases, postgres, bus }: ServerParts) {
  const ports = { http: 0, grpc: 0 };
  const metrics = createMetrics('ledger');
  const grpc = createGrpcServer<LedgerServiceDefinition>({
    address: { host: config.GRPC_HOST, port: config.GRPC_PORT },
    definition: loadProto('ledger'),
    methods: grpcMethods(useCases),
    tokens,
    logger,
    metrics,
  });
  const app = createHttpApp({
    logger,
    metrics,
    identities: createIdentitySigner(config.INTERNAL_SECRET),
    routes: routes(useCases),
    ready: async () => {
      await postgres.ping();
      if (!bus.healthy()) throw new Error('the bus is not connected');
    },
  });
  const http = createHttpServer(app, { host: config.HTTP_HOST, port: config.HTTP_PORT });
  const listen = (name: 'http' | 'grpc', server: { start(): Promise<number>; stop(): Promise<void> }) => ({
    name,
    start: async () => {
      ports[name] = await server.start();
    },
    stop: () => server.stop(),
  });
  return { addresses: () => ports, steps: [listen('grpc', grpc), listen('http', http)] };
}

/** The route table for the OpenAPI generator. */
export function apiRoutes(): Route[] {
  const inert: unknown = new Proxy({}, { get: () => inert });
  return routes(inert as UseCases);
}
