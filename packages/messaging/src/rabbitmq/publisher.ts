import type { FlorinEvent } from '@florin/contracts';
import { FlorinError, isFlorinError } from '@florin/errors';
import type { ChannelModel, ConfirmChannel, Options } from 'amqplib';
import type { BusStats, Log } from '../bus.ts';
import { Link } from './link.ts';
import { declareExchanges, type Names } from './topology.ts';
import { Waiting } from './waiting.ts';

/** maximum of messages sent and not yet confirmed, over all callers */
const WINDOW = 1000;
const PUBLISH_TIMEOUT_MS = 10_000;
/** how long a publish waits for a lost connection to come back; the relay's back-off does the rest */
const CONNECTION_WAIT_MS = 2000;

export interface Message {
  exchange: string;
  routingKey: string;
  content: Buffer;
  properties: Options.Publish;
}

interface PublisherOptions {
  url: string;
  connectionName: string;
  names: Names;
  logger: Log;
  stats: BusStats;
}

/** Publishes with confirms on a connection of its own, so that a blocked producer does not hold up consumers. */
export class Publisher {
  readonly link: Link;
  readonly #names: Names;
  readonly #logger: Log;
  readonly #stats: BusStats;
  readonly #arrivals = new Waiting();
  readonly #confirms = new Waiting();
  #channel: ConfirmChannel | undefined;
  #blocked = false;
  #unconfirmed = 0;

  constructor({ url, connectionName, names, logger, stats }: PublisherOptions) {
    this.#names = names;
    this.#logger = logger;
    this.#stats = stats;
    this.link = new Link({
      url,
      name: connectionName,
      logger,
      setup: (connection) => this.#setup(connection),
      down: () => {
        this.#channel = undefined;
      },
    });
  }

  async publish(events: readonly FlorinEvent[]): Promise<void> {
    await this.send(events.map((event) => messageOf(event, this.#names.events)));
    this.#stats.published += events.length;
  }

  /** Sends in order and resolves once the broker has confirmed all; throws UNAVAILABLE after ten seconds at the latest. */
  async send(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort(new Error(`no confirm from the broker within ${String(PUBLISH_TIMEOUT_MS)} ms`));
    }, PUBLISH_TIMEOUT_MS);
    try {
      await this.#sendAll(messages, late.signal);
    } catch (error) {
      if (isFlorinError(error)) throw error;
      throw new FlorinError('UNAVAILABLE', 'the message broker did not take the events', { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  async #setup(connection: ChannelModel): Promise<void> {
    this.#blocked = false;
    connection.on('blocked', (reason: string) => {
      this.#blocked = true;
      this.#logger.warn({ reason }, 'the broker blocks publishing');
    });
    connection.on('unblocked', () => {
      this.#blocked = false;
    });
    const channel = await connection.createConfirmChannel();
    channel.on('error', (error: Error) => {
      this.#logger.warn({ err: error }, 'publishing channel error');
    });
    channel.on('close', () => {
      if (this.#isCurrent(channel)) this.link.reset('publishing channel closed');
    });
    await declareExchanges(channel, this.#names);
    this.#channel = channel;
    this.#arrivals.wake();
  }

  #isCurrent(channel: ConfirmChannel): boolean {
    return this.#channel === channel;
  }

  async #usable(signal: AbortSignal): Promise<ConfirmChannel> {
    if (this.#blocked) throw new FlorinError('UNAVAILABLE', 'the message broker accepts no messages at the moment');
    if (this.#channel) return this.#channel;
    await this.#arrivals.wait(AbortSignal.any([signal, AbortSignal.timeout(CONNECTION_WAIT_MS)]));
    return this.#usable(signal);
  }

  async #sendAll(messages: readonly Message[], signal: AbortSignal): Promise<void> {
    // One channel for the whole list: what follows a lost message must not arrive before its repetition.
    const channel = await this.#usable(signal);
    // What waits in the socket's buffer would only pile up under the caller's repetitions.
    const timedOut = (): void => {
      if (this.#isCurrent(channel)) this.link.reset('publishing timed out');
    };
    signal.addEventListener('abort', timedOut);
    const under = new Unconfirmed(() => {
      this.#unconfirmed -= 1;
      this.#confirms.wake();
    });
    let sent = 0;
    try {
      for (const { exchange, routingKey, content, properties } of messages) {
        while (this.#unconfirmed >= WINDOW) await this.#confirms.wait(signal);
        if (under.failure || !this.#isCurrent(channel)) break;
        this.#unconfirmed += 1;
        sent += 1;
        under.track((confirm) => channel.publish(exchange, routingKey, content, properties, confirm));
      }
    } finally {
      // Resetting the link fails what is not confirmed, so this ends in time.
      await under.settled();
      signal.removeEventListener('abort', timedOut);
    }
    if (under.failure) throw under.failure;
    if (sent < messages.length) throw new Error('the connection to the broker was lost');
  }
}

/** The confirms a list of messages waits for, counted: a promise for each message would cost more than to send it. */
class Unconfirmed {
  failure: Error | undefined;
  readonly #onConfirm: () => void;
  #open = 0;
  #onSettled: (() => void) | undefined;

  constructor(onConfirm: () => void) {
    this.#onConfirm = onConfirm;
  }

  /** `send` throws, or calls back once or never; a throw counts as a refusal. */
  track(send: (confirm: (error: unknown) => void) => void): void {
    this.#open += 1;
    let open = true;
    const confirm = (error: unknown): void => {
      if (!open) return;
      open = false;
      this.#open -= 1;
      if (error) this.failure ??= error instanceof Error ? error : new Error('the broker refused the message');
      this.#onConfirm();
      if (this.#open === 0) this.#onSettled?.();
    };
    try {
      send(confirm);
    } catch (error) {
      confirm(error);
    }
  }

  settled(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#open === 0) resolve();
      else this.#onSettled = resolve;
    });
  }
}

function messageOf(event: FlorinEvent, exchange: string): Message {
  return {
    exchange,
    routingKey: event.type,
    content: Buffer.from(JSON.stringify(event)),
    properties: {
      messageId: event.id,
      type: event.type,
      appId: event.producer,
      correlationId: event.correlationId,
      contentType: 'application/json',
      persistent: true,
      headers: event.traceparent === null ? {} : { traceparent: event.traceparent },
    },
  };
}
