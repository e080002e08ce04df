import type { Deps } from '../index.ts';
import { eachAlone } from '../jobs/each-alone.ts';
import { freeHold } from './own-hold.ts';

/** Frees what is held longer than its time, at most `limit` holds; returns how many. */
export async function lapseHolds(deps: Deps, limit: number): Promise<number> {
  const due = await deps.holds.expired(deps.clock(), limit);
  await eachAlone(due, (id) =>
    deps.transact.run(async (tx) => {
      const hold = await deps.holds.lock(tx, id);
      if (hold?.status === 'pending' && hold.expiresAt <= tx.now) {
        await freeHold(deps, tx, { ...hold, status: 'lapsed' });
      }
    }),
  );
  return due.length;
}
