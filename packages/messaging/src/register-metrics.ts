import type { Metrics } from '@florin/service-kit';
import { Counter, Gauge } from 'prom-client';
import type { Bus, BusStats, Depth, Relay } from './bus.ts';

const COUNTERS: Record<keyof BusStats, [name: string, help: string]> = {
  published: ['florin_bus_published_events_total', 'Events that the broker confirmed'],
  delivered: ['florin_bus_delivered_events_total', 'Events handed to a handler, repeats included'],
  retried: ['florin_bus_retried_events_total', 'Events whose handler failed and is tried again'],
  deadLettered: ['florin_bus_dead_lettered_events_total', 'Events given up and put into the dead letters'],
  duplicates: ['florin_inbox_duplicates_total', 'Events that came again after their effect was written'],
};
const DEPTHS: Record<Exclude<keyof Depth, 'consumer'>, [name: string, help: string]> = {
  waiting: ['florin_bus_queue_events', 'Events that wait in the queue of a consumer, those in hand not counted'],
  dead: ['florin_bus_dead_letter_events', 'Events in the dead letters of a consumer'],
};
/** A store that hangs must not hold up the whole of `/metrics`. */
const LOOK_MS = 2_000;

/**
 * Puts what the bus has done, what waits in its queues, and what waits in the outboxes of the relays, on the process's
 * `/metrics`. What waits is counted at each scrape; it is missing while a store doesn't say it. Returns the metrics.
 */
export function registerMessagingMetrics(
  metrics: Metrics,
  { bus, relays = [] }: { bus: Pick<Bus, 'stats' | 'depths'>; relays?: readonly Pick<Relay, 'backlog' | 'oldest'>[] },
): Metrics {
  const registers = [metrics.registry];
  for (const [key, [name, help]] of Object.entries(COUNTERS) as [keyof BusStats, [string, string]][]) {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(bus.stats()[key]);
      },
    });
  }
  registerDepths(
    registers,
    shared(() => bus.depths()),
  );
  if (relays.length > 0) registerOutbox(registers, relays);
  return metrics;
}

function registerDepths(registers: Metrics['registry'][], look: () => Promise<Depth[]>): void {
  for (const [key, [name, help]] of Object.entries(DEPTHS) as ['waiting' | 'dead', [string, string]][]) {
    new Gauge({
      name,
      help,
      labelNames: ['consumer'],
      registers,
      async collect() {
        this.reset();
        for (const depth of (await inTime(look)) ?? []) this.set({ consumer: depth.consumer }, depth[key]);
      },
    });
  }
}

function registerOutbox(registers: Metrics['registry'][], relays: readonly Pick<Relay, 'backlog' | 'oldest'>[]): void {
  new Gauge({
    name: 'florin_outbox_backlog_rows',
    help: 'Rows of events committed and not yet published, counted up to 100000',
    registers,
    async collect() {
      this.remove();
      const counts = await inTime(() => Promise.all(relays.map((relay) => relay.backlog())));
      if (counts) this.set(counts.reduce((a, b) => a + b, 0));
    },
  });
  new Gauge({
    name: 'florin_outbox_lag_seconds',
    help: 'Age of the oldest event committed and not yet published; 0 when there is none',
    registers,
    async collect() {
      this.remove();
      const oldest = await inTime(() => Promise.all(relays.map((relay) => relay.oldest())));
      if (!oldest) return;
      const ages = oldest.map((at) => (at ? Date.now() - at.getTime() : 0));
      this.set(Math.max(0, ...ages) / 1000);
    },
  });
}

/** One look serves all gauges of a scrape. */
function shared<T>(look: () => Promise<T>): () => Promise<T> {
  let under: Promise<T> | undefined;
  return () => {
    under ??= look().finally(() => {
      under = undefined;
    });
    return under;
  };
}

/** What the look finds; undefined when it fails or takes too long. */
async function inTime<T>(look: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LOOK_MS, undefined);
  });
  try {
    return await Promise.race([look(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
