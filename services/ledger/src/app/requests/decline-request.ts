import type { PaymentRequest } from '../../domain/payment-request.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { factsOf, lockOpenRequest } from './open-request.ts';
import type { ChangeRequest } from './ports.ts';

/** Says no to a request. Throws NOT_FOUND unless the caller is the payer, CONFLICT when it is no longer open. */
export function declineRequest(deps: Deps, { callerId, id, key }: ChangeRequest): Promise<Once<PaymentRequest>> {
  return deps.transact.once(keyOf(callerId, key, ['decline', id]), async (tx) => {
    const request = await lockOpenRequest(deps, tx, { id, payerId: callerId });
    const after: PaymentRequest = { ...request, status: 'declined', declinedAt: tx.now };
    await deps.requests.save(tx, after);
    await tx.emit('ledger.payment-request-declined.v1', id, factsOf(after));
    return after;
  });
}
