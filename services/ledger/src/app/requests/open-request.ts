import type { EventData } from '@florin/contracts';
import { notFound } from '@florin/errors';
import { requireOpen, type PaymentRequest } from '../../domain/payment-request.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Locks a request that is still open. Throws NOT_FOUND unless it is of that payer and requester, CONFLICT. */
export async function lockOpenRequest(
  { requests }: Pick<Deps, 'requests'>,
  tx: Tx,
  { id, payerId, requesterId }: { id: string; payerId?: string; requesterId?: string },
): Promise<PaymentRequest> {
  const request = await requests.lock(tx, id);
  if (!request || request.payerId !== (payerId ?? request.payerId)) throw notFound('payment request');
  if (request.requesterId !== (requesterId ?? request.requesterId)) throw notFound('payment request');
  requireOpen(request, tx.now);
  return request;
}

/** What the events say: `amount` is what is asked for in all. */
export function factsOf(request: PaymentRequest): EventData<'ledger.payment-requested.v1'> {
  const { id: requestId, requesterId, payerId, amount, currency, note } = request;
  return { requestId, requesterId, payerId, amount: amount.toString(), currency, note };
}
