import knexFactory from 'knex';
import type { Knex } from 'knex';
import pg from 'pg';
import type { Metrics } from '../telemetry/metrics.ts';
import { createClientWrapper } from './client.ts';
import { STATEMENT_MS, connectionConfig, createPool } from './pool.ts';
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
  /** of the process, which then tells how the pools are used */
  metrics?: Metrics | undefined;
}

/** Opens a pg pool and a knex over connections of the same settings. Nothing connects before the first query. */
export function connectPostgres({ url, schema, maxConnections = 10, metrics }: PostgresOptions): Postgres {
  const pool = createPool({ url, schema, maxConnections, metrics, measures: { ownPromises: true } });
  const config = connectionConfig({ url, schema });
  const wrap = createClientWrapper({
    silence: { probe: createProbe(config) },
    gatherWrites: true,
    prepareRepeated: true,
    limitMs: STATEMENT_MS,
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
  if (metrics) watchKnex(knex, `florin-${schema}-knex`, metrics);
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

/** What is used of tarn, which knex keeps its connections in and whose types it does not show. */
interface Tarn {
  numUsed(): number;
  numFree(): number;
  numPendingAcquires(): number;
  on(event: 'acquireRequest' | 'acquireSuccess' | 'acquireFail', heard: (id: number) => void): void;
}

function watchKnex(knex: Knex, name: string, metrics: Metrics): void {
  const { pool } = knex.client as { pool: Tarn };
  const since = new Map<number, number>();
  metrics.watchPool(name, () => ({ busy: pool.numUsed(), idle: pool.numFree(), waiting: pool.numPendingAcquires() }));
  pool.on('acquireRequest', (id) => since.set(id, performance.now()));
  const tell = (id: number): void => {
    const started = since.get(id);
    since.delete(id);
    if (started !== undefined) metrics.timePoolWait(name, (performance.now() - started) / 1000);
  };
  pool.on('acquireSuccess', tell);
  pool.on('acquireFail', (id) => since.delete(id));
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
