import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';

/** Points a person earned; the grant's id keeps it from being given twice. */
export async function pointsGranted(
  useCases: UseCases,
  { data: { userId, grantId, reason, points, lapsesAt } }: FlorinEvent<'users.points-granted.v1'>,
): Promise<void> {
  await useCases.grantPoints({
    ownerId: userId,
    points: BigInt(points),
    reason,
    lapsesAt: lapsesAt === null ? null : new Date(lapsesAt),
    key: idempotencyKey('points-granted', grantId, ''),
  });
}
