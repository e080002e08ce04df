import pg from 'pg';
import { createClientWrapper, type Measures } from './client.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { createProbe } from './probe.ts';

interface ConnectionOptions {
  url: string;
  /** the service's own schema, so that services may share a database */
  schema: string;
  /** shown in pg_stat_activity */
  name?: string;
  /** 0 for none; default 30 s, so that a slow server does not hold a request for ever */
  statementTimeoutMs?: number;
  /** settings of the server for these connections, e.g. `{ lock_timeout: '2s' }` */
  settings?: Record<string, string>;
}

export interface PoolOptions extends ConnectionOptions {
  maxConnections: number;
  /** queries of one connection go out without waiting for the answer to the one before */
  pipeline?: boolean;
  /** the watch for a vanished server is always on unless `silence` is false */
  measures: Omit<Measures, 'silence'> & { silence?: false };
  /** of the process, which then tells how the pool is used, by its `name` */
  metrics?: Metrics | undefined;
  /** makes the error that a query of the pool itself (not of a connection taken from it) fails with */
  explain?: (error: unknown) => unknown;
}

/** A statement that nobody bounds otherwise ends after this: a slow server does not hold a request for ever. */
export const STATEMENT_MS = 30_000;

const SCHEMA = /^[a-z][a-z0-9_]{0,40}$/;

/** What all our connections have in common. Throws for a bad schema name. */
export function connectionConfig(options: ConnectionOptions): pg.ClientConfig {
  const { url, schema, name = `florin-${schema}`, statementTimeoutMs = STATEMENT_MS, settings = {} } = options;
  if (!SCHEMA.test(schema)) throw new Error(`bad schema name ${schema}`);
  // jit=off: compiling a plan takes 100 ms, the queries of a service take less
  const all = { search_path: `${schema},public`, jit: 'off', ...settings };
  return {
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    options: Object.entries(all)
      .map(([setting, value]) => `-c ${setting}=${value}`)
      .join(' '),
  };
}

/** A pool whose connections have the measures. Nothing connects before the first query. */
export function createPool(given: PoolOptions): pg.Pool {
  const { maxConnections, pipeline = false, measures, explain, metrics, ...options } = given;
  const config = connectionConfig(options);
  const silence = measures.silence === false ? undefined : { probe: createProbe(config) };
  const wrap = createClientWrapper({ ...measures, silence });
  const pool = new pg.Pool({ ...config, max: maxConnections, pipeline });
  // a cut connection fails its queries and the pool opens another; unheard, the event would end the process
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    wrap(client);
  });
  if (metrics) watchPool(pool, options.name ?? `florin-${options.schema}`, metrics);
  if (explain) explainErrors(pool, explain);
  return pool;
}

/** The pool's own queries take their connection by `connect` too. */
function watchPool(pool: pg.Pool, name: string, metrics: Metrics): void {
  metrics.watchPool(name, () => ({
    busy: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }));
  const connect = pool.connect.bind(pool) as (...parameters: unknown[]) => unknown;
  const tell = (started: number): void => {
    metrics.timePoolWait(name, (performance.now() - started) / 1000);
  };
  const timed = (done?: (...results: unknown[]) => void): unknown => {
    const started = performance.now();
    if (done) {
      return connect((...results: unknown[]) => {
        tell(started);
        done(...results);
      });
    }
    return (connect() as Promise<pg.PoolClient>).then((client) => {
      tell(started);
      return client;
    });
  };
  Object.assign(pool, { connect: timed });
}

function explainErrors(pool: pg.Pool, explain: (error: unknown) => unknown): void {
  const query = pool.query.bind(pool) as (...parameters: unknown[]) => Promise<unknown>;
  const explained = async (...parameters: unknown[]): Promise<unknown> => {
    try {
      return await query(...parameters);
    } catch (error) {
      throw explain(error);
    }
  };
  Object.assign(pool, { query: explained });
}
