import type { PaymentRequest } from '../../domain/payment-request.ts';
import { requestExpiry } from '../../domain/payment-request.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { factsOf } from './open-request.ts';

export interface NewRequest {
  requesterId: string;
  payerId: string;
  /** minor units */
  amount: bigint;
  currency: string;
  note: string;
  expiresAt: Date | undefined;
  splitId: string | null;
}

/** Writes a new request and its event. INVALID_ARGUMENT naming `expiresAt`. */
export async function addRequest(
  { requests, newId }: Pick<Deps, 'requests' | 'newId'>,
  tx: Tx,
  input: NewRequest,
): Promise<PaymentRequest> {
  const request: PaymentRequest = {
    ...input,
    id: newId(),
    paid: 0n,
    refunded: 0n,
    status: 'pending',
    reminders: 0,
    remindedAt: null,
    createdAt: tx.now,
    expiresAt: requestExpiry(tx.now, input.expiresAt),
  };
  await requests.add(tx, request);
  await tx.emit('ledger.payment-requested.v1', request.id, factsOf(request));
  return request;
}
