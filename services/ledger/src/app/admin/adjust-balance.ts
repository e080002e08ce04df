import { invalidField, notFound } from '@florin/errors';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Transfer } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import type { ByAdmin } from './ports.ts';

export interface AdjustBalance extends ByAdmin {
  accountId: string;
  /** minor units, not 0; negative: they leave the account */
  amount: bigint;
  note: string;
}

/**
 * Sets a balance right: `amount` minor units come from (or, negative, go to) the adjustment account. Throws NOT_FOUND,
 * INVALID_ARGUMENT for points, INSUFFICIENT_FUNDS.
 */
export async function adjustBalance(
  { transact, directory, admin }: Pick<Deps, 'transact' | 'directory' | 'admin'>,
  { adminId, reason, accountId, amount, note, key }: AdjustBalance,
): Promise<Once<Transfer>> {
  const ownKey = keyOf(adminId, key, ['adjust', accountId, amount, reason, note]);
  const first = await transact.replay<Transfer>(ownKey);
  if (first) return first;
  const account = await directory.byId(accountId);
  if (!account || account.kind === 'system') throw notFound('account');
  if (account.kind === 'points') throw invalidField('accountId', 'points are granted and spent, not adjusted');
  const { currency } = account;
  const house = await directory.system('adjustment', currency, account.id);
  const [from, to] = amount > 0n ? [house.id, account.id] : [account.id, house.id];
  return transact.once(ownKey, async (tx) => {
    await admin.record(tx, { adminId, action: 'adjustment', subjectId: accountId, reason });
    const [transfer] = await tx.post({
      kind: 'adjustment',
      amount: amount > 0n ? amount : -amount,
      currency,
      fromAccountId: from,
      toAccountId: to,
      note,
      visibility: 'private',
      reference: null,
      forced: true,
    });
    return transfer as Transfer;
  });
}
