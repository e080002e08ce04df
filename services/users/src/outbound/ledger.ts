import type { ServiceClient } from '@florin/service-kit';
import type { SpendPoints } from '../app/rewards/ports.ts';

type LedgerClient = ServiceClient<'ledger'>;

/** Points go from the person's points account to the ledger's own, under the given id as idempotency key. */
export function createSpendPoints(ledger: Pick<LedgerClient, 'spendPoints'>): SpendPoints {
  return async ({ id, userId, points, note }) => {
    await ledger.spendPoints({ idempotencyKey: id, ownerId: userId, points: String(points), reason: note });
  };
}
