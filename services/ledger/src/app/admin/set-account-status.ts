import type { AccountStatus } from '../../domain/posting/account.ts';
import { requireStatusChange } from '../../domain/posting/account-rules.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { AccountDetails } from '../accounts/ports.ts';
import type { Deps } from '../index.ts';
import type { Once, Tx } from '../ports.ts';
import type { ByAdmin } from './ports.ts';
import { requireAccount } from './require-account.ts';

type Needs = Pick<Deps, 'transact' | 'admin' | 'accounts' | 'fundings' | 'schedules'>;

/**
 * Freezes, opens again or closes an account; scheduled transfers from or to a closed one end. Throws NOT_FOUND, CONFLICT
 * for a closed one, or closing one with money or with a deposit or withdrawal under way.
 */
export async function setAccountStatus(
  deps: Needs,
  { accountId, status, adminId, reason, key }: ByAdmin & { accountId: string; status: AccountStatus },
): Promise<Once<AccountDetails>> {
  const { transact, admin, schedules } = deps;
  const asked = JSON.stringify(['account', accountId, status, reason]);
  const { replayed } = await transact.once(keyOf(adminId, key, asked), async (tx) => {
    if (status === 'closed') await schedules.cancelOfAccount(tx, accountId);
    await changeStatus(deps, tx, accountId, status);
    await admin.record(tx, { adminId, action: `account ${status}`, subjectId: accountId, reason });
  });
  return { body: await requireAccount(deps, accountId), replayed };
}

/** Locks the account and sets its status. Throws NOT_FOUND, CONFLICT. */
export async function changeStatus(
  { accounts, fundings }: Pick<Deps, 'accounts' | 'fundings'>,
  tx: Tx,
  accountId: string,
  status: AccountStatus,
): Promise<void> {
  const account = await accounts.lock(tx, accountId);
  const fundingPending = status === 'closed' && (await fundings.hasPending(tx, accountId));
  requireStatusChange(account, status, { fundingPending });
  await accounts.saveStatus(tx, accountId, status);
}
