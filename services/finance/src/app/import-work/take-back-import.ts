import type { Logger } from '@florin/service-kit';
import { RESTORE, type Import } from '../../domain/imports/import.ts';
import { liftLimits, removeRestored, restoredWalletsOf, setLimits } from '../restores/take-back-restored.ts';
import type { Hold } from './hold-import.ts';
import { workOnImport } from './work-on-import.ts';
import { type Changing, changeRows } from '../bulks/change-rows.ts';
import { planDeletion } from '../bulks/plans.ts';

/**
 * Deletes the transactions of one import that is to be undone, or whose posting was refused, a thousand at a time: first
 * those that took money out, as giving back needs it. Answers whether there was one. What is gone already is passed over;
 * what can't be deleted, as its wallet is closed, stays and is told.
 */
export async function takeBackImport(deps: Changing, logger: Logger, signal: AbortSignal): Promise<boolean> {
  return workOnImport(deps, {
    status: 'undoing',
    signal,
    logger,
    run: (claimed, hold) => takeBack(deps, claimed, hold),
  });
}

async function takeBack(deps: Changing, claimed: Import, hold: Hold): Promise<void> {
  const { stores, transact, clock } = deps;
  const { id, ownerId, total, error } = claimed;
  const isRestore = claimed.format === RESTORE;
  const limits = isRestore ? await liftLimits(deps, claimed) : new Map<string, bigint>();
  const last = await stores.importRows.lastPart(id);
  let [done, kept] = [0, 0];
  for (let part = last; part >= 0; part -= 1) {
    const rows = await stores.importRows.part(id, part);
    const ids = rows.flatMap(({ transactionId }) => transactionId ?? []);
    const outcomes = await changeRows(deps, {
      ownerId,
      ids,
      plan: async (tx, found, key) => {
        // rows that are refused one by one take their time
        await hold.tell(done, total);
        return planDeletion(tx, found, key, isRestore ? restoredWalletsOf : undefined);
      },
    });
    const stay = outcomes.filter(({ code }) => code !== null && code !== 'NOT_FOUND').map((each) => each.id);
    const gone = ids.filter((each) => !stay.includes(each));
    await transact(async (tx) => {
      done += rows.length;
      await hold.renew(tx, done, total);
      await tx.importRows.release(id, gone);
    });
    kept += stay.length;
  }
  await setLimits(deps, claimed, limits);
  const message = `${kept} transactions could not be taken back`;
  await transact(async (tx) => {
    await hold.renew(tx, done, total);
    const end = kept > 0 ? { error: error ?? { code: 'CONFLICT', message } } : {};
    if (isRestore) await removeRestored(deps, tx, claimed);
    const status = error ? 'failed' : kept > 0 ? 'committed' : 'undone';
    await tx.imports.update(id, { status, ...end }, clock());
    // what failed may be read once more
    if (!error) await tx.imports.dropChunks(id);
  });
}
