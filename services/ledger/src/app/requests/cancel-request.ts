import type { PaymentRequest } from '../../domain/payment-request.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { lockOpenRequest } from './open-request.ts';
import type { ChangeRequest } from './ports.ts';

/** Takes a request back; what was paid stays paid. Throws NOT_FOUND unless the caller asked, CONFLICT. */
export function cancelRequest(deps: Deps, { callerId, id, key }: ChangeRequest): Promise<Once<PaymentRequest>> {
  return deps.transact.once(keyOf(callerId, key, ['cancel', id]), async (tx) => {
    const request = await lockOpenRequest(deps, tx, { id, requesterId: callerId });
    const after: PaymentRequest = { ...request, status: 'cancelled' };
    await deps.requests.save(tx, after);
    return after;
  });
}
