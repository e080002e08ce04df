import type { Connection } from 'mongoose';
import type { Bus } from '@florin/messaging';
import { createBus } from '@florin/messaging';
import { createMongoRelay } from '@florin/messaging/mongo';
import type { AuthServiceDefinition, NotifyServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { Clock, Logger, Route, Service, ServiceTokens } from '@florin/service-kit';
import { createGrpcClient, createGrpcServer, createHttpApp, createHttpServer, createIdentitySigner, createLogger, createMetrics, createService, createServiceTokens, deriveKey, systemClock, unseal } from '@florin/service-kit'; // prettier-ignore
import { connectMongo } from '@florin/service-kit/mongo'; // prettier-ignore
import { createDispatchOne, createDispatcher } from './app/dispatch.ts';
import type { UseCases } from './app/index.ts';
import { createUseCases } from './app/index.ts';
import type { LookUpUsers, Transports } from './app/ports.ts';
import type { Config } from './config.ts';
import { consumers } from './inbound/events/consumers.ts';
import { grpcMethods } from './inbound/grpc/service.ts';
import { routes } from './inbound/http/routes.ts';
import { createLookUpUsers } from './outbound/auth.ts';
import { selectTransports } from './outbound/channels/select.ts';
import { createFailureEvent } from './outbound/make-event.ts';
import { createStores } from './outbound/mongo/stores.ts';
import { OUTBOX_COLLECTIONS, createModels } from './outbound/mongo/models.ts';

export { readConfig } from './config.ts';
export type { Config } from './config.ts';

/** What tests put in the place of the real thing. */
export interface Overrides {
  clock?: Clock;
  logger?: Logger;
  bus?: Bus;
  lookUp?: LookUpUsers;
  transports?: Partial<Transports>;
}

export interface Composed {
  service: Service;
  logger: Logger;
  /** ports listened on, once started */
  addresses(): { http: number; grpc: number };
}

/** Wires the notify service; nothing is opened before `start`. */
export function compose(config: Config, overrides: Overrides = {}): Composed {
  const { clock = systemClock, logger = createLogger('notify', config.LOG_LEVEL) } = overrides;
  const tokens = createServiceTokens(config.INTERNAL_SECRET, 'notify');
  const auth = createGrpcClient<AuthServiceDefinition>({
    address: config.AUTH_GRPC,
    target: 'auth',
    definition: loadProto('auth'),
    tokens,
  });
  const busOptions = {
    amqpUrl: config.AMQP_URL,
    postgresUrl: config.BUS_POSTGRES_URL,
    namespace: config.BUS_NAMESPACE,
    service: 'notify',
    logger,
  };
  const parts: Parts = {
    config,
    logger,
    clock,
    tokens,
    bus: overrides.bus ?? createBus(busOptions),
    lookUp: overrides.lookUp ?? createLookUpUsers(auth, clock),
    transports: overrides.transports ?? {},
  };
  const running: Running = { ports: { http: 0, grpc: 0 }, stops: [] };
  const service = createService(logger, [
    {
      name: 'notify',
      start: () => run(parts, running),
      stop: async () => {
        await stopAll(running, logger);
        auth.close();
      },
    },
  ]);
  return { service, logger, addresses: () => running.ports };
}

interface Running {
  ports: { http: number; grpc: number };
  stops: (() => Promise<unknown>)[];
}

interface Parts {
  config: Config;
  logger: Logger;
  clock: Clock;
  tokens: ServiceTokens;
  bus: Bus;
  lookUp: LookUpUsers;
  transports: Partial<Transports>;
}

/** Store, dispatcher, bus, gRPC and, last, HTTP. Each that is up adds how to take it down. */
async function run(parts: Parts, running: Running): Promise<void> {
  const { config, logger, clock, bus, lookUp } = parts;
  const connection = await connectMongo(config.MONGODB_URL, 'notify');
  running.stops.push(() => connection.close());
  const stores = createStores(await createModels(connection), deriveKey(config.INTERNAL_SECRET, 'notify-content'));
  const relay = createMongoRelay({ connection, collections: OUTBOX_COLLECTIONS, bus, logger });
  const transports = { ...selectTransports(config, stores.mailbox, clock, logger), ...parts.transports };
  running.stops.push(() => {
    for (const transport of Object.values(transports)) transport.close?.();
    return Promise.resolve();
  });
  const dispatchOne = createDispatchOne({
    ...stores,
    transports,
    clock,
    logger,
    failureEvent: createFailureEvent(clock),
    onFailed: () => {
      relay.nudge();
    },
  });
  const dispatcher = createDispatcher(dispatchOne, logger);
  const sealKey = deriveKey(config.INTERNAL_SECRET, 'code');
  const useCases = createUseCases({
    ...stores,
    lookUp,
    clock,
    nudge: dispatcher.nudge,
    unsealCode: (sealed) => unseal(sealKey, sealed, 'code'),
    unsealLink: (sealed) => unseal(sealKey, sealed, 'link'),
    publicUrl: config.PUBLIC_URL,
  });
  dispatcher.start();
  running.stops.push(() => dispatcher.stop());
  for (const consumer of consumers(useCases)) bus.subscribe(consumer);
  await bus.start();
  running.stops.push(() => bus.stop());
  relay.start();
  running.stops.push(() => relay.stop());
  await listen(parts, running, useCases, connection);
}

async function listen(parts: Parts, running: Running, useCases: UseCases, connection: Connection): Promise<void> {
  const { config, logger, tokens, bus } = parts;
  const metrics = createMetrics('notify');
  const grpc = createGrpcServer<NotifyServiceDefinition>({
    address: { host: config.GRPC_HOST, port: config.GRPC_PORT },
    definition: loadProto('notify'),
    methods: grpcMethods(useCases),
    tokens,
    logger,
    metrics,
  });
  running.stops.push(() => grpc.stop());
  running.ports.grpc = await grpc.start();
  const app = createHttpApp({
    logger,
    metrics,
    identities: createIdentitySigner(config.INTERNAL_SECRET),
    routes: routes(useCases, { withMailbox: config.DEPLOYMENT === 'development' }),
    ready: async () => {
      await connection.db?.command({ ping: 1 });
      if (!bus.healthy()) throw new Error('the bus is not connected');
    },
  });
  const http = createHttpServer(app, { host: config.HTTP_HOST, port: config.HTTP_PORT });
  running.stops.push(() => http.stop());
  running.ports.http = await http.start();
}

async function stopAll(running: Running, logger: Logger): Promise<void> {
  for (const stop of running.stops.splice(0).reverse()) {
    await stop().catch((error: unknown) => {
      logger.error({ err: error }, 'did not stop cleanly');
    });
  }
}

/** The `/v1` route table for the OpenAPI generator. */
export function apiRoutes(): Route[] {
  const inert: unknown = new Proxy({}, { get: () => inert });
  return routes(inert as UseCases, { withMailbox: false });
}
