import { isFlorinError, type FlorinError } from '@florin/errors';
import type { Logger } from '@florin/service-kit';
import { type Import, type ImportStatus, LEASE_MS } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';
import { PASSING } from '../operations/run.ts';
import { createHold, isLost, type Hold } from './hold-import.ts';

interface Work {
  /** of the imports that wait for it */
  status: ImportStatus;
  signal: AbortSignal;
  logger: Logger;
  /** carries it to its end; whoever takes it up after a crash does so once more */
  run: (claimed: Import, hold: Hold) => Promise<void>;
  /** ends it for what will be refused again; default: it is tried again */
  giveUp?: (claimed: Import, error: FlorinError) => Promise<void>;
}

/**
 * Takes up one import that is due and that nobody works on, and holds it while `run` works. Answers whether there was one.
 * What fails is tried again, the later the more often it did; one that was lost to somebody else is left to them.
 */
export async function workOnImport(
  deps: Pick<Deps, 'stores' | 'clock'>,
  { status, signal, logger, run, giveUp }: Work,
): Promise<boolean> {
  const now = deps.clock();
  const claimed = await deps.stores.imports.claim(status, now, new Date(now.getTime() + LEASE_MS));
  if (!claimed) return false;
  const { id: importId, bytes, total: rows, attempts } = claimed;
  const about = { importId, status, bytes, rows, attempts };
  try {
    await run(claimed, createHold(deps, claimed, signal));
    logger.info(about, 'work on an import is done');
  } catch (error) {
    if (isLost(error)) return true;
    logger[isFlorinError(error) ? 'warn' : 'error']({ ...about, err: error }, 'work on an import is not done');
    if (giveUp && isFlorinError(error) && !PASSING.has(error.code)) await giveUp(claimed, error);
    else await postpone(deps, claimed);
  }
  return true;
}

/** Gives an import back to be taken up again. Without the store its time runs out by itself. */
async function postpone({ stores, clock }: Pick<Deps, 'stores' | 'clock'>, one: Import): Promise<void> {
  const again = new Date(clock().getTime() + Math.min(LEASE_MS, 1_000 * one.attempts));
  await stores.imports.hold(one, {}, again).catch(() => undefined);
}
