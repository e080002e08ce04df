import { memoParts } from '../../domain/memo.ts';
import { invalidField } from '@florin/errors';
import { holdExpiry, type Hold } from '../../domain/hold.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import { dayOf } from '../../domain/posting/limits.ts';
import { reserve } from '../../domain/posting/reserve.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { saveCounting } from './own-hold.ts';
import { requireTakesPart } from '../transfers/later-recipient.ts';
import { recipientAccount } from '../transfers/make-posting.ts';
import type { SendTransfer } from '../transfers/ports.ts';

export interface PlaceHold extends Omit<SendTransfer, 'visibility'> {
  expiresAt: Date | undefined;
}

/**
 * Sets money of the caller aside for somebody: it stays in the account and can't be spent otherwise, and counts towards
 * the limits as if it were sent, so that nothing but the account's state is in the way of a capture. Throws NOT_FOUND
 * naming `to`, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED, ACCOUNT_FROZEN, INVALID_ARGUMENT.
 */
export async function placeHold(deps: Deps, request: PlaceHold): Promise<Once<Hold>> {
  const { directory, transact, accounts, holds } = deps;
  const { callerId, to, amount, currency, note, expiresAt } = request;
  const asked = ['hold', to, amount, currency, note, expiresAt, ...memoParts(request.memo)];
  const key = keyOf(callerId, request.key, asked);
  const first = await transact.replay<Hold>(key);
  if (first) return first;
  const account = await directory.payerAccount(callerId, currency, amount);
  const payee = await recipientAccount(deps, to, { payer: account, amount });
  const payeeId = payee.ownerId;
  if (payeeId === null || payeeId === callerId) throw invalidField('to', 'must be somebody else');
  await requireTakesPart(deps, payee.id, { pays: false });
  return transact.once(key, async (tx) => {
    const hold: Hold = {
      id: deps.newId(),
      ownerId: callerId,
      accountId: account.id,
      payeeId,
      payeeAccountId: payee.id,
      amount,
      captured: 0n,
      currency,
      note,
      status: 'pending',
      transferId: null,
      createdAt: tx.now,
      expiresAt: holdExpiry(tx.now, expiresAt),
    };
    const by = { day: dayOf(tx.now), defaults: deps.defaultLimits, worth: deps.worth };
    await saveCounting(deps, tx, reserve(await accounts.lockCounting(tx, account.id), amount, by));
    await holds.add(tx, hold);
    await deps.memos.add(tx, hold.id, request.memo && { ...request.memo, ownerId: callerId });
    return hold;
  });
}
