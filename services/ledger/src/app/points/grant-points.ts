import { hasLapsed, total } from '../../domain/points.ts';
import type { IdempotencyKey } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { findSides, pointPosting } from './move-points.ts';
import type { PointsChange } from './ports.ts';

export interface GrantPoints {
  ownerId: string;
  points: bigint;
  reason: string;
  /** null: never */
  lapsesAt: Date | null;
  key: IdempotencyKey;
}

/** Gives points to a person, once per key. */
export async function grantPoints(deps: Deps, grant: GrantPoints): Promise<Once<PointsChange>> {
  const { account, house } = await findSides(deps, grant.ownerId);
  return deps.transact.once(grant.key, async (tx) => {
    const lots = await deps.points.lock(tx, account.id);
    const posting = { from: house, to: account, amount: grant.points, note: grant.reason, reference: null };
    const [transfer] = await tx.post(pointPosting(posting));
    if (!transfer) throw new Error('nothing was posted');
    const lot = { id: transfer.id, remaining: grant.points, grantedAt: tx.now, lapsesAt: grant.lapsesAt };
    await deps.points.add(tx, account.id, lot);
    return { transfer, balance: total(lots.filter((other) => !hasLapsed(other, tx.now))) + grant.points };
  });
}
