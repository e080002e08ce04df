import type { Pool } from 'pg';
import type { Metrics } from '@florin/service-kit';
import { createPool, type PoolOptions } from '@florin/service-kit/postgres';
import { faultOf, unavailable } from './faults.ts';

export const SERVICE_ROLE = 'florin_ledger';

/** The connections of stores and use cases. */
export function openPool(url: string, maxConnections: number, metrics?: Metrics): Pool {
  return open(url, { name: 'florin-ledger-stores', maxConnections, metrics });
}

/** Connections that read all there is, which takes as long as it takes. */
export function openPatientPool(url: string, maxConnections: number): Pool {
  const measures = { silence: false, ownPromises: true } as const;
  return open(url, { name: 'florin-ledger-verify', maxConnections, statementTimeoutMs: 0, measures });
}

/**
 * Connections for batches only. Their few statements are planned once and for any size; a plan made while a table was
 * still empty must not scan it for ever. Another transaction that holds an account's lock holds up that account's batch
 * for no longer than lock_timeout.
 */
export function openBatchPool(url: string, lanes: number, metrics?: Metrics): Pool {
  const settings = { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off', lock_timeout: '2s' };
  return open(url, { name: 'florin-ledger-poster', maxConnections: lanes + 1, settings, metrics });
}

/** Pipelined, so that a batch takes two round trips: queries go out without waiting for the answer to the one before. */
function open(url: string, options: Omit<PoolOptions, 'url' | 'schema' | 'measures'> & Partial<PoolOptions>): Pool {
  const pool = createPool({
    url,
    schema: 'ledger',
    pipeline: true,
    measures: { ownPromises: true },
    explain: (error) => (faultOf(error) === 'lost' ? unavailable(error, false) : error),
    ...options,
  });
  // the role that may not change what is posted; where it is missing, the triggers alone prevent it
  pool.on('connect', (client) => {
    client.query(`SET ROLE ${SERVICE_ROLE}`).catch(() => undefined);
  });
  return pool;
}
