import type { Bus, Log } from './bus.ts';
import { traced } from './events/traced-bus.ts';
import { checkNamespace } from './names.ts';
import { createPgBossBus } from './pg-boss/bus.ts';
import { createRabbitBus } from './rabbitmq/bus.ts';

/** The settings of the bus, as `busEnv` of the service kit reads them. */
export interface BusConfig {
  AMQP_URL?: string | undefined;
  BUS_POSTGRES_URL?: string | undefined;
  BUS_NAMESPACE: string;
  /** of a service with a PostgreSQL of its own, which serves as the bus when no other is given */
  POSTGRES_URL?: string | undefined;
}

export interface BusOptions {
  /** RabbitMQ; wins over `postgresUrl` */
  amqpUrl?: string | undefined;
  /** pg-boss on this PostgreSQL */
  postgresUrl?: string | undefined;
  /** prefix of everything on the broker; default `florin` */
  namespace?: string | undefined;
  service: string;
  logger: Log;
}

/** `createBus` by a process's settings. */
export function createBusOf(config: BusConfig, service: string, logger: Log): Bus {
  const { AMQP_URL: amqpUrl, POSTGRES_URL, BUS_POSTGRES_URL: postgresUrl = POSTGRES_URL } = config;
  return createBus({ amqpUrl, postgresUrl, namespace: config.BUS_NAMESPACE, service, logger });
}

/** Makes the bus of one service, not yet connected: RabbitMQ when `amqpUrl` is given, else pg-boss on `postgresUrl`. */
export function createBus({ amqpUrl, postgresUrl, namespace = 'florin', service, logger }: BusOptions): Bus {
  const settings = { namespace: checkNamespace(namespace), service, logger };
  if (amqpUrl !== undefined && amqpUrl !== '') return traced(createRabbitBus(amqpUrl, settings), service);
  if (postgresUrl !== undefined && postgresUrl !== '') return traced(createPgBossBus(postgresUrl, settings), service);
  throw new TypeError('a bus needs amqpUrl or postgresUrl');
}
