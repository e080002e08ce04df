import type { EntryDetails } from '../accounts/ports.ts';
import type { Deps } from '../index.ts';
import type { Page } from '../ports.ts';
import { getAnyAccount } from './get-any-account.ts';

/** The entries of any account, newest first. NOT_FOUND when there is none. */
export async function listEntriesOfAny(
  deps: Pick<Deps, 'accounts' | 'entries'>,
  { id, ...page }: Page & { id: string },
): Promise<EntryDetails[]> {
  const account = await getAnyAccount(deps, id);
  return deps.entries.ofAccount(account.id, page);
}
