import type { Bus, BusSettings, BusStats, Consumer, DeadLetters, Depth } from '../bus.ts';
import { checkConsumer } from '../names.ts';
import { createBroadcastReader } from './broadcast.ts';
import { createDeadLetters } from './dead-letters.ts';
import type { Hub } from './hub.ts';
import { shareHub } from './shared.ts';
import { QueueWorker } from './worker.ts';

/** The bus on pg-boss, for a system that has PostgreSQL and no broker: durable, ordered, one poll a second. */
export function createPgBossBus(url: string, { namespace, logger }: BusSettings): Bus {
  const stats: BusStats = { published: 0, delivered: 0, retried: 0, deadLettered: 0, duplicates: 0 };
  const consumers = new Map<string, Consumer>();
  const workers: { stop(): Promise<void> }[] = [];
  let share: { hub: Hub; release(): Promise<void> } | undefined;
  let state: 'new' | 'started' | 'stopped' = 'new';

  function hub(): Hub {
    if (share === undefined) throw new Error('the bus is not started');
    return share.hub;
  }

  async function stop(): Promise<void> {
    if (state !== 'started') return;
    state = 'stopped';
    await Promise.all(workers.map((worker) => worker.stop()));
    const last = share;
    share = undefined;
    await last?.release();
  }

  async function work(consumer: Consumer): Promise<void> {
    const options = { consumer, hub: hub(), logger, stats };
    const worker = consumer.broadcast === true ? await createBroadcastReader(options) : new QueueWorker(options);
    workers.push(worker);
    await hub().join(worker);
  }

  const deadLetters = createDeadLetters(hub);
  return {
    subscribe(consumer) {
      if (state !== 'new') throw new Error('subscribe before the bus starts');
      checkConsumer(consumer);
      if (consumers.has(consumer.name)) throw new Error(`consumer ${consumer.name} is subscribed already`);
      consumers.set(consumer.name, consumer);
    },
    async start() {
      if (state !== 'new') throw new Error('the bus was started before');
      share = await shareHub(url, namespace, logger);
      state = 'started';
      try {
        for (const consumer of consumers.values()) await work(consumer);
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
    async publish(events) {
      await hub().publish(events);
      stats.published += events.length;
    },
    healthy: () => state === 'started' && share?.hub.healthy() === true,
    deadLetters,
    stats: () => ({ ...stats }),
    depths: () =>
      Promise.all([...consumers.values()].filter(isQueued).map(({ name }) => depthOf(name, hub(), deadLetters))),
  };
}

const isQueued = ({ broadcast }: Consumer): boolean => broadcast !== true;

async function depthOf(consumer: string, { boss }: Hub, deadLetters: DeadLetters): Promise<Depth> {
  const [queues, dead] = await Promise.all([boss.getQueueStats(consumer), deadLetters.count(consumer)]);
  return { consumer, waiting: queues[0]?.queuedCount ?? 0, dead };
}
