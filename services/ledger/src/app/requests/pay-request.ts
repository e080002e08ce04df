import { notFound } from '@florin/errors';
import { payPart, requireOpen, type PaymentRequest } from '../../domain/payment-request.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Transfer, Visibility } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Once, OwnChange } from '../ports.ts';
import { factsOf, lockOpenRequest } from './open-request.ts';

/**
 * Pays a request, all that is left or a part, from the payer's main account. Throws NOT_FOUND unless the caller is the
 * payer, CONFLICT when it is no longer open, INVALID_ARGUMENT for more than is left, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED.
 */
export async function payRequest(
  deps: Deps,
  pay: OwnChange & { amount: bigint | undefined; visibility: Visibility },
): Promise<Once<{ request: PaymentRequest; transfer: Transfer }>> {
  const { directory, transact, requests } = deps;
  const key = keyOf(pay.callerId, pay.key, ['pay', pay.id, pay.amount, pay.visibility]);
  const first = await transact.replay<{ request: PaymentRequest; transfer: Transfer }>(key);
  if (first) return first;
  const seen = await requests.find(pay.id);
  if (seen?.payerId !== pay.callerId) throw notFound('payment request');
  requireOpen(seen, deps.clock());
  const payment = payPart(seen, pay.amount).amount;
  const from = await directory.payerAccount(seen.payerId, seen.currency, payment);
  const whom = { userId: seen.requesterId };
  const to = await directory.accountOfUser(whom, seen.currency, 'id', { payer: from, amount: payment });
  return transact.once(key, async (tx) => {
    const request = await lockOpenRequest(deps, tx, { ...pay, by: 'payerId' });
    const { amount, after } = payPart(request, pay.amount);
    const [posted] = await tx.post({
      kind: 'peer',
      amount,
      currency: request.currency,
      fromAccountId: from.id,
      toAccountId: to.id,
      alsoCountsAt: from.countsAt ?? undefined,
      note: request.note,
      visibility: pay.visibility,
      reference: request.id,
    });
    const transfer = posted as Transfer;
    await requests.save(tx, after);
    const facts = { ...factsOf(after), transferId: transfer.id, paidAmount: amount.toString() };
    await tx.emit('ledger.payment-request-paid.v1', request.id, facts);
    return { request: after, transfer };
  });
}
