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
  systemClock,
} from '@florin/service-kit';
import { connectPostgres, migrate } from '@florin/service-kit/postgres';
import { join } from 'node:path';
import { housekeep } from './app/housekeeping.ts';
import type { App } from './app/ports.ts';
import type { Config } from './config.ts';
import { profileChanged } from './inbound/events/profile-changed.ts';
import { grpcMethods } from './inbound/grpc/service.ts';
import { routes } from './inbound/http/routes/index.ts';
import { createBackground } from './outbound/background.ts';
import type { Background } from './outbound/background.ts';
import { createPasswordHasher } from './outbound/crypto/password-hasher.ts';
import type { Pepper } from './outbound/crypto/password-hasher.ts';
import { createSecrets } from './outbound/crypto/secrets.ts';
import { createGoogleVerifier } from './outbound/google.ts';
import { stores } from './outbound/postgres/index.ts';
import { createSchedule } from './outbound/schedule.ts';
import { createSigningKeys } from './outbound/signing-keys.ts';
import { createUnitOfWork } from './outbound/unit-of-work.ts';

const SCHEMA = 'auth';
const MIGRATIONS = join(import.meta.dirname, '../migrations');
/** the admin command's changes come from another process, and must reach the gateway within a second, too */
const RELAY_POLL_MS = 250;
const HOUSEKEEPING_MS = 10 * 60_000;

export interface Overrides {
  clock?: Clock;
  logger?: Logger;
  bus?: Bus;
}

export interface Composed {
  service: Service;
  logger: Logger;
  app: App;
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
  const app = createApp(config, { clock, logger, postgres, background, nudge: () => relay.nudge() });
  bus.subscribe(profileChanged(app));
  const servers = createServers(config, { app, bus, postgres, logger });
  const housekeeping = createSchedule(HOUSEKEEPING_MS, () => housekeep(app), logger);
  const bound = { http: 0, grpc: 0 };

  const service = createService(logger, [
    { name: 'postgres', stop: () => postgres.close() },
    {
      name: 'migrations',
      start: () => migrate(postgres.knex, { url: config.POSTGRES_URL, schema: SCHEMA, directory: MIGRATIONS }),
    },
    { name: 'signing keys', start: () => app.keys.rotate() },
    { name: 'bus', start: () => bus.start(), stop: () => bus.stop() },
    { name: 'relay', start: () => later(() => relay.start()), stop: () => relay.stop() },
    { name: 'housekeeping', start: () => later(() => housekeeping.start()), stop: () => housekeeping.stop() },
    { name: 'background', stop: () => background.settled() },
    { name: 'grpc', start: async () => (bound.grpc = await servers.grpc.start()), stop: () => servers.grpc.stop() },
    { name: 'http', start: async () => (bound.http = await servers.http.start()), stop: () => servers.http.stop() },
  ]);
  return { service, logger, app, addresses: () => bound, close: () => postgres.close() };
}

function later(start: () => void): Promise<void> {
  start();
  return Promise.resolve();
}

/** The /v1 route table, for the OpenAPI document: its use cases can't be called. */
export function apiRoutes(): Route[] {
  return routes({} as App);
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

interface Parts {
  clock: Clock;
  logger: Logger;
  postgres: Postgres;
  background: Background;
  nudge: () => void;
}

function createApp(config: Config, { clock, logger, postgres, background, nudge }: Parts): App {
  const secrets = createSecrets(config.INTERNAL_SECRET);
  const knex = postgres.knex;
  return {
    settings: {
      publicUrl: config.PUBLIC_URL,
      development: config.DEPLOYMENT === 'development',
      origins: [new URL(config.PUBLIC_URL).origin, ...config.ALLOWED_ORIGINS],
      passkeyOrigins: [new URL(config.PUBLIC_URL).origin, ...config.WEBAUTHN_ORIGINS],
    },
    db: knex,
    unit: createUnitOfWork(knex, clock, nudge),
    stores,
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
  { app, bus, postgres, logger }: { app: App; bus: Bus; postgres: Postgres; logger: Logger },
) {
  const metrics = createMetrics('auth');
  const http = createHttpApp({
    logger,
    metrics,
    identities: createIdentitySigner(config.INTERNAL_SECRET),
    routes: routes(app),
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
      methods: grpcMethods(app),
      tokens: createServiceTokens(config.INTERNAL_SECRET, 'auth'),
      logger,
      metrics,
    }),
  };
}
