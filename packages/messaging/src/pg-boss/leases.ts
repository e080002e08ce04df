import pg from 'pg';
import type { Log } from '../bus.ts';

interface LeasesOptions {
  url: string;
  schema: string;
  name: string;
  logger: Log;
  /** the consumer is ours now; must put back what its former owner left unfinished */
  gained: (consumer: string) => Promise<void>;
  lost: (consumer: string) => void;
}

/**
 * One process at a time may work on a consumer's queue, as RabbitMQ's single active consumer does it: the lease is a
 * session's advisory lock, which the server frees the moment the process or its connection dies.
 */
export class Leases {
  readonly #options: LeasesOptions;
  readonly #wanted = new Set<string>();
  readonly #held = new Set<string>();
  #client: pg.Client | undefined;
  #ticking: Promise<void> = Promise.resolve();

  constructor(options: LeasesOptions) {
    this.#options = options;
  }

  want(consumer: string): void {
    this.#wanted.add(consumer);
  }

  holds(consumer: string): boolean {
    return this.#held.has(consumer);
  }

  /** Tries for those not held, on one connection of its own; throws when the database can't be reached. */
  tick(): Promise<void> {
    return this.#inTurn(() => this.#tick());
  }

  /** Lets another process have the consumer. */
  release(consumer: string): Promise<void> {
    return this.#inTurn(() => this.#release(consumer));
  }

  /** One thing at a time on the connection. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#ticking = this.#ticking.catch(() => undefined).then(work);
    return this.#ticking;
  }

  async #release(consumer: string): Promise<void> {
    this.#wanted.delete(consumer);
    if (!this.#held.delete(consumer)) return;
    await this.#client
      ?.query('SELECT pg_advisory_unlock(hashtextextended($1 || $2, 0))', [`${this.#options.schema}:`, consumer])
      .catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#ticking.catch(() => undefined);
    const last = this.#client;
    this.#client = undefined;
    this.#held.clear();
    await last?.end().catch(() => undefined);
  }

  async #tick(): Promise<void> {
    if (this.#wanted.size === 0) return;
    const session = await this.#connected();
    try {
      await this.#claim(session);
    } catch (error) {
      this.#drop(session);
      throw error;
    }
  }

  async #claim(session: pg.Client): Promise<void> {
    const missing = [...this.#wanted].filter((consumer) => !this.#held.has(consumer));
    const { rows } = await session.query<{ consumer: string; mine: boolean }>(
      `SELECT consumer, pg_try_advisory_lock(hashtextextended($2 || consumer, 0)) AS mine
         FROM unnest($1::text[]) AS list (consumer)`,
      [missing, `${this.#options.schema}:`],
    );
    for (const { consumer, mine } of rows) {
      if (!mine) continue;
      await this.#options.gained(consumer);
      if (this.#client !== session) throw new Error('lease connection lost');
      this.#held.add(consumer);
    }
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const { url, name, logger } = this.#options;
    const client = new pg.Client({
      connectionString: url,
      application_name: name,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
    });
    client.on('error', (error) => {
      logger.warn({ err: error }, 'lease connection of the bus lost');
      this.#drop(client);
    });
    client.on('end', () => {
      this.#drop(client);
    });
    await client.connect();
    this.#client = client;
    return client;
  }

  #drop(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    const all = [...this.#held];
    this.#held.clear();
    for (const consumer of all) this.#options.lost(consumer);
    // Waits for no answer: a server that is out of reach gives none.
    client.end().catch(() => undefined);
  }
}
