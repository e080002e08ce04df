import { memoParts } from '../../domain/memo.ts';
import { FlorinError, invalidField, isFlorinError, notFound } from '@florin/errors';
import type { AccountIdentity } from '../../domain/posting/account.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { IdempotencyKey, Posting } from '../../domain/posting/posting.ts';
import type { Payment } from '../directory/ports.ts';
import { requireReach } from '../directory/require-reach.ts';
import type { Deps } from '../index.ts';
import type { Recipient, SendTransfer } from './ports.ts';

/** The posting of a request, its parties found, or why there is none. Throws UNAVAILABLE. */
export async function makePosting(deps: Deps, request: SendTransfer): Promise<Posting | FlorinError> {
  try {
    return await toPosting(deps, request);
  } catch (error) {
    if (isFlorinError(error) && error.code !== 'UNAVAILABLE') return error;
    throw error;
  }
}

export function keyOfTransfer(request: SendTransfer): IdempotencyKey | undefined {
  const { callerId, to, amount, currency, note, visibility, memo, key } = request;
  const asked = ['transfer', to, String(amount), currency, note, visibility, ...memoParts(memo)];
  return keyOf(callerId, key, JSON.stringify(asked));
}

async function toPosting(deps: Deps, request: SendTransfer): Promise<Posting> {
  const { callerId, to, amount, currency, note, visibility, memo } = request;
  const from = await deps.directory.payerAccount(callerId, currency, amount);
  const toAccount = await recipientAccount(deps, to, { payer: from, amount });
  if (toAccount.ownerId === callerId) throw invalidField('to', 'must be somebody else');
  return {
    kind: 'peer',
    amount,
    currency,
    fromAccountId: from.id,
    toAccountId: toAccount.id,
    alsoCountsAt: from.countsAt ?? undefined,
    note,
    visibility,
    reference: null,
    memo: memo && { ...memo, ownerId: callerId },
    idempotency: keyOfTransfer(request),
  };
}

/**
 * The account that receives: a person's main one, or that very account when it is a main one. Throws NOT_FOUND that names
 * `to`, INVALID_ARGUMENT for another currency, and as `Directory.accountOfUser`.
 */
export async function recipientAccount(deps: Deps, to: Recipient, payment: Payment): Promise<AccountIdentity> {
  const { directory } = deps;
  const { currency, ownerId } = payment.payer;
  if (!('accountId' in to)) {
    const userId = 'userId' in to ? to.userId : await directory.userOf(to, 'to', ownerId ?? '');
    await requireReach(deps, { userId: ownerId ?? userId, others: [{ userId, path: 'to' }], purpose: 'payment' });
    return directory.accountOfUser({ userId }, currency, 'to', payment);
  }
  return mainAccount(deps, { id: to.accountId, currency, payerId: ownerId });
}

/** The main account of an id that a payer named. Throws NOT_FOUND naming `to`, INVALID_ARGUMENT, CONFLICT (blocked). */
export async function mainAccount(
  deps: Deps,
  { id, currency, payerId }: { id: string; currency: string; payerId: string | null },
): Promise<AccountIdentity> {
  const account = await deps.directory.byId(id);
  if (account?.kind !== 'main') throw noSuchAccount();
  await requireReachOfAccount(deps, payerId, account);
  if (account.currency !== currency) throw invalidField('currency', `the receiving account is in ${account.currency}`);
  return account;
}

/** An account of somebody who has blocked the payer is no account that they could find. Throws NOT_FOUND, CONFLICT. */
export async function requireReachOfAccount(
  deps: Pick<Deps, 'friends'>,
  payerId: string | null,
  { ownerId }: AccountIdentity,
): Promise<void> {
  if (payerId === null || ownerId === null || payerId === ownerId) return;
  const [reach] = await deps.friends.reach(payerId, [ownerId], 'payment');
  if (reach === 'hidden') throw noSuchAccount();
  if (reach === 'blocked') throw new FlorinError('CONFLICT', 'to: you have blocked this person');
}

function noSuchAccount(): FlorinError {
  return Object.assign(notFound('to: account'), { errors: [{ path: 'to', message: 'there is no such account' }] });
}
