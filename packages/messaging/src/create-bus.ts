import type { Bus, Log } from './bus.ts';
import { checkNamespace } from './names.ts';
import { createPgBossBus } from './pg-boss/bus.ts';
import { createRabbitBus } from './rabbitmq/bus.ts';

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

/** Makes the bus of one service, not yet connected: RabbitMQ when `amqpUrl` is given, else pg-boss on `postgresUrl`. */
export function createBus({ amqpUrl, postgresUrl, namespace = 'florin', service, logger }: BusOptions): Bus {
  const settings = { namespace: checkNamespace(namespace), service, logger };
  if (amqpUrl !== undefined && amqpUrl !== '') return createRabbitBus(amqpUrl, settings);
  if (postgresUrl !== undefined && postgresUrl !== '') return createPgBossBus(postgresUrl, settings);
  throw new TypeError('a bus needs amqpUrl or postgresUrl');
}
