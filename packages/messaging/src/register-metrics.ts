import type { Metrics } from '@florin/service-kit';
import { Counter, Gauge } from 'prom-client';
import type { Bus, BusStats, Relay } from './bus.ts';

const COUNTERS: Record<keyof BusStats, [name: string, help: string]> = {
  published: ['florin_bus_published_events_total', 'Events that the broker confirmed'],
  delivered: ['florin_bus_delivered_events_total', 'Events handed to a handler, repeats included'],
  retried: ['florin_bus_retried_events_total', 'Events whose handler failed and is tried again'],
  deadLettered: ['florin_bus_dead_lettered_events_total', 'Events given up and put into the dead letters'],
};
/** A database that hangs must not hold up the whole of `/metrics`. */
const BACKLOG_TIMEOUT_MS = 2_000;

/**
 * Puts what the bus has done, and what waits in the outboxes of the relays, on the process's `/metrics`. The backlog is
 * counted at each scrape; it is missing while the database doesn't say it. Returns the metrics.
 */
export function registerMessagingMetrics(
  metrics: Metrics,
  { bus, relays = [] }: { bus: Pick<Bus, 'stats'>; relays?: readonly Pick<Relay, 'backlog'>[] },
): Metrics {
  const { registry } = metrics;
  for (const [key, [name, help]] of Object.entries(COUNTERS) as [keyof BusStats, [string, string]][]) {
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(bus.stats()[key]);
      },
    });
  }
  if (relays.length === 0) return metrics;
  new Gauge({
    name: 'florin_outbox_backlog_rows',
    help: 'Rows of events committed and not yet published',
    registers: [registry],
    async collect() {
      this.remove();
      const backlog = await count(relays);
      if (backlog !== undefined) this.set(backlog);
    },
  });
  return metrics;
}

async function count(relays: readonly Pick<Relay, 'backlog'>[]): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, BACKLOG_TIMEOUT_MS, undefined);
  });
  const sum = Promise.all(relays.map((relay) => relay.backlog())).then((counts) => counts.reduce((a, b) => a + b, 0));
  try {
    return await Promise.race([sum, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
