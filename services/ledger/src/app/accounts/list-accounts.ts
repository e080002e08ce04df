import type { Deps } from '../index.ts';
import { openMainAccount } from './open-main-account.ts';
import type { AccountDetails } from './ports.ts';

/** The user's accounts, oldest first. A main one is opened when the event of the user's registration has not come yet. */
export async function listAccounts(deps: Deps, ownerId: string): Promise<AccountDetails[]> {
  const found = await deps.accounts.ofOwners([ownerId]);
  if (found.some((account) => account.kind === 'main')) return found;
  return [...found, await openMainAccount(deps, ownerId)];
}
