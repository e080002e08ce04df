import type { Account, AccountStatus } from '../../domain/posting/account.ts';
import { withStatus } from '../../domain/posting/account-rules.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { AccountDetails } from '../accounts/ports.ts';
import type { Deps } from '../index.ts';
import type { Once, Tx } from '../ports.ts';
import type { ByAdmin } from './ports.ts';
import { getAnyAccount } from './get-any-account.ts';

/**
 * Freezes, opens again or closes an account; scheduled transfers from or to a closed one end. Throws NOT_FOUND, CONFLICT
 * for a closed one, or closing one with money or with a deposit or withdrawal under way.
 */
export async function setAccountStatus(
  deps: Deps,
  { accountId, status, adminId, reason, key }: ByAdmin & { accountId: string; status: AccountStatus },
): Promise<Once<AccountDetails>> {
  const { transact, admin, schedules } = deps;
  const ownKey = keyOf(adminId, key, ['account', accountId, status, reason]);
  const first = await transact.replay<AccountDetails | null>(ownKey);
  // replies of before this was kept are empty
  if (first) return { body: first.body ?? (await getAnyAccount(deps, accountId)), replayed: true };
  const { reference, createdAt } = await getAnyAccount(deps, accountId);
  return transact.once(ownKey, async (tx) => {
    if (status === 'closed') await schedules.cancelOfAccount(tx, accountId);
    const account = await changeStatus(deps, tx, accountId, status);
    await admin.record(tx, { adminId, action: `account ${status}`, subjectId: accountId, reason });
    return { ...account, reference, createdAt };
  });
}

/** Locks the account and sets its status; returns it. Throws NOT_FOUND, CONFLICT. */
export async function changeStatus(
  { accounts, fundings }: Pick<Deps, 'accounts' | 'fundings'>,
  tx: Tx,
  accountId: string,
  status: AccountStatus,
): Promise<Account> {
  const account = await accounts.lock(tx, accountId);
  const fundingPending = status === 'closed' && (await fundings.hasPending(tx, accountId));
  const changed = withStatus(account, status, { fundingPending });
  await accounts.saveStatus(tx, accountId, status);
  return changed;
}
