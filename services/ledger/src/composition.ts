import { createBusOf, registerMessagingMetrics, type Bus } from '@florin/messaging';
import type { LedgerServiceDefinition } from '@florin/proto';
import {
  createJobs as createRunner,
  createLogger,
  createMetrics,
  createProcess,
  createServiceTokens,
  createShare,
  inertUseCases,
  newId,
  systemClock,
  type Process,
  type Route,
} from '@florin/service-kit';
import { createDirectory } from './app/directory/directory.ts';
import type { UserDirectory } from './app/directory/ports.ts';
import type { FundingProvider } from './app/fundings/ports.ts';
import { createUseCases, type Deps, type UseCases } from './app/index.ts';
import { createPoster } from './app/posting/poster.ts';
import { askingLimitsOf, limitsOf, sharesOf, type Config } from './config.ts';
import { createDefaultLimits, createWorth, type RateOf } from './domain/posting/limits.ts';
import { createConsumers } from './inbound/events/index.ts';
import { createMethods } from './inbound/grpc/index.ts';
import { createRoutes } from './inbound/http/index.ts';
import { createJobs } from './inbound/jobs/index.ts';
import { createBuiltInRates } from './outbound/built-in-rates.ts';
import { createCallbackCheck } from './outbound/callback-check.ts';
import { createDatabaseClock } from './outbound/database-clock.ts';
import { createPostBatch } from './outbound/postgres/engine/post-batch.ts';
import { createTransact } from './outbound/postgres/engine/transact.ts';
import { createStores, openDatabase } from './outbound/postgres/index.ts';
import { newIdTail } from './outbound/new-id-tail.ts';
import { createRelays } from './outbound/relays.ts';
import { createSandboxProvider } from './outbound/sandbox-provider.ts';
import { createStatementCode } from './outbound/statement-code.ts';
import { tracedPoster, watchBooks, watchPosting } from './outbound/telemetry/posting.ts';
import { createUsersClient } from './outbound/users.ts';
import { createUserDirectory } from './outbound/auth.ts';

export { readConfig, type Config } from './config.ts';

/** What tests put in the place of the real thing. */
export interface Overrides extends Partial<Pick<Deps, 'clock' | 'logger' | 'friends' | 'people' | 'zones'>> {
  bus?: Bus;
  users?: UserDirectory;
  provider?: FundingProvider;
}

/** Wires the ledger; nothing is opened before `start`. */
export function compose(config: Config, overrides: Overrides = {}): Process & { useCases: UseCases } {
  const { logger = createLogger('ledger', config.LOG_LEVEL), bus = createBusOf(config, 'ledger', logger) } = overrides;
  const metrics = createMetrics('ledger');
  const { postgres, pool, batchPool, ...database } = openDatabase(config, metrics);
  const databaseClock = createDatabaseClock(pool, systemClock);
  const clock = overrides.clock ?? databaseClock.now;
  const tokens = createServiceTokens(config.INTERNAL_SECRET, 'ledger');
  const auth = createUserDirectory(config.AUTH_GRPC, { tokens, metrics });
  const users = createUsersClient(config.USERS_GRPC, { tokens, metrics, logger });
  const relays = createRelays(postgres.pool, bus, logger);
  const rates = createBuiltInRates();
  const deciding = { clock, ...createLimits(config, rates.rateNow), newIdTail };
  const watch = watchPosting(metrics);
  const poster = createPoster({
    ...watch.batches(createPostBatch(batchPool, deciding)),
    lanes: config.POSTER_LANES,
    clock: systemClock,
    onPosted: relays.nudgeBatches,
  });
  const stores = createStores({ pool, clock, newId, onOpened: relays.nudge });
  const sandbox = createSandboxProvider((id, result) => useCases.settleFunding({ id, result }));
  const useCases: UseCases = createUseCases({
    ...deciding,
    currency: config.FLORIN_CURRENCY,
    newId,
    asking: askingLimitsOf(config),
    poster: tracedPoster(poster),
    rates,
    transact: createTransact({ pool, newId, onCommit: relays.nudge, watch, ...deciding }),
    directory: createDirectory(stores.accounts, overrides.users ?? auth, clock),
    friends: overrides.friends ?? users,
    people: overrides.people ?? users,
    logger,
    zones: overrides.zones ?? users,
    provider: overrides.provider ?? (config.FUNDING_PROVIDER === 'sandbox' ? sandbox : null),
    shareStatements: createShare({ clock, ...sharesOf(config).statements }),
    shareSearches: createShare({ clock, ...sharesOf(config).searches }),
    isSigned: createCallbackCheck(config.INTERNAL_SECRET),
    statementCode: createStatementCode(config.INTERNAL_SECRET),
    ...stores,
  });
  for (const consumer of createConsumers(useCases)) bus.subscribe(consumer);
  const process = createProcess<LedgerServiceDefinition>({
    ...{ name: 'ledger', config, logger },
    routes: createRoutes(useCases),
    methods: createMethods(useCases),
    ready: { postgres: () => postgres.ping(), bus: () => bus.healthy() },
    metrics: registerMessagingMetrics(metrics, { bus, relays: [relays] }),
    steps: [
      database.step,
      { name: 'clock', start: databaseClock.start, stop: databaseClock.stop },
      { name: 'clients', stop: () => [auth, users].forEach((client) => client.close()) },
      { name: 'bus', start: () => bus.start(), stop: () => bus.stop() },
      { name: 'relays', start: relays.start, stop: relays.stop },
      { name: 'poster', stop: () => poster.drain() },
      { name: 'jobs', ...createRunner(createJobs(useCases, watchBooks(metrics, stores.integrity).tell), logger) },
    ],
  });
  return { ...process, useCases };
}

function createLimits(config: Config, rateOf: RateOf) {
  return { defaultLimits: createDefaultLimits(limitsOf(config), rateOf), worth: createWorth(rateOf) };
}

/** The route table for the OpenAPI generator. */
export const apiRoutes = (): Route[] => createRoutes(inertUseCases<UseCases>());
