import knexFactory from 'knex';
import type { Knex } from 'knex';
import pg from 'pg';
import { gatherWrites } from './gather-writes.ts';
import { ownPromises } from './own-promises.ts';
import { prepareOften } from './prepare-often.ts';
import { createWatchdog } from './watchdog.ts';

// bigint columns stay exact: pg reads them as strings, and stores turn those into bigint where they are money.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

export interface Postgres {
  knex: Knex;
  pool: pg.Pool;
  /** throws when the server does not answer within 2 s */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface PostgresOptions {
  url: string;
  /** the service's own schema, so that services may share a database */
  schema: string;
  maxConnections?: number;
}

const SCHEMA = /^[a-z][a-z0-9_]{0,40}$/;

/** Opens a pg pool and a knex over connections of the same settings. Nothing connects before the first query. */
export function connectPostgres({ url, schema, maxConnections = 10 }: PostgresOptions): Postgres {
  if (!SCHEMA.test(schema)) throw new Error(`bad schema name ${schema}`);
  const connection: pg.PoolConfig = {
    connectionString: url,
    application_name: `florin-${schema}`,
    connectionTimeoutMillis: 5_000,
    // a lost server must not hold a request for ever
    statement_timeout: 30_000,
    keepAlive: true,
    idle_in_transaction_session_timeout: 30_000,
    // compiling a plan takes 100 ms; the queries of a service take less
    options: `-c search_path=${schema},public -c jit=off`,
  };
  const watch = createWatchdog();
  const pool = new pg.Pool({ ...connection, max: maxConnections });
  pool.on('connect', (client) => {
    ownPromises(client);
    watch(client);
  });
  pool.on('error', () => undefined); // an idle connection was cut: the pool opens another at the next query
  const knex = knexFactory({
    client: 'pg',
    // what a transaction asks at the same time goes out without waiting for the answer before
    connection: { ...connection, pipeline: true } as Knex.PgConnectionConfig,
    pool: {
      min: 0,
      max: maxConnections,
      afterCreate: (client: pg.Client, done: (error: null, client: pg.Client) => void) => {
        gatherWrites(client);
        prepareOften(client);
        watch(client);
        done(null, client);
      },
    },
  });
  return {
    knex,
    pool,
    ping: async () => {
      await pool.query({ text: 'select 1', query_timeout: 2_000 } as pg.QueryConfig);
    },
    close: async () => {
      await Promise.all([pool.end(), knex.destroy()]);
    },
  };
}

/** Creates the database named in the URL when the server does not have it and the role may create it. */
export async function ensureDatabase(url: string): Promise<void> {
  const probe = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await probe.connect();
    await probe.end();
  } catch (error) {
    await probe.end().catch(() => undefined);
    if ((error as { code?: string }).code !== '3D000') throw error;
    await createDatabase(url);
  }
}

async function createDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: target.href, connectionTimeoutMillis: 5_000 });
  await admin.connect();
  try {
    await admin.query(`create database ${admin.escapeIdentifier(name)}`);
  } catch (error) {
    // another process was faster
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await admin.end();
  }
}
