import type { Connection } from 'mongoose';
import type { Bus } from '@florin/messaging';
import { createBus, createEvents } from '@florin/messaging';
import { createMongoRelay } from '@florin/messaging/mongo';
import type { UsersServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { Clock, Logger, Route, Service, ServiceTokens } from '@florin/service-kit';
import { createGrpcServer, createHttpApp, createHttpServer, createIdentitySigner, createLogger, createMetrics, createService, createServiceTokens, systemClock } from '@florin/service-kit'; // prettier-ignore
import { connectMongo } from '@florin/service-kit/mongo'; // prettier-ignore
import type { UseCases } from './app/index.ts';
import { createUseCases } from './app/index.ts';
import type { Directory } from './app/ports.ts';
import type { SpendPoints } from './app/rewards/ports.ts';
import type { Config } from './config.ts';
import type { Random } from './domain/random.ts';
import { secureRandom } from './domain/random.ts';
import { consumers } from './inbound/events/consumers.ts';
import { grpcMethods } from './inbound/grpc/service.ts';
import { routes } from './inbound/http/routes.ts';
import { startResuming } from './inbound/resume-spins.ts';
import { drawBarcode } from './outbound/barcode.ts';
import { createShrinkImage } from './outbound/images.ts';
import { OUTBOX_COLLECTIONS, createModels } from './outbound/mongo/models.ts';
import { createStores } from './outbound/mongo/stores.ts';
import { createNeighbours } from './outbound/neighbours.ts';

export { readConfig } from './config.ts';
export type { Config } from './config.ts';

/** What tests put in the place of the real thing. */
export interface Overrides {
  clock?: Clock;
  logger?: Logger;
  random?: Random;
  directory?: Directory;
  spend?: SpendPoints;
}

export interface Composed {
  service: Service;
  logger: Logger;
  /** ports listened on, once started */
  addresses(): { http: number; grpc: number };
}

/** Wires the users service; nothing is opened before `start`. */
export function compose(config: Config, overrides: Overrides = {}): Composed {
  const { clock = systemClock, logger = createLogger('users', config.LOG_LEVEL), random = secureRandom } = overrides;
  const tokens = createServiceTokens(config.INTERNAL_SECRET, 'users');
  const neighbours = createNeighbours(config, tokens);
  const bus = createBus({
    amqpUrl: config.AMQP_URL,
    postgresUrl: config.BUS_POSTGRES_URL,
    namespace: config.BUS_NAMESPACE,
    service: 'users',
    logger,
  });
  const running: Running = { ports: { http: 0, grpc: 0 }, stops: [] };
  const service = createService(logger, [
    {
      name: 'users',
      start: () => run({ config, logger, clock, random, bus, tokens, ...neighbours, ...given(overrides) }, running),
      stop: async () => {
        await stopAll(running, logger);
        neighbours.close();
      },
    },
  ]);
  return { service, logger, addresses: () => running.ports };
}

function given({ directory, spend }: Overrides): { directory?: Directory; spend?: SpendPoints } {
  return { ...(directory ? { directory } : {}), ...(spend ? { spend } : {}) };
}

interface Running {
  ports: { http: number; grpc: number };
  stops: (() => Promise<unknown>)[];
}

interface Parts {
  config: Config;
  logger: Logger;
  clock: Clock;
  random: Random;
  bus: Bus;
  tokens: ServiceTokens;
  directory: Directory;
  spend: SpendPoints;
}

/** Store, bus, gRPC and, last, HTTP. Each that is up adds how to take it down. */
async function run(parts: Parts, running: Running): Promise<void> {
  const { config, logger, clock, random, bus, directory, spend } = parts;
  const connection = await connectMongo(config.MONGODB_URL, 'users');
  running.stops.push(() => connection.close());
  const relay = createMongoRelay({ connection, collections: OUTBOX_COLLECTIONS, bus, logger });
  const useCases = createUseCases({
    ...createStores(await createModels(connection), clock),
    directory,
    spend,
    shrinkImage: createShrinkImage(),
    drawBarcode,
    makeEvent: createEvents({ producer: 'users', clock }),
    clock,
    random,
    logger,
    nudge: () => {
      relay.nudge();
    },
  });
  for (const consumer of consumers(useCases)) bus.subscribe(consumer);
  await bus.start();
  running.stops.push(() => bus.stop());
  relay.start();
  running.stops.push(() => relay.stop());
  running.stops.push(startResuming(useCases, logger));
  await listen(parts, running, useCases, connection);
}

async function listen(parts: Parts, running: Running, useCases: UseCases, connection: Connection): Promise<void> {
  const { config, logger, tokens, bus } = parts;
  const metrics = createMetrics('users');
  const grpc = createGrpcServer<UsersServiceDefinition>({
    address: { host: config.GRPC_HOST, port: config.GRPC_PORT },
    definition: loadProto('users'),
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
    routes: routes(useCases),
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

/** The route table for the OpenAPI generator. */
export function apiRoutes(): Route[] {
  const inert: unknown = new Proxy({}, { get: () => inert });
  return routes(inert as UseCases);
}
