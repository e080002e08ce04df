import type { FlorinEvent } from '@florin/contracts';
import type { Bus, Consumer } from './bus.ts';
import { handleOnce } from './consuming/handling.ts';

export interface MemoryBus extends Bus {
  /** everything published, oldest first; empty with `keep: false` */
  published: FlorinEvent[];
  /** what `healthy` returns */
  up: boolean;
  /** Gives consumers an event as the broker would, without publishing it; throws what a consumer throws. */
  deliver: (event: FlorinEvent) => Promise<void>;
}

/**
 * A bus inside the process for tests and benchmarks of one service: what is published reaches the consumers before
 * `publish` ends. No queue, no retry, no dead letters; whatever depends on those is tested on a real broker.
 */
export function createMemoryBus({ keep = true }: { keep?: boolean } = {}): MemoryBus {
  const consumers: Consumer[] = [];
  const bus: MemoryBus = {
    published: [],
    up: true,
    subscribe: (consumer) => void consumers.push(consumer),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    async publish(events) {
      if (keep) bus.published.push(...events);
      for (const event of events) await bus.deliver(event);
    },
    async deliver(event) {
      const { signal } = new AbortController();
      for (const consumer of consumers)
        if (consumer.types.includes(event.type)) await handleOnce(consumer, event, { attempt: 1, signal });
    },
    healthy: () => bus.up,
    deadLetters: {
      count: () => Promise.resolve(0),
      list: () => Promise.resolve([]),
      replay: () => Promise.resolve(0),
      discard: () => Promise.resolve(0),
    },
    stats: () => ({ published: bus.published.length, delivered: 0, retried: 0, deadLettered: 0, duplicates: 0 }),
    depths: () => Promise.resolve([]),
  };
  return bus;
}
