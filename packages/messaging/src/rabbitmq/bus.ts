import { randomUUID } from 'node:crypto';
import type { Bus, BusSettings, BusStats } from '../bus.ts';
import { DRAIN_TIMEOUT_MS } from '../consuming/handling.ts';
import { checkConsumer } from '../names.ts';
import { Subscription } from './consumer.ts';
import { depthsOf } from './depths.ts';
import { QueueDeadLetters } from './dead-letters.ts';
import { Link } from './link.ts';
import { Publisher } from './publisher.ts';
import { namesOf } from './topology.ts';

/** The bus on RabbitMQ: a topic exchange, a quorum queue per consumer, confirms, and recovery of all of it. */
export function createRabbitBus(url: string, { namespace, service, logger }: BusSettings): Bus {
  const names = namesOf(namespace, url);
  const instance = randomUUID();
  const stats: BusStats = { published: 0, delivered: 0, retried: 0, deadLettered: 0, duplicates: 0 };
  const subscriptions = new Map<string, Subscription>();
  let state: 'new' | 'started' | 'stopped' = 'new';

  const publisher = new Publisher({ url, connectionName: `${service} publish`, names, logger, stats });
  const consuming = new Link({
    url,
    name: `${service} consume`,
    logger,
    setup: async (connection) => {
      for (const subscription of subscriptions.values())
        await subscription.open(connection, (reason) => {
          consuming.reset(reason);
        });
    },
    down: () => {
      for (const subscription of subscriptions.values()) subscription.down();
    },
  });

  return {
    subscribe(consumer) {
      if (state !== 'new') throw new Error('subscribe before the bus starts');
      checkConsumer(consumer);
      if (subscriptions.has(consumer.name)) throw new Error(`consumer ${consumer.name} is subscribed already`);
      subscriptions.set(consumer.name, new Subscription({ consumer, names, instance, logger, stats, publisher }));
    },
    async start() {
      if (state !== 'new') throw new Error('the bus was started before');
      state = 'started';
      try {
        await publisher.link.open();
        if (subscriptions.size > 0) await consuming.open();
      } catch (error) {
        await Promise.all([publisher.link.close(), consuming.close()]);
        throw error;
      }
    },
    async stop() {
      if (state !== 'started') return;
      state = 'stopped';
      const all = [...subscriptions.values()];
      // Not cancelled first: the broker would hand what comes next to another process before it got back what is in hand.
      await Promise.all(all.map((subscription) => subscription.queues.drain(DRAIN_TIMEOUT_MS)));
      await Promise.all(all.map((subscription) => subscription.leave()));
      await consuming.close();
      await publisher.link.close();
    },
    publish: (events) => publisher.publish(events),
    healthy: () => state === 'started' && publisher.link.up() && (subscriptions.size === 0 || consuming.up()),
    deadLetters: new QueueDeadLetters(url, names, publisher),
    stats: () => ({ ...stats }),
    depths: async () => {
      const queued = [...subscriptions].filter(([, { consumer }]) => consumer.broadcast !== true);
      const queues = queued.map(([name]) => name);
      return queues.length === 0 ? [] : depthsOf(consuming.connection(), names, queues);
    },
  };
}
