import type { EntryDetails } from '../accounts/ports.ts';
import type { Deps } from '../index.ts';
import type { Page } from '../ports.ts';

/** Entries of a person's points account, newest first. */
export async function listPointsHistory(
  { directory, entries }: Pick<Deps, 'directory' | 'entries'>,
  { ownerId, ...page }: Page & { ownerId: string },
): Promise<EntryDetails[]> {
  const account = await directory.ownAccount(ownerId, 'PTS');
  return entries.ofAccount(account.id, page);
}
