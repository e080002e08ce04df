import { requireMayAsk } from '@florin/errors';
import { requestExpiry, type PaymentRequest } from '../../domain/payment-request.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { factsOf } from './open-request.ts';

export interface NewRequest extends Pick<
  PaymentRequest,
  'requesterId' | 'payerId' | 'amount' | 'currency' | 'note' | 'splitId'
> {
  expiresAt: Date | undefined;
  /** the field that names the payer */
  path: string;
}

/** Writes a new request and its event. INVALID_ARGUMENT naming `expiresAt`, RATE_LIMITED naming the payer's field. */
export async function addRequest(
  { requests, newId, asking }: Pick<Deps, 'requests' | 'newId' | 'asking'>,
  tx: Tx,
  { path, ...input }: NewRequest,
): Promise<PaymentRequest> {
  requireMayAsk(await requests.askedBefore(tx, input, asking), asking, tx.now, path);
  const request: PaymentRequest = {
    ...input,
    id: newId(),
    paid: 0n,
    refunded: 0n,
    status: 'pending',
    reminders: 0,
    remindedAt: null,
    declinedAt: null,
    createdAt: tx.now,
    expiresAt: requestExpiry(tx.now, input.expiresAt),
  };
  await requests.add(tx, request);
  await tx.emit('ledger.payment-requested.v1', request.id, factsOf(request));
  return request;
}
