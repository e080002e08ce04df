import { join } from 'node:path';
import type { Bus } from '@florin/messaging';
import { createBus, createPostgresRelay } from '@florin/messaging';
import type { FinanceServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { Clock, Logger, Route, Service, ServiceTokens } from '@florin/service-kit';
import type { Postgres } from '@florin/service-kit/postgres';
import {
  createGrpcServer,
  createHttpApp,
  createHttpServer,
  createIdentitySigner,
  createLogger,
  createMetrics,
  createService,
  createServiceTokens,
  newId,
  systemClock,
} from '@florin/service-kit';
import { connectPostgres, migrate } from '@florin/service-kit/postgres';
import type { UseCases } from './app/index.ts';
import { createUseCases } from './app/index.ts';
import type { Config } from './config.ts';
import { createConsumers } from './inbound/events/index.ts';
import { createMethods } from './inbound/grpc/index.ts';
import { createRoutes } from './inbound/http/index.ts';
import { createJobs } from './inbound/jobs/index.ts';
import { createKnownOwners } from './outbound/known-owners.ts';
import { createLedger, createLedgerClient } from './outbound/ledger.ts';
import { createStores, createTransactions } from './outbound/postgres/index.ts';
import { createPreferences, createUsersClient } from './outbound/users.ts';

export { readConfig } from './config.ts';
export type { Config } from './config.ts';

/** What tests put in the place of the real thing. */
export interface Overrides {
  clock?: Clock;
  logger?: Logger;
  bus?: Bus;
}

export interface Composed {
  service: Service;
  logger: Logger;
  /** ports listened on, once started */
  addresses(): { http: number; grpc: number };
}

const SCHEMA = 'finance';

/** Wires the finance service; nothing is opened before `start`. */
export function compose(config: Config, overrides: Overrides = {}): Composed {
  const { clock = systemClock, logger = createLogger('finance', config.LOG_LEVEL) } = overrides;
  const tokens = createServiceTokens(config.INTERNAL_SECRET, 'finance');
  const postgres = connectPostgres({ url: config.POSTGRES_URL, schema: SCHEMA });
  const bus = overrides.bus ?? createBusFor(config, logger);
  const relay = createPostgresRelay({ pool: postgres.pool, bus, logger });
  const ledger = createLedgerClient({ address: config.LEDGER_GRPC, tokens });
  const users = createUsersClient({ address: config.USERS_GRPC, tokens });
  const useCases = createUseCases({
    stores: createStores(postgres.knex),
    ...createTransactions(postgres.knex),
    known: { categories: createKnownOwners(), mainWallet: createKnownOwners() },
    ledger: createLedger(ledger),
    preferences: createPreferences(users, clock),
    clock,
    newId,
    currency: config.FLORIN_CURRENCY,
    noteIntoLedgerAccounts: config.NOTE_INTO_MAIN_WALLETS,
    nudge: () => {
      relay.nudge();
    },
  });
  const reconciler = createJobs(useCases, logger, config.RECONCILE_EVERY_MS);
  for (const consumer of createConsumers(useCases)) bus.subscribe(consumer);
  const servers = createServers({ config, logger, tokens, useCases, postgres, bus });
  const service = createService(logger, [
    { name: 'postgres', start: () => prepare(postgres, config.POSTGRES_URL), stop: () => postgres.close() },
    { name: 'clients', stop: () => close(ledger, users) },
    { name: 'bus', start: () => bus.start(), stop: () => bus.stop() },
    { name: 'relay', start: () => begin(relay), stop: () => relay.stop() },
    { name: 'reconciler', start: () => begin(reconciler), stop: () => reconciler.stop() },
    { name: 'grpc', start: servers.startGrpc, stop: () => servers.grpc.stop() },
    { name: 'http', start: servers.startHttp, stop: () => servers.http.stop() },
  ]);
  return { service, logger, addresses: () => servers.ports };
}

function close(...clients: { close(): void }[]): Promise<void> {
  for (const client of clients) client.close();
  return Promise.resolve();
}

function begin(worker: { start(): void }): Promise<void> {
  worker.start();
  return Promise.resolve();
}

/** Without a bus of its own the service uses pg-boss on its PostgreSQL server. */
function createBusFor(config: Config, logger: Logger): Bus {
  return createBus({
    amqpUrl: config.AMQP_URL,
    postgresUrl: config.BUS_POSTGRES_URL ?? config.POSTGRES_URL,
    namespace: config.BUS_NAMESPACE,
    service: 'finance',
    logger,
  });
}

async function prepare({ knex }: Postgres, url: string): Promise<void> {
  await migrate(knex, { url, schema: SCHEMA, directory: join(import.meta.dirname, '..', 'migrations') });
}

interface Parts {
  config: Config;
  logger: Logger;
  tokens: ServiceTokens;
  useCases: UseCases;
  postgres: Postgres;
  bus: Bus;
}

function createServers({ config, logger, tokens, useCases, postgres, bus }: Parts) {
  const metrics = createMetrics('finance');
  const ports = { http: 0, grpc: 0 };
  const grpc = createGrpcServer<FinanceServiceDefinition>({
    address: { host: config.GRPC_HOST, port: config.GRPC_PORT },
    definition: loadProto('finance'),
    methods: createMethods(useCases),
    tokens,
    logger,
    metrics,
  });
  const app = createHttpApp({
    logger,
    metrics,
    identities: createIdentitySigner(config.INTERNAL_SECRET),
    routes: createRoutes(useCases),
    ready: async () => {
      await postgres.ping();
      if (!bus.healthy()) throw new Error('the bus is not connected');
    },
  });
  const http = createHttpServer(app, { host: config.HTTP_HOST, port: config.HTTP_PORT });
  return {
    ports,
    grpc,
    http,
    startGrpc: async () => {
      ports.grpc = await grpc.start();
    },
    startHttp: async () => {
      ports.http = await http.start();
    },
  };
}

/** The route table for the OpenAPI generator. */
export function apiRoutes(): Route[] {
  const inert: unknown = new Proxy({}, { get: () => inert });
  return createRoutes(inert as UseCases);
}
