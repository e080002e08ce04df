import type { Deps } from '../index.ts';
import { eachAlone } from '../jobs/each-alone.ts';
import { findSides, takeLapsed } from './move-points.ts';

/** Takes back what has lapsed, of at most `limit` people; returns of how many. */
export async function lapsePoints(deps: Deps, limit: number): Promise<number> {
  const owners = await deps.points.withLapsed(deps.clock(), limit);
  await eachAlone(owners, async (ownerId) => {
    const sides = await findSides(deps, ownerId);
    await deps.transact.run(async (tx) => {
      await takeLapsed(deps, tx, { ...sides, lots: await deps.points.lock(tx, sides.account.id) });
    });
  });
  return owners.length;
}
