import { createBusOf, createEvents, registerMessagingMetrics, type Bus } from '@florin/messaging';
import { createMongoRelay } from '@florin/messaging/mongo';
import type { NotifyServiceDefinition } from '@florin/proto';
import {
  createLogger,
  createMetrics,
  createProcess,
  createServiceClient,
  createServiceTokens,
  deriveKey,
  newId,
  systemClock,
  unseal,
  type Process,
} from '@florin/service-kit';
import { createMongo } from '@florin/service-kit/mongo';
import { createUseCases, type Deps } from './app/index.ts';
import type { Lanes, Transports } from './app/messages/ports.ts';
import type { Config } from './config.ts';
import { createConsumers } from './inbound/events/index.ts';
import { createMethods } from './inbound/grpc/index.ts';
import { createRoutes } from './inbound/http/index.ts';
import { createJobs } from './inbound/jobs/index.ts';
import { createLookUpUsers } from './outbound/auth.ts';
import { selectTransports } from './outbound/channels/select.ts';
import { createStores } from './outbound/mongo/index.ts';
import { OUTBOX_COLLECTIONS } from './outbound/mongo/models.ts';
import { countDeliveries, watchQueue } from './outbound/metrics.ts';
import { createIsFriend } from './outbound/users.ts';

export { apiRoutes } from './inbound/http/index.ts';

/** What tests put in the place of the real thing. */
export interface Overrides extends Partial<Pick<Deps, 'clock' | 'logger' | 'lookUpUsers' | 'isFriend'>> {
  bus?: Bus;
  transports?: Partial<Transports>;
}

/** Wires the notify service. Nothing connects or listens before `service.start()`. */
export function compose(config: Config, overrides: Overrides = {}): Process {
  const { clock = systemClock, logger = createLogger('notify', config.LOG_LEVEL) } = overrides;
  const { MONGODB_URL: url, INTERNAL_SECRET: secret } = config;
  const metrics = createMetrics('notify');
  const mongo = createMongo({ url, database: 'notify', secret, metrics });
  const stores = createStores(mongo.connection, deriveKey(secret, 'notify-content'));
  const bus = overrides.bus ?? createBusOf(config, 'notify', logger);
  const relay = createMongoRelay({ connection: mongo.connection, collections: OUTBOX_COLLECTIONS, bus, logger });
  const tokens = createServiceTokens(secret, 'notify');
  const auth = createServiceClient('auth', { address: config.AUTH_GRPC, tokens, metrics });
  const users = createServiceClient('users', { address: config.USERS_GRPC, tokens, metrics });
  watchQueue(metrics, stores.messages, clock);
  const connect = () => ({ ...selectTransports(config, stores.mailbox, clock, logger), ...overrides.transports });
  const transports = countDeliveries(metrics, { urgent: connect(), bulk: connect() });
  const sealKey = deriveKey(secret, 'code');
  const useCases = createUseCases({
    ...stores,
    lookUpUsers: overrides.lookUpUsers ?? createLookUpUsers(auth, clock),
    isFriend: overrides.isFriend ?? createIsFriend(users, logger),
    gatherMs: config.NEWS_GATHER_MINUTES * 60_000,
    deadLetters: bus.deadLetters,
    transports,
    newId,
    makeEvent: createEvents({ producer: 'notify', clock }),
    unseal: (sealed, context) => unseal(sealKey, sealed, context),
    publicUrl: config.PUBLIC_URL,
    trackerSiteUrl: config.TRACKER_SITE_URL,
    clock,
    logger,
    wakeDelivery: () => {
      jobs.urgent.nudge();
      jobs.bulk.nudge();
    },
    wakeRelay: () => {
      relay.nudge();
    },
  });
  const jobs = createJobs(useCases, logger);
  for (const consumer of createConsumers(useCases)) bus.subscribe(consumer);

  return createProcess<NotifyServiceDefinition>({
    name: 'notify',
    config,
    logger,
    routes: createRoutes(useCases, { withMailbox: config.DEPLOYMENT === 'development' }),
    methods: createMethods(useCases),
    ready: { MongoDB: () => mongo.ping(), 'the bus': () => bus.healthy() },
    metrics: registerMessagingMetrics(metrics, { bus, relays: [relay] }),
    steps: [
      { name: 'mongo', ...mongo },
      { name: 'clients', stop: () => [auth, users].forEach((client) => client.close()) },
      { name: 'transports', stop: () => closeAll(transports) },
      { name: 'urgent delivery', ...jobs.urgent },
      { name: 'bulk delivery', ...jobs.bulk },
      { name: 'gathered news', ...jobs.gathered },
      { name: 'bus', ...bus },
      { name: 'relay', ...relay },
    ],
  });
}

function closeAll(lanes: Lanes): void {
  for (const transport of Object.values(lanes).flatMap((lane) => Object.values(lane))) transport.close?.();
}
