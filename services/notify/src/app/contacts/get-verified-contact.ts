import { FlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { Contact } from './ports.ts';
import { refreshContact } from './refresh-contact.ts';

/** Whether somebody has shown that the account is theirs. Without that nothing of it leaves the app. */
export function isProven({ emailVerified, mobileVerified }: Contact): boolean {
  return emailVerified || mobileVerified;
}

/**
 * The person's contact, undefined when they have left. Asks auth again when the address is not known to be verified:
 * the event that says so may still be on its way. Throws UNAVAILABLE.
 */
export async function getVerifiedContact(deps: Deps, userId: string): Promise<Contact | undefined> {
  const contact = await deps.contacts.find(userId);
  if (contact?.terminated) return undefined;
  if (contact?.emailVerified) return contact;
  const fresh = (await refreshContact(deps, userId)) ?? contact;
  if (!fresh) throw new FlorinError('UNAVAILABLE', 'auth does not know the user yet');
  return fresh.terminated ? undefined : fresh;
}
