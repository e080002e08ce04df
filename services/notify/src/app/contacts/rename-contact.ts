import type { Deps } from '../index.ts';

/** Saves the name of the person's profile. Does nothing for one who is unknown or has left. */
export async function renameContact(
  { contacts }: Pick<Deps, 'contacts'>,
  { userId, name }: { userId: string; name: string },
): Promise<void> {
  await contacts.rename(userId, name);
}
