import { createBusOf, createEvents, registerMessagingMetrics } from '@florin/messaging';
import { createMongoRelay } from '@florin/messaging/mongo';
import type { UsersServiceDefinition } from '@florin/proto';
import {
  createJobs,
  createLogger,
  createMetrics,
  createProcess,
  createServiceClient,
  createServiceTokens,
  createLookUp,
  createTurns,
  newId,
  systemClock,
  type Process,
} from '@florin/service-kit';
import { createMongo } from '@florin/service-kit/mongo';
import { createUseCases, type Deps } from './app/index.ts';
import type { Config } from './config.ts';
import { secureRandom } from './domain/random.ts';
import { createConsumers } from './inbound/events/index.ts';
import { createMethods } from './inbound/grpc/index.ts';
import { MAX_MESSAGE_BYTES } from './inbound/grpc/person.ts';
import { createRoutes } from './inbound/http/index.ts';
import { createJobs as createJobTable } from './inbound/jobs/index.ts';
import { createDirectory } from './outbound/auth.ts';
import { drawBarcode } from './outbound/barcode.ts';
import { createShrinkImage } from './outbound/images.ts';
import { createSpendPoints } from './outbound/ledger.ts';
import { createStores } from './outbound/mongo/index.ts';
import { OUTBOX_COLLECTIONS } from './outbound/mongo/models.ts';

export { apiRoutes } from './inbound/http/index.ts';

/** What tests put in the place of the real thing. */
export type Overrides = Partial<Pick<Deps, 'clock' | 'logger' | 'random' | 'directory' | 'spendPoints'>>;

/** Wires the users service. Nothing connects or listens before `service.start()`. */
export function compose(config: Config, overrides: Overrides = {}): Process {
  const { clock = systemClock, logger = createLogger('users', config.LOG_LEVEL), random = secureRandom } = overrides;
  const metrics = createMetrics('users');
  const mongo = createMongo({
    url: config.MONGODB_URL,
    database: 'users',
    secret: config.INTERNAL_SECRET,
    metrics,
  });
  const bus = createBusOf(config, 'users', logger);
  const relay = createMongoRelay({ connection: mongo.connection, collections: OUTBOX_COLLECTIONS, bus, logger });
  const tokens = createServiceTokens(config.INTERNAL_SECRET, 'users');
  const auth = createServiceClient('auth', { address: config.AUTH_GRPC, tokens, metrics });
  const ledger = createServiceClient('ledger', { address: config.LEDGER_GRPC, tokens, metrics });
  const useCases = createUseCases({
    ...createStores(mongo.connection, clock),
    directory: overrides.directory ?? createDirectory(auth),
    spendPoints: overrides.spendPoints ?? createSpendPoints(ledger),
    shrinkImage: createShrinkImage(clock),
    lookUp: createLookUp(clock),
    takeSearchTurn: createTurns({ clock, atOnce: 3, perMinute: 120, message: 'You search too often; try again later' }),
    drawBarcode,
    makeEvent: createEvents({ producer: 'users', clock }),
    newId,
    asking: {
      perDay: config.FRIEND_REQUESTS_PER_DAY,
      perPairPerDay: config.FRIEND_REQUESTS_PER_PAIR_PER_DAY,
      declineHours: config.FRIEND_REQUEST_DECLINE_HOURS,
    },
    clock,
    random,
    logger,
    nudge: () => {
      relay.nudge();
    },
  });
  for (const consumer of createConsumers(useCases)) bus.subscribe(consumer);

  return createProcess<UsersServiceDefinition>({
    name: 'users',
    config,
    logger,
    routes: createRoutes(useCases),
    methods: createMethods(useCases),
    maxGrpcBytes: MAX_MESSAGE_BYTES,
    ready: { MongoDB: () => mongo.ping(), 'the bus': () => bus.healthy() },
    metrics: registerMessagingMetrics(metrics, { bus, relays: [relay] }),
    steps: [
      { name: 'mongo', ...mongo },
      { name: 'auth', stop: () => auth.close() },
      { name: 'ledger', stop: () => ledger.close() },
      { name: 'bus', ...bus },
      { name: 'relay', ...relay },
      { name: 'jobs', ...createJobs(createJobTable(useCases), logger) },
    ],
  });
}
