/**
 * `npm run rates -w services/ledger -- <file>`: takes the reference rates of the European Central Bank into the ledger of
 * POSTGRES_URL, else the one that `npm start` runs; exit code 1 and what is wrong, with nothing taken.
 */
import { resolve } from 'node:path';
import { isFlorinError } from '@florin/errors';
import { importRates } from '../app/exchanges/import-rates.ts';
import { findPostgresUrl } from '../config.ts';
import { createDatedRateStore } from '../outbound/postgres/exchanges/dated-rate-store.ts';
import { openPatientPool } from '../outbound/postgres/engine/pool.ts';
import { readRateFile } from '../outbound/rate-file.ts';

const USAGE = `Usage: npm run rates -w services/ledger -- <file>
  <file>  eurofxref-hist.zip, or the CSV file in it, as the European Central Bank publishes it`;

/** The exit code. */
async function main([file, ...more]: string[]): Promise<number> {
  if (file === undefined || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  try {
    // npm starts this in the folder of the service
    const text = await readRateFile(resolve(process.env['INIT_CWD'] ?? '', file));
    const pool = openPatientPool(await findPostgresUrl(process.env), 1);
    const { count, currencies, from, to } = await importRates({ datedRates: createDatedRateStore(pool) }, text).finally(
      () => pool.end(),
    );
    console.log(`${count} rates of ${currencies} currencies, from ${from} to ${to}`);
    return 0;
  } catch (error) {
    if (isFlorinError(error)) for (const { path, message } of error.errors) console.error(`${path}: ${message}`);
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
