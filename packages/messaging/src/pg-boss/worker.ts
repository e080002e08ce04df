import { parseEvent, type FlorinEvent } from '@florin/contracts';
import { createLimit } from '@florin/service-kit';
import type { Job } from 'pg-boss';
import { setTimeout as wait } from 'node:timers/promises';
import type { BusStats, Consumer, Log } from '../bus.ts';
import { backoffOf, CONCURRENCY, DRAIN_TIMEOUT_MS, handleOnce, MAX_ATTEMPTS, reasonOf } from '../consuming/handling.ts';
import { wants } from '../names.ts';
import type { Hub, Worker } from './hub.ts';
import { createSettler } from './settle.ts';

/** Jobs claimed at a time: looking for the heads of the lanes costs as much for one as for many. */
const CLAIM = 100;
/** Jobs in hand below which more are claimed; enough to keep every handler busy meanwhile. */
const LOW_WATER = 2 * CONCURRENCY;
/** Claims beyond `maxAttempts` after which a job is buried unhandled: it ends the loop of one that kills its consumer. */
const SPARE_CLAIMS = 20;

interface WorkerOptions {
  consumer: Consumer;
  hub: Hub;
  logger: Log;
  stats: BusStats;
}

/**
 * Works on one consumer's queue. pg-boss hands out one job of an aggregate at a time and none behind one that waits
 * for its retry, so the lanes live in the database; this claims, handles, and settles in batches.
 */
export class QueueWorker implements Worker {
  readonly consumer: Consumer;
  readonly #hub: Hub;
  readonly #logger: Log;
  readonly #stats: BusStats;
  readonly #settler: ReturnType<typeof createSettler>;
  readonly #slots = createLimit(CONCURRENCY);
  readonly #running = new Map<string, Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #handled: Job[] = [];
  #claim = new AbortController();
  #pumping = false;
  #again = false;
  #state: 'working' | 'stopping' | 'stopped' = 'working';

  constructor({ consumer, hub, logger, stats }: WorkerOptions) {
    this.consumer = consumer;
    this.#hub = hub;
    this.#logger = logger;
    this.#stats = stats;
    const given = (): boolean => this.#state !== 'working';
    this.#settler = createSettler({ consumer: consumer.name, hub, logger, given });
  }

  nudge(): void {
    this.#again = true;
    if (this.#pumping || this.#state === 'stopped') return;
    this.#pumping = true;
    this.#pump()
      .catch((error: unknown) => {
        this.#logger.warn({ err: error, consumer: this.consumer.name }, 'queue not reached, will try again');
        this.#again = false;
        this.#nudgeIn(1000);
      })
      .finally(() => {
        this.#pumping = false;
        if (this.#again) this.nudge();
      });
  }

  holding(): string[] {
    return [...this.#running.keys(), ...this.#handled.map((job) => job.id)];
  }

  lost(): void {
    this.#claim.abort(new Error('the lease on the queue was lost'));
    this.#claim = new AbortController();
  }

  /** Stops claiming, waits for handlers under way (bounded), and puts back what they have not done. */
  async stop(): Promise<void> {
    const { name } = this.consumer;
    this.#state = 'stopping';
    for (const timer of this.#timers) clearTimeout(timer);
    const done = Promise.allSettled(this.#running.values());
    await Promise.race([done, wait(DRAIN_TIMEOUT_MS, undefined, { ref: false })]);
    this.#state = 'stopped';
    this.#claim.abort(new Error('the bus stops'));
    await this.#settle().catch((error: unknown) => {
      this.#logger.warn({ err: error, consumer: name }, 'handled events will come again');
    });
    const left = [...this.#running.keys()];
    if (left.length > 0) await this.#hub.boss.fail(name, left, { reason: 'the bus stopped' }).catch(() => undefined);
    await this.#hub.leave(this);
  }

  async #pump(): Promise<void> {
    while (this.#take()) {
      await this.#settle();
      await this.#fetch();
    }
  }

  /** Takes the wish for another round. */
  #take(): boolean {
    const again = this.#again;
    this.#again = false;
    return again;
  }

  async #settle(): Promise<void> {
    if (this.#handled.length === 0) return;
    const batch = this.#handled;
    this.#handled = [];
    try {
      await this.#hub.boss.deleteJob(this.consumer.name, batch);
    } catch (error) {
      this.#handled = [...batch, ...this.#handled];
      throw error;
    }
  }

  async #fetch(): Promise<void> {
    const { name } = this.consumer;
    if (this.#state !== 'working' || this.#running.size >= LOW_WATER || !this.#hub.mayWork(name)) return;
    const free = CLAIM - this.#running.size;
    const { signal } = this.#claim;
    const jobs = await this.#hub.boss.fetch<FlorinEvent>(name, { batchSize: free });
    for (const job of jobs) {
      const work = this.#slots
        .run(() => this.#run(job, signal))
        .finally(() => {
          this.#running.delete(job.id);
          this.nudge();
        });
      this.#running.set(job.id, work);
    }
    if (jobs.length === free) this.#again = true;
  }

  #nudgeIn(ms: number): void {
    if (this.#state !== 'working') return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.nudge();
    }, ms);
    this.#timers.add(timer);
  }

  async #run(job: Job<FlorinEvent>, signal: AbortSignal): Promise<void> {
    const { name, maxAttempts = MAX_ATTEMPTS } = this.consumer;
    const attempt = job.retryCount + 1;
    if (this.#state !== 'working' || signal.aborted) {
      await this.#settler.later(job, new Error('claimed and not begun'), 0);
      return;
    }
    let event: FlorinEvent;
    try {
      event = parseEvent(job.data);
    } catch (error) {
      this.#logger.error({ consumer: name, fault: reasonOf(error) }, 'unreadable message');
      await this.#bury(job, `unreadable: ${reasonOf(error)}`, 0);
      return;
    }
    if (attempt > maxAttempts + SPARE_CLAIMS) {
      await this.#bury(job, `claimed ${String(attempt)} times and never finished`, attempt);
      return;
    }
    await this.#handle(job, event, { attempt, signal });
  }

  async #handle(
    job: Job,
    event: FlorinEvent,
    { attempt, signal }: { attempt: number; signal: AbortSignal },
  ): Promise<void> {
    try {
      if (wants(this.consumer, event)) {
        this.#stats.delivered += 1;
        await handleOnce(this.consumer, event, { attempt, signal, stats: this.#stats });
      }
      this.#handled.push(job);
    } catch (error) {
      await this.#failed(job, event, { error, attempt });
    }
  }

  async #failed(job: Job, event: FlorinEvent, { error, attempt }: { error: unknown; attempt: number }): Promise<void> {
    const { name, maxAttempts = MAX_ATTEMPTS } = this.consumer;
    const about = { consumer: name, eventId: event.id, type: event.type, err: error, attempt };
    if (attempt >= maxAttempts) {
      this.#logger.error(about, 'event given up');
      await this.#bury(job, reasonOf(error), attempt);
      return;
    }
    const delayMs = backoffOf(this.consumer, attempt);
    this.#logger.warn({ ...about, delayMs }, 'handler failed, will try again');
    this.#stats.retried += 1;
    await this.#settler.later(job, error, delayMs);
    this.#nudgeIn(delayMs + 5);
  }

  async #bury(job: Job, reason: string, attempts: number): Promise<void> {
    await this.#settler.away(job, reason, attempts);
    this.#stats.deadLettered += 1;
  }
}
