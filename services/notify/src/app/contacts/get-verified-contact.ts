import type { Deps } from '../index.ts';
import type { Contact } from './ports.ts';
import { refreshContact } from './refresh-contact.ts';

/**
 * The person's contact, undefined when they have left. Asks auth again when the address is not known to be verified:
 * the event that says so may still be on its way.
 */
export async function getVerifiedContact(
  deps: Pick<Deps, 'contacts' | 'lookUpUsers'>,
  userId: string,
): Promise<Contact | undefined> {
  const contact = await deps.contacts.find(userId);
  if (contact?.terminated) return undefined;
  return contact?.emailVerified ? contact : ((await refreshContact(deps, userId)) ?? contact);
}
