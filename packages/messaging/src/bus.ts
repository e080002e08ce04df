import type { EventType, FlorinEvent } from '@florin/contracts';

/** What this package needs of a logger; a pino Logger fits. */
export interface Log {
  debug(obj: object, msg: string): void;
  info(obj: object, msg: string): void;
  warn(obj: object, msg: string): void;
  error(obj: object, msg: string): void;
}

/** The event's trace is open while its handler runs: see `currentTrace`. */
export interface HandlerContext {
  /** 1 for the first try; it goes on counting over a crash of the process */
  attempt: number;
  /** aborted when the bus stops or the claim on the message is lost */
  signal: AbortSignal;
}

export interface Consumer {
  /** queue, e.g. `notify.inbox`; unique per service and purpose, `[a-z0-9.-]`, at most 60 characters */
  name: string;
  types: readonly EventType[];
  handle(event: FlorinEvent, context: HandlerContext): Promise<void>;
  /** tries before the event goes to the dead letters; default 8 */
  maxAttempts?: number;
  /** wait after the n-th failed try; default exponential, 200 ms to 60 s, with jitter */
  backoffMs?: (attempt: number) => number;
  /** every process gets every event published while it runs; not durable, no retries over a crash, no dead letters */
  broadcast?: boolean;
}

/** An event that was given up, as an operator sees it. */
export interface DeadLetter {
  /** names the letter in `replay` and `discard`: the event's id, or the broker's own for an unreadable message */
  id: string;
  consumer: string;
  type: string | null;
  aggregateId: string | null;
  /** what the handler threw last, or why the message could not be read */
  reason: string;
  attempts: number;
  /** ISO 8601 UTC */
  deadAt: string;
  /** the envelope, or the raw text of an unreadable message */
  body: unknown;
}

export interface DeadLetters {
  /** How many a consumer has; 0 for one that the broker doesn't know. */
  count(consumer: string): Promise<number>;
  /** Oldest first; at most `limit` (default 50, at most 1000). */
  list(consumer: string, options?: { limit?: number }): Promise<DeadLetter[]>;
  /** Puts letters back at the end of the consumer's queue; returns how many. */
  replay(consumer: string, ids: readonly string[] | 'all'): Promise<number>;
  /** Deletes letters for good; returns how many. */
  discard(consumer: string, ids: readonly string[]): Promise<number>;
}

/** Counters since this bus was created. */
export interface BusStats {
  published: number;
  delivered: number;
  retried: number;
  deadLettered: number;
  /** events whose effect was written already: see `oncePostgres` and `onceMongo` */
  duplicates: number;
}

/** How many events a consumer of this bus has before it. */
export interface Depth {
  consumer: string;
  /** in its queue, those in hand not counted */
  waiting: number;
  dead: number;
}

export interface Bus {
  /** Before `start` only. */
  subscribe(consumer: Consumer): void;
  /** Connects, declares the topology and starts consuming; throws when the broker can't be reached. */
  start(): Promise<void>;
  /** Stops consuming, waits (bounded) for handlers under way, closes. */
  stop(): Promise<void>;
  /** Resolves once the broker holds all of them, in this order; throws otherwise, after a time-out at the latest. */
  publish(events: readonly FlorinEvent[]): Promise<void>;
  healthy(): boolean;
  deadLetters: DeadLetters;
  stats(): BusStats;
  /** Of the consumers that have a queue. Throws while the broker does not tell. */
  depths(): Promise<Depth[]>;
}

/** What both kinds of bus are made with, beside their URL. */
export interface BusSettings {
  namespace: string;
  service: string;
  logger: Log;
}

/** Moves committed events to the bus. */
export interface Relay {
  start(): void;
  /** Call it after a commit that wrote events: it saves the wait for the next poll. */
  nudge(): void;
  /** Ends after the batch under way; what is not published stays in the outbox. */
  stop(): Promise<void>;
  /** Rows of events committed and not yet published; counted up to `MAX_BACKLOG`. */
  backlog(): Promise<number>;
  /** When the oldest of them happened; undefined when there are none. */
  oldest(): Promise<Date | undefined>;
}

/** Waits of a relay after a failure: while the broker is away, every commit would knock at it. */
export const RELAY_RETRY = { firstMs: 200, maximumMs: 5_000 };

/** A look at an outbox that has grown for hours must not cost more than moving it. */
export const MAX_BACKLOG = 100_000;

/** Options of both relays. */
export interface RelayOptions {
  bus: Pick<Bus, 'publish'>;
  logger: Log;
  /** fallback poll when nobody nudges; default 1000 */
  pollMs?: number;
  /** maximum of events published at once; default 500 */
  batchSize?: number;
}
