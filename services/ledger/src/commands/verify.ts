/**
 * `npm run verify -w services/ledger`: recomputes the ledger of POSTGRES_URL, else the one that `npm start` runs; exit code
 * 1 and the first difference.
 */
import { parseArgs } from 'node:util';
import type { ChainEnd } from '../app/integrity/ports.ts';
import { verifyLedger } from '../app/integrity/verify-ledger.ts';
import { findPostgresUrl } from '../config.ts';
import { parseAnchor, showAnchor, type Anchor } from '../domain/block.ts';
import { openPatientPool } from '../outbound/postgres/engine/pool.ts';
import { createIntegrityStore } from '../outbound/postgres/integrity/integrity-store.ts';

const USAGE = `Usage: npm run verify -w services/ledger [-- --anchor=<number>:<hash>]
  --anchor  a block as an earlier run printed it: it must be there still, with that hash of 64 hex digits`;

/** The exit code. */
async function main(): Promise<number> {
  let anchor: Anchor | undefined;
  try {
    anchor = readAnchor(process.argv.slice(2));
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await verify(anchor);
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
}

/** Throws an Error that says what is wrong with the command line. */
function readAnchor(args: string[]): Anchor | undefined {
  const { values } = parseArgs({ args, options: { anchor: { type: 'string' } } });
  if (values.anchor === undefined) return undefined;
  const anchor = parseAnchor(values.anchor);
  if (!anchor) throw new Error(`--anchor: '${values.anchor}' is no <number>:<hash>`);
  return anchor;
}

async function verify(anchor: Anchor | undefined): Promise<number> {
  const pool = openPatientPool(await findPostgresUrl(process.env), 2);
  try {
    const onChecked = (law: string, detail: string): void => {
      console.log(`ok      ${law}${detail === '' ? '' : ` (${detail})`}`);
    };
    const integrity = createIntegrityStore(pool);
    const breach = await verifyLedger({ integrity }, { onChecked, anchor, onChainEnd: printEnd });
    if (!breach) return 0;
    console.error(`BROKEN  ${breach.law}: ${breach.what}: ${breach.detail}`);
    return 1;
  } finally {
    await pool.end();
  }
}

function printEnd({ last, unsealed: { transfers, since } }: ChainEnd): void {
  console.log(`last    ${last ? `${showAnchor(last)} (keep it elsewhere, for --anchor)` : 'no block'}`);
  console.log(`open    ${transfers} transfers not sealed yet${since ? `, since ${since.toISOString()}` : ''}`);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

process.exitCode = await main();
