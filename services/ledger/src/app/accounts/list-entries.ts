import type { Deps } from '../index.ts';
import type { Page } from '../ports.ts';
import { getAccount, type OwnAccount } from './get-account.ts';
import type { AccountDetails, EntryDetails } from './ports.ts';

/** An account's entries, newest first. NOT_FOUND for another's account. */
export async function listEntries(
  deps: Deps,
  { ownerId, id, ...page }: OwnAccount & Page,
): Promise<{ account: AccountDetails; entries: EntryDetails[] }> {
  const account = await getAccount(deps, { ownerId, id });
  return { account, entries: await deps.entries.ofAccount(account.id, page) };
}
