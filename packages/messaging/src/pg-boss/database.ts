import pg from 'pg';
import type { Db } from 'pg-boss';
import type { Log } from '../bus.ts';

/** connections of one process and namespace, over all its services, beside the one that holds the leases */
const POOL_SIZE = 6;
const TRANSACTION_TIMEOUT_MS = 10_000;
/** ends a query whose answer a dead network swallows; far above what ours take */
const QUERY_TIMEOUT_MS = 8_000;

export interface Database {
  /** for pg-boss outside of a transaction */
  db: Db;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Runs `work` in a transaction; `db` lets pg-boss take part. Throws after ten seconds at the latest. */
  transaction<T>(work: (client: pg.PoolClient, db: Db) => Promise<T>): Promise<T>;
  /** From now on pg-boss's queries are bounded in time as well. */
  hurry(): void;
  close(): Promise<void>;
}

export function openDatabase(url: string, name: string, logger: Log): Database {
  // pg-boss may take its time while it makes or migrates its schema.
  const limits: { queryMs: number | undefined } = { queryMs: undefined };
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    options: '-c jit=off',
    max: POOL_SIZE,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on('error', (error) => {
    logger.warn({ err: error }, 'idle database connection of the bus lost');
  });

  async function transaction<T>(work: (client: pg.PoolClient, db: Db) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let released = false;
    const release = (error?: Error): void => {
      if (released) return;
      released = true;
      client.release(error);
    };
    // Releasing with an error destroys the connection, which ends the query that hangs on it.
    const timer = setTimeout(() => {
      release(new Error('the transaction took too long'));
    }, TRANSACTION_TIMEOUT_MS);
    client.on('error', release);
    try {
      await client.query('BEGIN');
      const result = await work(client, { executeSql: (text, values) => client.query(text, values) });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(release);
      throw error;
    } finally {
      clearTimeout(timer);
      client.removeListener('error', release);
      release();
    }
  }

  return {
    db: { executeSql: (text, values) => pool.query(bounded(text, values, limits.queryMs)) },
    query: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await pool.query<Row>(bounded(text, values, QUERY_TIMEOUT_MS))).rows,
    hurry() {
      limits.queryMs = QUERY_TIMEOUT_MS;
    },
    transaction,
    close: () => pool.end(),
  };
}

function bounded(text: string, values: unknown[] | undefined, timeoutMs: number | undefined): pg.QueryConfig {
  const config: pg.QueryConfig & { query_timeout?: number | undefined } = { text, query_timeout: timeoutMs };
  if (values) config.values = values;
  return config;
}
