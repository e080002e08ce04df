import knexFactory from 'knex';
import type { Knex } from 'knex';
import pg from 'pg';
import { createClientWrapper } from './client.ts';
import { connectionConfig, createPool } from './pool.ts';
import { createProbe } from './probe.ts';

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

/** Opens a pg pool and a knex over connections of the same settings. Nothing connects before the first query. */
export function connectPostgres({ url, schema, maxConnections = 10 }: PostgresOptions): Postgres {
  const pool = createPool({ url, schema, maxConnections, measures: { ownPromises: true } });
  const config = connectionConfig({ url, schema });
  const wrap = createClientWrapper({
    silence: { probe: createProbe(config) },
    gatherWrites: true,
    prepareRepeated: true,
  });
  const knex = knexFactory({
    client: 'pg',
    // queries that a transaction starts at the same time go out without waiting for each other's answers
    connection: { ...config, pipeline: true } as Knex.PgConnectionConfig,
    pool: {
      min: 0,
      max: maxConnections,
      afterCreate: (client: pg.Client, done: (error: null, client: pg.Client) => void) => {
        wrap(client);
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
