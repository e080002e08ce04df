import { join } from 'node:path';
import { createBusOf, createPostgresRelay, registerMessagingMetrics, type Bus } from '@florin/messaging';
import type { AuthServiceDefinition } from '@florin/proto';
import {
  createLogger,
  createMetrics,
  createProcess,
  createServiceClient,
  createServiceTokens,
  inertUseCases,
  newId,
  systemClock,
  type Process,
  type Route,
} from '@florin/service-kit';
import { connectPostgres, migrate, type Postgres } from '@florin/service-kit/postgres';
import { createUseCases, type Deps, type UseCases } from './app/index.ts';
import { settingsOf, type Config } from './config.ts';
import { createConsumers } from './inbound/events/index.ts';
import { createMethods } from './inbound/grpc/index.ts';
import { createRoutes } from './inbound/http/index.ts';
import { createJobs } from './inbound/jobs/index.ts';
import { createBackground } from './outbound/background.ts';
import { createPasswordHasher, peppersOf } from './outbound/crypto/password-hasher.ts';
import { createSecrets } from './outbound/crypto/secrets.ts';
import { createGoogleVerifier } from './outbound/google.ts';
import { createLedgerClosing } from './outbound/ledger.ts';
import { createStores } from './outbound/postgres/index.ts';
import { countSignIns } from './outbound/sign-in-counter.ts';
import { createSigningKeys } from './outbound/signing-keys.ts';
import { createSmsCounter } from './outbound/sms-counter.ts';
import { createDb, createOncePerEvent, createTransact, forgetKeys, idempotently } from './outbound/transaction.ts';

const SCHEMA = 'auth';
/** the admin command works in another process, and the gateway must hear of it within a second, too */
const RELAY_POLL_MS = 250;

export interface Overrides extends Partial<Pick<Deps, 'clock' | 'logger' | 'closing'>> {
  bus?: Bus;
}

export interface Composed extends Process {
  useCases: UseCases;
  /** for tests: the database, and the work after replies */
  postgres: Postgres;
  background: Deps['background'];
  /** lets go of the stores when the service itself was never started, as the admin command does */
  close(): Promise<void>;
}

/** Wires the auth service; nothing connects before `service.start()`. */
export function compose(config: Config, overrides: Overrides = {}): Composed {
  const { clock = systemClock, logger = createLogger('auth', config.LOG_LEVEL) } = overrides;
  const metrics = createMetrics('auth');
  const postgres = connectPostgres({ url: config.POSTGRES_URL, schema: SCHEMA, maxConnections: 12, metrics });
  const { knex } = postgres;
  const bus = overrides.bus ?? createBusOf(config, 'auth', logger);
  const relay = createPostgresRelay({ pool: postgres.pool, bus, logger, pollMs: RELAY_POLL_MS });
  const tokens = createServiceTokens(config.INTERNAL_SECRET, 'auth');
  const ledger = createServiceClient('ledger', { address: config.LEDGER_GRPC, tokens, metrics });
  registerMessagingMetrics(metrics, { bus, relays: [relay] });
  const background = createBackground(logger);
  const secrets = createSecrets(config.INTERNAL_SECRET);
  const { BCRYPT_COST: cost, BCRYPT_CONCURRENCY: concurrency, BCRYPT_QUEUE: queue } = config;
  const deps: Deps = {
    ...createStores(),
    settings: settingsOf(config),
    db: createDb(knex),
    transact: createTransact(knex, clock, () => relay.nudge()),
    oncePerEvent: createOncePerEvent(knex, clock, () => relay.nudge()),
    idempotently,
    forgetKeys,
    secrets,
    passwords: createPasswordHasher({ cost, concurrency, queue, peppers: peppersOf(config) }),
    keys: createSigningKeys({ knex, secrets, clock, config }),
    google: createGoogleVerifier({ clientIds: config.GOOGLE_CLIENT_IDS, jwksUrl: config.GOOGLE_JWKS_URL }),
    closing: overrides.closing ?? createLedgerClosing(ledger),
    countSms: createSmsCounter(metrics),
    background,
    clock,
    newId,
    logger,
  };
  const useCases = countSignIns(metrics, createUseCases(deps));
  for (const consumer of createConsumers(useCases)) bus.subscribe(consumer);
  const made = createProcess<AuthServiceDefinition>({
    name: 'auth',
    config,
    logger,
    metrics,
    routes: createRoutes(useCases),
    methods: createMethods(useCases),
    trustedProxies: config.TRUSTED_PROXIES,
    ready: { postgres: () => postgres.ping(), bus: () => bus.healthy() },
    steps: [
      { name: 'postgres', start: () => prepare(postgres, config), stop: () => postgres.close() },
      { name: 'signing keys', start: () => deps.keys.rotate() },
      { name: 'ledger', stop: () => ledger.close() },
      { name: 'bus', start: () => bus.start(), stop: () => bus.stop() },
      { name: 'relay', ...relay },
      { name: 'jobs', ...createJobs(useCases, logger) },
      { name: 'background', stop: () => background.settled() },
    ],
  });
  return { ...made, useCases, postgres, background, close: () => postgres.close() };
}

function prepare({ knex }: Postgres, { POSTGRES_URL: url, INTERNAL_SECRET: secret }: Config): Promise<void> {
  return migrate(knex, { url, schema: SCHEMA, directory: join(import.meta.dirname, '../migrations'), secret });
}

/** The /v1 route table, for the OpenAPI document: its use cases can't be called. */
export const apiRoutes = (): Route[] => createRoutes(inertUseCases());
