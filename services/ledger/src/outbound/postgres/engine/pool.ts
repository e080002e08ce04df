import pg from 'pg';
import { createWatchdog, ownPromises } from '@florin/service-kit/postgres';
import { faultOf, unavailable } from './faults.ts';

const SCHEMA = 'ledger';
export const SERVICE_ROLE = 'florin_ledger';

/**
 * The ledger's own connections: statements go out without waiting for the answer to the one before (`pipeline`), so that
 * a batch takes two round trips.
 */
export function openPool(url: string, max: number): pg.Pool {
  return open(url, { max, application_name: 'florin-ledger-stores' }, { watch: createWatchdog() });
}

/** Connections for reading all there is, which takes as long as it takes. */
export function openPatientPool(url: string, max: number): pg.Pool {
  return open(url, { max, application_name: 'florin-ledger-verify', statement_timeout: 0 });
}

interface Extras {
  /** of the server */
  options?: string;
  watch?: (client: pg.PoolClient) => void;
}

function open(url: string, settings: pg.PoolConfig, { options = '', watch }: Extras = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    keepAlive: true,
    idle_in_transaction_session_timeout: 30_000,
    // compiling a plan takes 100 ms; the ledger's queries take less, and guesses without statistics ask for it
    options: `-c search_path=${SCHEMA},public -c jit=off ${options}`,
    ...settings,
  });
  // A cut connection fails its queries, and the pool opens another; unheard, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    ownPromises(client);
    watch?.(client);
    // the role that may not change what is posted; without it the triggers stand alone
    client.query(`SET ROLE ${SERVICE_ROLE}`).catch(() => undefined);
  });
  tellUnavailable(pool);
  return pool;
}

/** A single query that finds no server, or loses it, is told as UNAVAILABLE: the caller may try again. */
function tellUnavailable(pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (...parameters: unknown[]) => Promise<unknown>;
  const told = async (...parameters: unknown[]): Promise<unknown> => {
    try {
      return await query(...parameters);
    } catch (error) {
      throw faultOf(error) === 'lost' ? unavailable(error, false) : error;
    }
  };
  Object.assign(pool, { query: told });
}

/**
 * Connections for batches only. Their few statements are planned once and for any size; a plan made while a table was
 * still empty must not scan it for ever. Whoever holds an account's lock for long holds up that account's batch no longer
 * than this.
 */
export function openBatchPool(url: string, lanes: number): pg.Pool {
  const planning = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c lock_timeout=2s';
  const settings = { max: lanes + 1, application_name: 'florin-ledger-poster' };
  return open(url, settings, { options: planning, watch: createWatchdog() });
}
