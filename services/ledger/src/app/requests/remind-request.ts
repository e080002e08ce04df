import { remind, type PaymentRequest } from '../../domain/payment-request.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { factsOf, lockOpenRequest } from './open-request.ts';
import type { ChangeRequest } from './ports.ts';

/** Reminds the payer, at most once a day and five times. Throws NOT_FOUND, CONFLICT, RATE_LIMITED. */
export function remindRequest(deps: Deps, { callerId, id, key }: ChangeRequest): Promise<Once<PaymentRequest>> {
  return deps.transact.once(keyOf(callerId, key, ['remind', id]), async (tx) => {
    const request = await lockOpenRequest(deps, tx, { id, requesterId: callerId });
    const after = remind(request, tx.now);
    await deps.requests.save(tx, after);
    await tx.emit('ledger.payment-request-reminded.v1', id, factsOf(after));
    return after;
  });
}
