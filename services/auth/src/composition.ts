import { FlorinError } from '@florin/errors';
import type { Bus } from '@florin/messaging';
import { createBus, createPostgresRelay } from '@florin/messaging';
import type { AuthServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { Clock, Logger, Route, Service } from '@florin/service-kit';
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
  deriveKey,
  newId,
  systemClock,
} from '@florin/service-kit';
import { connectPostgres, migrate } from '@florin/service-kit/postgres';
import { join } from 'node:path';
import { createUseCases } from './app/index.ts';
import type { Deps, UseCases } from './app/index.ts';
import type { Background } from './app/ports.ts';
import type { Config } from './config.ts';
import { createConsumers } from './inbound/events/index.ts';
import { createMethods } from './inbound/grpc/index.ts';
import { createRoutes } from './inbound/http/index.ts';
import { createJobs } from './inbound/jobs/index.ts';
import { createBackground } from './outbound/background.ts';
import { createPasswordHasher } from './outbound/crypto/password-hasher.ts';
import type { Pepper } from './outbound/crypto/password-hasher.ts';
import { createSecrets } from './outbound/crypto/secrets.ts';
import { createGoogleVerifier } from './outbound/google.ts';
import { createStores } from './outbound/postgres/index.ts';
import { createSchedule } from './outbound/schedule.ts';
import { createSigningKeys } from './outbound/signing-keys.ts';
import { createDb, createOncePerEvent, createTransact, idempotently } from './outbound/transaction.ts';

const SCHEMA = 'auth';
const MIGRATIONS = join(import.meta.dirname, '../migrations');
/** the admin command's changes come from another process, and must reach the gateway within a second, too */
const RELAY_POLL_MS = 250;

export interface Overrides {
  clock?: Clock;
  logger?: Logger;
  bus?: Bus;
}

export interface Composed {
  service: Service;
  logger: Logger;
  useCases: UseCases;
  /** for tests: the database and the work after replies */
  postgres: Postgres;
  background: Background;
  /** ports in use, after start */
  addresses(): { http: number; grpc: number };
  /** lets go of the stores when the service itself was never started, as the admin command does */
  close(): Promise<void>;
}

/** Wires the auth service; nothing connects before `service.start()`. */
export function compose(config: Config, overrides: Overrides = {}): Composed {
  const logger = overrides.logger ?? createLogger('auth', config.LOG_LEVEL);
  const clock = overrides.clock ?? systemClock;
  const postgres = connectPostgres({ url: config.POSTGRES_URL, schema: SCHEMA, maxConnections: 12 });
  const bus = overrides.bus ?? createBus(busOptions(config, logger));
  const relay = createPostgresRelay({ pool: postgres.pool, bus, logger, pollMs: RELAY_POLL_MS });
  const background = createBackground(logger);
  const deps = createDeps(config, { clock, logger, postgres, background, nudge: () => relay.nudge() });
  const useCases = createUseCases(deps);
  for (const consumer of createConsumers(useCases)) bus.subscribe(consumer);
  const servers = createServers(config, { useCases, bus, postgres, logger });
  const schedules = createJobs(useCases).map(({ everyMs, run }) => createSchedule(everyMs, run, logger));
  const bound = { http: 0, grpc: 0 };

  const service = createService(logger, [
    { name: 'postgres', stop: () => postgres.close() },
    {
      name: 'migrations',
      start: () =>
        migrate(postgres.knex, {
          url: config.POSTGRES_URL,
          schema: SCHEMA,
          directory: MIGRATIONS,
          secret: config.INTERNAL_SECRET,
        }),
    },
    { name: 'signing keys', start: () => deps.keys.rotate() },
    { name: 'bus', start: () => bus.start(), stop: () => bus.stop() },
    { name: 'relay', start: () => later(() => relay.start()), stop: () => relay.stop() },
    ...schedules.map((one) => ({ name: 'jobs', start: () => later(() => one.start()), stop: () => one.stop() })),
    { name: 'background', stop: () => background.settled() },
    { name: 'grpc', start: async () => (bound.grpc = await servers.grpc.start()), stop: () => servers.grpc.stop() },
    { name: 'http', start: async () => (bound.http = await servers.http.start()), stop: () => servers.http.stop() },
  ]);
  const close = () => postgres.close();
  return { service, logger, useCases, postgres, background, addresses: () => bound, close };
}

function later(start: () => void): Promise<void> {
  start();
  return Promise.resolve();
}

/** The /v1 route table, for the OpenAPI document: its use cases can't be called. */
export function apiRoutes(): Route[] {
  return createRoutes({} as UseCases);
}

function busOptions(config: Config, logger: Logger) {
  return {
    amqpUrl: config.AMQP_URL,
    postgresUrl: config.BUS_POSTGRES_URL ?? config.POSTGRES_URL,
    namespace: config.BUS_NAMESPACE,
    service: 'auth',
    logger,
  };
}

interface Made {
  clock: Clock;
  logger: Logger;
  postgres: Postgres;
  background: Background;
  nudge: () => void;
}

function createDeps(config: Config, { clock, logger, postgres, background, nudge }: Made): Deps {
  const secrets = createSecrets(config.INTERNAL_SECRET);
  const { knex } = postgres;
  return {
    ...createStores(),
    settings: {
      publicUrl: config.PUBLIC_URL,
      development: config.DEPLOYMENT === 'development',
      unprovenClaimMs: config.UNPROVEN_CLAIM_HOURS * 3_600_000,
      origins: [new URL(config.PUBLIC_URL).origin, ...config.ALLOWED_ORIGINS],
      passkeyOrigins: [new URL(config.PUBLIC_URL).origin, ...config.WEBAUTHN_ORIGINS],
    },
    db: createDb(knex),
    transact: createTransact(knex, clock, nudge),
    oncePerEvent: createOncePerEvent(knex, clock, nudge),
    idempotently,
    secrets,
    passwords: createPasswordHasher({
      cost: config.BCRYPT_COST,
      concurrency: config.BCRYPT_CONCURRENCY,
      queue: config.BCRYPT_QUEUE,
      peppers: peppersOf(config),
    }),
    keys: createSigningKeys({
      knex,
      secrets,
      clock,
      issuer: config.PUBLIC_URL,
      rotationDays: config.KEY_ROTATION_DAYS,
    }),
    google: createGoogleVerifier({ clientIds: config.GOOGLE_CLIENT_IDS, jwksUrl: config.GOOGLE_JWKS_URL }),
    background,
    clock,
    newId,
    logger,
  };
}

/** The one derived from the shared secret verifies always: accounts made before a pepper was configured keep working. */
function peppersOf(config: Config): [Pepper, ...Pepper[]] {
  const derived = deriveKey(config.INTERNAL_SECRET, 'auth-pepper').export().toString('base64');
  const internal = { id: 'internal', secret: derived };
  const [first, ...rest] = config.PASSWORD_PEPPERS;
  return first ? [first, ...rest, internal] : [internal];
}

function createServers(
  config: Config,
  { useCases, bus, postgres, logger }: { useCases: UseCases; bus: Bus; postgres: Postgres; logger: Logger },
) {
  const metrics = createMetrics('auth');
  const http = createHttpApp({
    logger,
    metrics,
    identities: createIdentitySigner(config.INTERNAL_SECRET),
    routes: createRoutes(useCases),
    ready: async () => {
      await postgres.ping();
      if (!bus.healthy()) throw new FlorinError('UNAVAILABLE', 'the bus is not connected');
    },
  });
  http.set('trust proxy', config.TRUSTED_PROXIES);
  return {
    http: createHttpServer(http, { host: config.HTTP_HOST, port: config.HTTP_PORT }),
    grpc: createGrpcServer<AuthServiceDefinition>({
      address: { host: config.GRPC_HOST, port: config.GRPC_PORT },
      definition: loadProto('auth'),
      methods: createMethods(useCases),
      tokens: createServiceTokens(config.INTERNAL_SECRET, 'auth'),
      logger,
      metrics,
    }),
  };
}
