import { backoff } from '@florin/errors';
import type { Writable } from 'node:stream';
import type { ChannelModel } from 'amqplib';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../bus.ts';
import { reasonOf } from '../consuming/handling.ts';

const CONNECT_TIMEOUT_MS = 5000;
const HEARTBEAT_SECONDS = 10;
const CLOSE_TIMEOUT_MS = 2000;
/** A broker that is busy gets more than one chance at the start; one that is not there is told of at once. */
const FIRST_TRIES = 4;
const FIRST_WAIT_MS = 1000;
const reconnectMs = backoff({ firstMs: 100, maximumMs: 5_000 });

interface LinkOptions {
  url: string;
  /** shown in the broker's list of connections */
  name: string;
  logger: Log;
  /** declares and opens what lives on the connection; runs after every connect */
  setup: (connection: ChannelModel) => Promise<void>;
  /** the connection and all that lived on it are gone */
  down: () => void;
}

/** A connection to the broker that is set up again after every loss. */
export class Link {
  readonly #options: LinkOptions;
  #current: ChannelModel | undefined;
  #ready = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #connecting: Promise<void> = Promise.resolve();

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /** Throws when the first connection fails, after a few tries if the broker is slow; reconnects by itself from then on. */
  async open(): Promise<void> {
    const { url } = this.#options;
    this.#connecting = this.#establishFirst().catch((error: unknown) => {
      throw new Error(`RabbitMQ at ${new URL(url).host} can't be used: ${reasonOf(error)}`, { cause: error });
    });
    await this.#connecting;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#connecting.catch(() => undefined);
    this.#ready = false;
    const connection = this.#current;
    this.#current = undefined;
    if (connection) await shut(connection);
    this.#options.down();
  }

  /** The connection while it is set up; undefined while there is none. */
  connection(): ChannelModel | undefined {
    return this.#ready ? this.#current : undefined;
  }

  up(): boolean {
    return this.#ready;
  }

  /** Drops the connection and makes a new one. */
  reset(reason: string): void {
    const connection = this.#current;
    if (connection === undefined || this.#closed) return;
    this.#options.logger.warn({ connection: this.#options.name, reason }, 'broker connection is dropped');
    this.#lost(connection);
    void shut(connection);
  }

  async #establishFirst(tries = 1): Promise<void> {
    try {
      await this.#establish();
    } catch (error) {
      if (tries === FIRST_TRIES || this.#closed || !/timed? ?out/i.test(reasonOf(error))) throw error;
      this.#options.logger.warn(
        { connection: this.#options.name, tries },
        'the broker is slow to answer, trying again',
      );
      await wait(FIRST_WAIT_MS);
      await this.#establishFirst(tries + 1);
    }
  }

  async #establish(): Promise<void> {
    const { url, name, logger, setup, down } = this.#options;
    const { connect } = await import('amqplib');
    const connection = await connect(withHeartbeat(url), {
      noDelay: true,
      keepAlive: true,
      timeout: CONNECT_TIMEOUT_MS,
      clientProperties: { connection_name: name },
    });
    gatherWrites(connection);
    // Without a listener amqplib would throw the error; 'close' follows it.
    connection.on('error', (error: Error) => {
      logger.warn({ err: error, connection: name }, 'broker connection error');
    });
    connection.on('close', () => {
      this.#lost(connection);
    });
    this.#current = connection;
    try {
      await setup(connection);
    } catch (error) {
      this.#current = undefined;
      down();
      await shut(connection);
      throw error;
    }
    if (!this.#isCurrent(connection)) throw new Error('the broker closed the connection while it was set up');
    this.#ready = true;
    this.#failures = 0;
  }

  #isCurrent(connection: ChannelModel): boolean {
    return this.#current === connection;
  }

  #lost(connection: ChannelModel): void {
    if (!this.#isCurrent(connection)) return;
    const wasReady = this.#ready;
    this.#current = undefined;
    this.#ready = false;
    this.#options.down();
    // A loss during the set-up fails the set-up, and that tries again.
    if (this.#closed || !wasReady) return;
    this.#options.logger.warn({ connection: this.#options.name }, 'broker connection lost, reconnecting');
    this.#again();
  }

  #again(): void {
    if (this.#closed) return;
    const { logger, name } = this.#options;
    this.#failures += 1;
    const failures = this.#failures;
    this.#timer = setTimeout(() => {
      this.#connecting = this.#establish().then(
        () => {
          logger.info({ connection: name }, 'broker connection is back');
        },
        (error: unknown) => {
          logger.warn({ err: error, connection: name, failures }, 'broker connection failed, will try again');
          this.#again();
        },
      );
    }, reconnectMs(failures));
  }
}

function withHeartbeat(url: string): string {
  const parsed = new URL(url);
  if (!parsed.searchParams.has('heartbeat')) parsed.searchParams.set('heartbeat', String(HEARTBEAT_SECONDS));
  return parsed.href;
}

/**
 * Closes politely if the broker answers in time; destroys the socket either way, with whatever it still buffers. The
 * error makes amqplib close its channels as well, and so fail what still waits for a confirm.
 */
async function shut(connection: ChannelModel): Promise<void> {
  await Promise.race([connection.close().catch(() => undefined), wait(CLOSE_TIMEOUT_MS, undefined, { ref: false })]);
  (connection.connection as unknown as { stream: Socket }).stream.destroy(new Error('the connection was dropped'));
}

/** Sends what one turn of the event loop writes in one go: amqplib's write for each message costs a system call each. */
function gatherWrites(connection: ChannelModel): void {
  const { stream } = connection.connection as { stream?: Writable };
  if (!stream) return;
  const write = stream.write.bind(stream) as (...parameters: unknown[]) => boolean;
  let gathering = false;
  const gather = (...parameters: unknown[]): boolean => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      process.nextTick(() => {
        gathering = false;
        stream.uncork();
      });
    }
    return write(...parameters);
  };
  Object.assign(stream, { write: gather });
}
