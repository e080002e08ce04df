import type { Deps } from '../index.ts';
import { changeStatus } from '../admin/set-account-status.ts';

/** Freezes every open account of a user. Done twice it is done once. */
export async function freezeAccounts(deps: Deps, userId: string): Promise<void> {
  for (const account of await deps.accounts.ofOwners([userId])) {
    if (account.status === 'open') await deps.transact.run((tx) => changeStatus(deps, tx, account.id, 'frozen'));
  }
}
