import { EVENT_TYPES } from '@florin/contracts';
import type { Channel } from 'amqplib';
import type { Consumer } from '../bus.ts';

/** Deliveries after which the broker itself gives a message up: it ends the loop of one that kills its consumer. */
const DELIVERY_LIMIT = 20;
/** How long a broadcast queue outlives its process, and so how long a connection may be cut without a loss. */
const BROADCAST_EXPIRES_MS = 600_000;

export interface Names {
  events: string;
  dead: string;
  queue(consumer: string): string;
  deadQueue(consumer: string): string;
  /** arguments of every queue besides its own */
  expiry: { 'x-expires'?: number };
}

/**
 * Names of a namespace on the broker at `url`. With `?queue_expires_ms=` in the URL queues vanish when nobody has used them
 * for so long: for tests and trials, never where an event may wait for its consumer.
 */
export function namesOf(namespace: string, url: string): Names {
  const expires = Number(new URL(url).searchParams.get('queue_expires_ms') ?? 0);
  return {
    expiry: expires > 0 ? { 'x-expires': expires } : {},
    events: `${namespace}.events`,
    dead: `${namespace}.dead-letters`,
    queue: (consumer) => `${namespace}.${consumer}`,
    deadQueue: (consumer) => `${namespace}.${consumer}.dead`,
  };
}

export async function declareExchanges(channel: Channel, names: Names): Promise<void> {
  await channel.assertExchange(names.events, 'topic', { durable: true });
  await channel.assertExchange(names.dead, 'direct', { durable: true });
}

/**
 * Declares a consumer's queue and its dead letters. One active consumer at a time keeps the order of an aggregate
 * when several processes share the queue; the others take over when it goes.
 */
export async function declareQueue(channel: Channel, names: Names, consumer: Consumer): Promise<string> {
  const queue = names.queue(consumer.name);
  const dead = names.deadQueue(consumer.name);
  // RabbitMQ 4 gives quorum queues a limit of 20 by default, and every look at the dead letters counts as a delivery.
  await channel.assertQueue(dead, {
    durable: true,
    arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': 1_000_000, ...names.expiry },
  });
  await channel.bindQueue(dead, names.dead, queue);
  await channel.assertQueue(queue, {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum',
      'x-single-active-consumer': true,
      'x-delivery-limit': DELIVERY_LIMIT,
      'x-dead-letter-exchange': names.dead,
      'x-dead-letter-routing-key': queue,
      'x-dead-letter-strategy': 'at-least-once',
      'x-overflow': 'reject-publish',
      ...names.expiry,
    },
  });
  await bind(channel, names, queue, consumer);
  return queue;
}

/** Declares the queue of one process for a broadcast consumer. It survives a cut connection, not its process. */
export async function declareBroadcast(
  channel: Channel,
  names: Names,
  consumer: Consumer,
  instance: string,
): Promise<string> {
  const queue = `${names.queue(consumer.name)}~${instance}`;
  await channel.assertQueue(queue, { durable: true, expires: BROADCAST_EXPIRES_MS });
  await bind(channel, names, queue, consumer);
  return queue;
}

/** Makes the bindings what the consumer asks for now; an earlier version of it may have asked for more. */
async function bind(channel: Channel, names: Names, queue: string, consumer: Consumer): Promise<void> {
  await Promise.all(
    EVENT_TYPES.map((type) =>
      consumer.types.includes(type)
        ? channel.bindQueue(queue, names.events, type)
        : channel.unbindQueue(queue, names.events, type),
    ),
  );
}
