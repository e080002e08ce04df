import { invalidField, notFound } from '@florin/errors';
import type { EventData } from '@florin/contracts';
import { currentContext, newId } from '@florin/service-kit';
import type { Clock } from '@florin/service-kit';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { PaymentRequest } from '../../domain/payment-request.ts';
import { payRequest, remindRequest, requestExpiry, requireOpen } from '../../domain/payment-request.ts';
import type { Transfer, Visibility } from '../../domain/posting/posting.ts';
import type { Directory } from '../directory.ts';
import type { Once, RequestStore, Transact, Tx, UserName } from '../ports.ts';

export interface RequestParts {
  directory: Directory;
  transact: Transact;
  requests: RequestStore;
  clock: Clock;
}

export interface AskPayment {
  callerId: string;
  from: UserName;
  amount: bigint;
  currency: string;
  note: string;
  expiresAt: Date | undefined;
  key: string | undefined;
}

/** Asks somebody for money. Throws NOT_FOUND naming `from`, INVALID_ARGUMENT for oneself. */
export function createAskPayment({ directory, transact, requests }: RequestParts) {
  return async (ask: AskPayment): Promise<Once<PaymentRequest>> => {
    const { callerId, from, amount, currency, note, expiresAt } = ask;
    const asked = JSON.stringify(['ask', from, String(amount), currency, note, expiresAt ?? null]);
    const key = keyOf(callerId, ask.key, asked);
    const first = await transact.replay<PaymentRequest>(key);
    if (first) return first;
    const payerId = await directory.userOf(from, 'from');
    if (payerId === callerId) throw invalidField('from', 'must be somebody else');
    return transact.once(key, (tx) =>
      addRequest(requests, tx, { requesterId: callerId, payerId, amount, currency, note, expiresAt, splitId: null }),
    );
  };
}

interface NewRequest {
  requesterId: string;
  payerId: string;
  amount: bigint;
  currency: string;
  note: string;
  expiresAt: Date | undefined;
  splitId: string | null;
}

/** Writes a new request and its event. */
export async function addRequest(requests: RequestStore, tx: Tx, input: NewRequest): Promise<PaymentRequest> {
  const request: PaymentRequest = {
    ...input,
    id: newId(),
    paid: 0n,
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

export interface ChangeRequest {
  callerId: string;
  id: string;
  key: string | undefined;
}

/**
 * Pays a request, all that is left or a part, from the payer's main account. Throws NOT_FOUND unless the caller is the
 * payer, CONFLICT when it no longer asks, INVALID_ARGUMENT for more than is left, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED.
 */
export function createPayRequest({ directory, transact, requests }: RequestParts) {
  return async (pay: ChangeRequest & { amount: bigint | undefined; visibility: Visibility }) => {
    const seen = await requests.find(pay.id);
    if (seen?.payerId !== pay.callerId) throw notFound('payment request');
    const from = await directory.ownAccount(seen.payerId, seen.currency);
    const to = await directory.ownAccount(seen.requesterId, seen.currency);
    const asked = JSON.stringify(['pay', pay.id, pay.amount === undefined ? null : String(pay.amount), pay.visibility]);
    return transact.once(keyOf(pay.callerId, pay.key, asked), async (tx) => {
      const request = await lockOpen(requests, tx, pay.id);
      const { amount, after } = payRequest(request, pay.amount);
      const context = currentContext();
      const [posted] = await tx.post({
        kind: 'peer',
        amount,
        currency: request.currency,
        fromAccountId: from.id,
        toAccountId: to.id,
        note: request.note,
        visibility: pay.visibility,
        reference: request.id,
        correlationId: context?.requestId,
        traceparent: context?.traceparent,
      });
      const transfer = posted as Transfer;
      await requests.save(tx, after);
      const facts = { ...factsOf(after), transferId: transfer.id, paidAmount: amount.toString() };
      await tx.emit('ledger.payment-request-paid.v1', request.id, facts);
      return { request: after, transfer };
    });
  };
}

/** Says no to a request. Throws NOT_FOUND unless the caller is the payer, CONFLICT when it no longer asks. */
export function createDeclineRequest({ transact, requests }: RequestParts) {
  return (change: ChangeRequest): Promise<Once<PaymentRequest>> =>
    transact.once(keyOf(change.callerId, change.key, JSON.stringify(['decline', change.id])), async (tx) => {
      const request = await lockOpen(requests, tx, change.id, { payerId: change.callerId });
      const after: PaymentRequest = { ...request, status: 'declined' };
      await requests.save(tx, after);
      await tx.emit('ledger.payment-request-declined.v1', request.id, factsOf(after));
      return after;
    });
}

/** Takes a request back; what was paid stays paid. Throws NOT_FOUND unless the caller asked, CONFLICT. */
export function createCancelRequest({ transact, requests }: RequestParts) {
  return (change: ChangeRequest): Promise<Once<PaymentRequest>> =>
    transact.once(keyOf(change.callerId, change.key, JSON.stringify(['cancel', change.id])), async (tx) => {
      const request = await lockOpen(requests, tx, change.id, { requesterId: change.callerId });
      const after: PaymentRequest = { ...request, status: 'cancelled' };
      await requests.save(tx, after);
      return after;
    });
}

/** Reminds the payer, once a day and five times at most. Throws NOT_FOUND, CONFLICT, RATE_LIMITED. */
export function createRemindRequest({ transact, requests }: RequestParts) {
  return (change: ChangeRequest): Promise<Once<PaymentRequest>> =>
    transact.once(keyOf(change.callerId, change.key, JSON.stringify(['remind', change.id])), async (tx) => {
      const request = await lockOpen(requests, tx, change.id, { requesterId: change.callerId });
      const after = remindRequest(request, tx.now);
      await requests.save(tx, after);
      await tx.emit('ledger.payment-request-reminded.v1', request.id, factsOf(after));
      return after;
    });
}

/** A request the user made or is asked by. NOT_FOUND for any other. */
export function createGetRequest({ requests }: RequestParts) {
  return async (callerId: string, id: string): Promise<PaymentRequest> => {
    const request = await requests.find(id);
    if (request?.payerId !== callerId && request?.requesterId !== callerId) throw notFound('payment request');
    return request;
  };
}

async function lockOpen(
  requests: RequestStore,
  tx: Tx,
  id: string,
  whose: { payerId?: string; requesterId?: string } = {},
): Promise<PaymentRequest> {
  const request = await requests.lock(tx, id);
  const { payerId = request?.payerId, requesterId = request?.requesterId } = whose;
  if (!request || request.payerId !== payerId || request.requesterId !== requesterId) throw notFound('payment request');
  requireOpen(request, tx.now);
  return request;
}

/** What the events say: `amount` is what is asked for in all. */
function factsOf(request: PaymentRequest): EventData<'ledger.payment-requested.v1'> {
  const { id: requestId, requesterId, payerId, amount, currency, note } = request;
  return { requestId, requesterId, payerId, amount: amount.toString(), currency, note };
}
