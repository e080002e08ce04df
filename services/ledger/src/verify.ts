/** `npm run verify -w services/ledger`: recomputes the ledger of POSTGRES_URL; exit code 1 and the first difference. */
import { createVerify } from './app/integrity/verify.ts';
import { readConfig } from './config.ts';
import { openPool } from './outbound/postgres/engine/pool.ts';
import { createIntegrityStore } from './outbound/postgres/integrity-store.ts';

try {
  const pool = openPool(readConfig(process.env).POSTGRES_URL, 2);
  const breach = await createVerify(createIntegrityStore(pool))((law, detail) => {
    console.log(`ok      ${law}${detail === '' ? '' : ` (${detail})`}`);
  });
  await pool.end();
  if (breach) {
    console.error(`BROKEN  ${breach.law}: ${breach.what}: ${breach.detail}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
