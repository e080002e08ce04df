import type { EventData } from '@florin/contracts';
import { notFound } from '@florin/errors';
import { requireOpen, type PaymentRequest } from '../../domain/payment-request.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Locks a request that is still open. Throws NOT_FOUND unless the caller is that side of it, CONFLICT. */
export async function lockOpenRequest(
  { requests }: Pick<Deps, 'requests'>,
  tx: Tx,
  { id, by, callerId }: { id: string; by: 'payerId' | 'requesterId'; callerId: string },
): Promise<PaymentRequest> {
  const request = await requests.lock(tx, id);
  if (request?.[by] !== callerId) throw notFound('payment request');
  requireOpen(request, tx.now);
  return request;
}

/** What the events say: `amount` is what is asked for in all. */
export function factsOf(request: PaymentRequest): EventData<'ledger.payment-requested.v1'> {
  const { id: requestId, requesterId, payerId, amount, currency, note } = request;
  return { requestId, requesterId, payerId, amount: amount.toString(), currency, note };
}
