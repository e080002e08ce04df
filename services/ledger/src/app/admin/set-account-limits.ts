import { notFound } from '@florin/errors';
import type { Limits } from '../../domain/posting/account.ts';
import type { AccountDetails } from '../accounts/ports.ts';
import type { Deps } from '../index.ts';
import type { ByAdmin } from './ports.ts';
import { getAnyAccount } from './get-any-account.ts';

export interface SetAccountLimits extends Omit<ByAdmin, 'key'> {
  accountId: string;
  /** null: the defaults apply */
  limits: Partial<Limits> | null;
}

/** Sets limits of an account that differ from the defaults. Throws NOT_FOUND. */
export async function setAccountLimits(
  deps: Deps,
  { accountId, limits, adminId, reason }: SetAccountLimits,
): Promise<AccountDetails> {
  const { transact, admin, accounts } = deps;
  await transact.once(undefined, async (tx) => {
    if (!(await accounts.lock(tx, accountId))) throw notFound('account');
    await accounts.saveLimits(tx, accountId, limits);
    await admin.record(tx, { adminId, reason, action: 'limits', subjectId: accountId });
  });
  return getAnyAccount(deps, accountId);
}
