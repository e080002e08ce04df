import { invalidField } from '@florin/errors';
import { keyOf } from '../../domain/posting/idempotency.ts';
import { memoParts } from '../../domain/memo.ts';
import { sharesOf, type SplitMethod } from '../../domain/split.ts';
import type { UserName } from '../directory/ports.ts';
import { requireReach } from '../directory/require-reach.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { addRequest } from './add-request.ts';
import type { AskPayment } from './ask-payment.ts';

export interface SplitBill extends Omit<AskPayment, 'from'> {
  method: SplitMethod;
  /** who shares the bill; the caller's own part, when it is among them, is asked of nobody */
  participants: readonly { user: UserName; value: bigint }[];
}

export interface Split {
  id: string;
  amount: bigint;
  currency: string;
  note: string;
  shares: { userId: string; amount: bigint; requestId: string | null }[];
}

/**
 * Splits a bill the caller paid into a payment request for each other participant. The shares sum to the bill. Throws
 * INVALID_ARGUMENT naming `participants` when they don't, or somebody is named twice, NOT_FOUND and RATE_LIMITED naming
 * the participant.
 */
export async function splitBill(deps: Deps, bill: SplitBill): Promise<Once<Split>> {
  const { callerId, amount, currency, note, method, participants, expiresAt } = bill;
  const parts = sharesOf(
    amount,
    method,
    participants.map(({ value }) => value),
  );
  const key = keyOf(callerId, bill.key, askedFor(bill));
  const first = await deps.transact.replay<Split>(key);
  if (first) return first;
  const userIds = await findParticipants(deps, bill);
  if (userIds.every((userId, index) => userId === callerId || parts[index] === 0n)) {
    throw invalidField('amount', 'is too small to ask anybody for a part of it');
  }
  return deps.transact.once(key, async (tx) => {
    const id = deps.newId();
    const shares: Split['shares'] = [];
    for (const [index, payerId] of userIds.entries()) {
      const part = parts[index] ?? 0n;
      const about = { currency, note, expiresAt, splitId: id, path: `participants.${index}.user` };
      const input = { requesterId: callerId, payerId, amount: part, ...about };
      const request = payerId === callerId || part === 0n ? null : await addRequest(deps, tx, input);
      if (request) await deps.memos.add(tx, request.id, bill.memo && { ...bill.memo, ownerId: callerId });
      shares.push({ userId: payerId, amount: part, requestId: request?.id ?? null });
    }
    return { id, amount, currency, note, shares };
  });
}

async function findParticipants(deps: Deps, { callerId, participants }: SplitBill): Promise<string[]> {
  const userIds = await Promise.all(
    participants.map(async ({ user }, index) =>
      'userId' in user && user.userId === callerId
        ? callerId
        : deps.directory.userOf(user, `participants.${index}.user`, callerId),
    ),
  );
  if (new Set(userIds).size !== userIds.length) throw invalidField('participants', 'somebody is named twice');
  if (userIds.every((userId) => userId === callerId)) throw invalidField('participants', 'must have somebody else');
  const others = userIds.map((userId, index) => ({ userId, path: `participants.${index}.user` }));
  await requireReach(deps, { userId: callerId, others, purpose: 'payment-request' });
  return userIds;
}

function askedFor({ amount, currency, note, method, participants, expiresAt, memo }: SplitBill): string {
  const users = participants.map(({ user }) => user);
  const values = participants.map(({ value }) => String(value));
  const bill = ['split', String(amount), currency, note, method, users, values, expiresAt ?? null];
  return JSON.stringify([...bill, ...memoParts(memo)]);
}
