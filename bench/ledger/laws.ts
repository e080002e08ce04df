import type { World } from './world.ts';
import { verifyLedger } from '../../services/ledger/src/app/integrity/verify-ledger.ts';
import { openPatientPool } from '../../services/ledger/src/outbound/postgres/engine/pool.ts';
import { createIntegrityStore } from '../../services/ledger/src/outbound/postgres/integrity/integrity-store.ts';

/** Throws unless the database has exactly so many transfers. */
export async function checkCount(world: World, expected: number): Promise<void> {
  const { rows } = await world.sql.query<{ count: string }>('SELECT count(*) FROM transfers');
  if (Number(rows[0]?.count) !== expected) throw new Error(`${rows[0]?.count} transfers are there, not ${expected}`);
}

/** Throws unless the books are in order and hold exactly so many transfers. */
export async function checkBooks(world: World, expected: number): Promise<void> {
  await checkCount(world, expected);
  const pool = openPatientPool(world.url, 2);
  const breach = await verifyLedger({ integrity: createIntegrityStore(pool) });
  await pool.end();
  if (breach) throw new Error(`${breach.law}: ${breach.what}: ${breach.detail}`);
}
