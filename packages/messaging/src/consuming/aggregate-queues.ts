import type { FlorinEvent } from '@florin/contracts';
import { createLimit } from '@florin/service-kit';
import { setTimeout as wait } from 'node:timers/promises';
import type { BusStats, Consumer, Log } from '../bus.ts';
import { backoffOf, CONCURRENCY, handleOnce, MAX_ATTEMPTS, reasonOf } from './handling.ts';

/** A message in hand, claimed from the broker until `done`. */
export interface Delivery {
  event: FlorinEvent;
  /** deliveries before this one */
  earlier: number;
  /** aborted once the claim is lost: the broker will deliver it again */
  signal: AbortSignal;
  done: () => void;
}

interface AggregateQueuesOptions {
  consumer: Consumer;
  logger: Log;
  stats: BusStats;
  /** puts the event away for good; the aggregate's queue waits for it and tries again when it throws */
  giveUp: (delivery: Delivery, reason: string, attempts: number) => Promise<void>;
}

/**
 * Handles deliveries of one consumer: one after the other for each aggregate, also over retries, and different
 * aggregates side by side. It outlives a broken connection, so that an event that is delivered again waits for the
 * handler that still works on it.
 */
export class AggregateQueues {
  readonly #options: AggregateQueuesOptions;
  readonly #queues = new Map<string, Delivery[]>();
  readonly #slots = createLimit(CONCURRENCY);
  #size = 0;
  #draining = false;

  constructor(options: AggregateQueuesOptions) {
    this.#options = options;
  }

  push(delivery: Delivery): void {
    this.#size += 1;
    const key = delivery.event.aggregateId;
    const queue = this.#queues.get(key);
    if (queue) {
      queue.push(delivery);
      return;
    }
    const fresh = [delivery];
    this.#queues.set(key, fresh);
    void this.#run(key, fresh);
  }

  /** deliveries in hand */
  size(): number {
    return this.#size;
  }

  /** Resolves when no handler is under way, or after `timeoutMs`; starts no new one. */
  async drain(timeoutMs: number): Promise<void> {
    this.#draining = true;
    await Promise.race([this.#slots.idle(), wait(timeoutMs, undefined, { ref: false })]);
  }

  async #run(key: string, queue: Delivery[]): Promise<void> {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      await this.#handle(next);
      queue.shift();
      this.#size -= 1;
    }
    this.#queues.delete(key);
  }

  async #handle(delivery: Delivery): Promise<void> {
    const { consumer, logger, stats } = this.#options;
    const { maxAttempts = MAX_ATTEMPTS } = consumer;
    const about = { consumer: consumer.name, eventId: delivery.event.id, type: delivery.event.type };
    for (let tries = 1; this.#usable(delivery); tries += 1) {
      const failure = await this.#attempt(delivery, tries);
      if (failure === null || !this.#usable(delivery)) return;
      if (tries >= maxAttempts) {
        logger.error({ ...about, err: failure.error, attempts: tries }, 'event given up');
        await this.#giveUp(delivery, reasonOf(failure.error), delivery.earlier + tries);
        return;
      }
      stats.retried += 1;
      const delayMs = backoffOf(consumer, tries);
      logger.warn({ ...about, err: failure.error, attempt: tries, delayMs }, 'handler failed, will try again');
      await pause(delivery, delayMs);
    }
  }

  /** Returns the failure, or null when there is nothing more to do. */
  #attempt(delivery: Delivery, tries: number): Promise<{ error: unknown } | null> {
    const { consumer, stats } = this.#options;
    return this.#slots.run(async () => {
      if (!this.#usable(delivery)) return null;
      stats.delivered += 1;
      try {
        const attempt = delivery.earlier + tries;
        await handleOnce(consumer, delivery.event, { attempt, signal: delivery.signal, stats });
      } catch (error) {
        return { error };
      }
      delivery.done();
      return null;
    });
  }

  async #giveUp(delivery: Delivery, reason: string, attempts: number): Promise<void> {
    const { consumer, logger, stats, giveUp } = this.#options;
    for (let failures = 1; this.#usable(delivery); failures += 1) {
      try {
        await giveUp(delivery, reason, attempts);
        delivery.done();
        stats.deadLettered += 1;
        return;
      } catch (error) {
        logger.warn({ err: error, consumer: consumer.name, eventId: delivery.event.id }, 'dead-lettering failed');
        await pause(delivery, Math.min(5000, 200 * failures));
      }
    }
  }

  #usable(delivery: Delivery): boolean {
    return !this.#draining && !delivery.signal.aborted;
  }
}

async function pause(delivery: Delivery, ms: number): Promise<void> {
  await wait(ms, undefined, { signal: delivery.signal, ref: false }).catch(() => undefined);
}
