import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';

/** Points a person earned; the grant's id keeps it from being given twice. */
export const onPointsGranted: EventHandler<'users.points-granted.v1', UseCases> = async (
  useCases,
  { data: { userId, grantId, reason, points, lapsesAt } },
) => {
  await useCases.grantPoints({
    ownerId: userId,
    points: BigInt(points),
    reason,
    lapsesAt: lapsesAt === null ? null : new Date(lapsesAt),
    key: idempotencyKey('points-granted', grantId, ''),
  });
};
