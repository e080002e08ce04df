import type { Deps } from '../index.ts';
import type { AccountDetails } from './ports.ts';

/** Accounts by id, or all of some owners when no ids are given. Unknown ids are left out. */
export function findAccounts(
  { accounts }: Pick<Deps, 'accounts'>,
  { ids, ownerIds }: { ids: readonly string[]; ownerIds: readonly string[] },
): Promise<AccountDetails[]> {
  return ids.length > 0 ? accounts.byIds(ids) : accounts.ofOwners(ownerIds);
}
