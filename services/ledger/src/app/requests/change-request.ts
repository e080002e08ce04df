import { remind, type PaymentRequest } from '../../domain/payment-request.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Deps } from '../index.ts';
import type { Once, OwnChange } from '../ports.ts';
import { factsOf, lockOpenRequest } from './open-request.ts';

type Change = (request: PaymentRequest, now: Date) => PaymentRequest;

/** Who may change an open request in which way, and how others hear of it. What was paid stays paid. */
const CHANGES = {
  decline: {
    by: 'payerId',
    event: 'ledger.payment-request-declined.v1',
    apply: (request, now) => ({ ...request, status: 'declined', declinedAt: now }),
  },
  cancel: { by: 'requesterId', event: null, apply: (request) => ({ ...request, status: 'cancelled' }) },
  remind: { by: 'requesterId', event: 'ledger.payment-request-reminded.v1', apply: remind },
} as const satisfies Record<string, { by: 'payerId' | 'requesterId'; event: string | null; apply: Change }>;

/**
 * The payer declines a request, or who asked cancels it or reminds the payer, at most once a day and five times. Throws
 * NOT_FOUND for anybody else, CONFLICT when it is no longer open, RATE_LIMITED.
 */
export function changeRequest(
  deps: Deps,
  { callerId, id, key, change }: OwnChange & { change: keyof typeof CHANGES },
): Promise<Once<PaymentRequest>> {
  return deps.transact.once(keyOf(callerId, key, [change, id]), async (tx) => {
    const { by, event, apply } = CHANGES[change];
    const after: PaymentRequest = apply(await lockOpenRequest(deps, tx, { id, by, callerId }), tx.now);
    await deps.requests.save(tx, after);
    if (event !== null) await tx.emit(event, id, factsOf(after));
    return after;
  });
}
