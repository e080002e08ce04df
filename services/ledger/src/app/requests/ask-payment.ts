import { memoParts } from '../../domain/memo.ts';
import { invalidField } from '@florin/errors';
import type { PaymentRequest } from '../../domain/payment-request.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { UserName } from '../directory/ports.ts';
import { requireReach } from '../directory/require-reach.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import type { SendTransfer } from '../transfers/ports.ts';
import { addRequest } from './add-request.ts';

export interface AskPayment extends Omit<SendTransfer, 'to' | 'visibility'> {
  from: UserName;
  expiresAt: Date | undefined;
}

/** Asks somebody for money. Throws NOT_FOUND naming `from`, INVALID_ARGUMENT for oneself, as requireReach and addRequest. */
export async function askPayment(deps: Deps, ask: AskPayment): Promise<Once<PaymentRequest>> {
  const { callerId, from, amount, currency, note, expiresAt } = ask;
  const asked = ['ask', from, amount, currency, note, expiresAt, ...memoParts(ask.memo)];
  const key = keyOf(callerId, ask.key, asked);
  const first = await deps.transact.replay<PaymentRequest>(key);
  if (first) return first;
  const payerId = await deps.directory.userOf(from, 'from', callerId);
  if (payerId === callerId) throw invalidField('from', 'must be somebody else');
  const others = [{ userId: payerId, path: 'from' }];
  await requireReach(deps, { userId: callerId, others, purpose: 'payment-request' });
  return deps.transact.once(key, async (tx) => {
    const request = await addRequest(deps, tx, {
      ...{ requesterId: callerId, payerId, amount, currency, note, expiresAt },
      ...{ splitId: null, path: 'from' },
    });
    await deps.memos.add(tx, request.id, ask.memo && { ...ask.memo, ownerId: callerId });
    return request;
  });
}
