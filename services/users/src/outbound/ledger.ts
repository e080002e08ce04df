import type { LedgerServiceDefinition } from '@florin/proto';
import type { GrpcClient } from '@florin/service-kit';
import type { SpendPoints } from '../app/rewards/ports.ts';

/** Points go from the person's points account to the ledger's own, under the given id as idempotency key. */
export function createSpendPoints(ledger: Pick<GrpcClient<LedgerServiceDefinition>, 'spendPoints'>): SpendPoints {
  return async ({ id, userId, points, note }) => {
    await ledger.spendPoints({ idempotencyKey: id, ownerId: userId, points: String(points), reason: note });
  };
}
