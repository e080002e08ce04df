import { hasLapsed, takeFrom, total } from '../../domain/points.ts';
import type { IdempotencyKey } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { findSides, pointPosting, takeLapsed } from './move-points.ts';
import type { PointsChange } from './ports.ts';

export interface SpendPoints {
  ownerId: string;
  points: bigint;
  reason: string;
  reference: string | null;
  key: IdempotencyKey;
}

/** Takes points from a person, those that lapse first going first, once per key. Throws INSUFFICIENT_FUNDS. */
export async function spendPoints(deps: Deps, spend: SpendPoints): Promise<Once<PointsChange>> {
  const { account, house } = await findSides(deps, spend.ownerId);
  return deps.transact.once(spend.key, async (tx) => {
    const lots = await deps.points.lock(tx, account.id);
    const live = lots.filter((lot) => !hasLapsed(lot, tx.now));
    const uses = takeFrom(live, spend.points);
    await takeLapsed(deps, tx, { account, house, lots });
    await deps.points.use(tx, uses);
    const { points: amount, reason: note, reference } = spend;
    const [transfer] = await tx.post(pointPosting({ from: account, to: house, amount, note, reference }));
    if (!transfer) throw new Error('nothing was posted');
    return { transfer, balance: total(live) - spend.points };
  });
}
