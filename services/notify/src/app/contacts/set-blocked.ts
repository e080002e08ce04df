import type { Deps } from '../index.ts';
import { refreshContact } from './refresh-contact.ts';

interface BlockChange {
  userId: string;
  blockedUserId: string;
  blocked: boolean;
}

/** Saves whose news a person does not get any more, or gets again. */
export async function setBlocked(deps: Deps, { userId, blockedUserId, blocked }: BlockChange): Promise<void> {
  if (!(await deps.contacts.find(userId))) await refreshContact(deps, userId);
  await deps.contacts.setBlocked(userId, blockedUserId, blocked);
}
