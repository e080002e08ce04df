import { FlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { Contact } from './ports.ts';
import { refreshContact } from './refresh-contact.ts';

/** The person's contact, undefined when they have left. Throws UNAVAILABLE when neither this service nor auth knows them. */
export async function getContact(deps: Deps, userId: string): Promise<Contact | undefined> {
  const contact = (await deps.contacts.find(userId)) ?? (await refreshContact(deps, userId));
  if (!contact) throw new FlorinError('UNAVAILABLE', 'auth does not know the user yet');
  return contact.terminated ? undefined : contact;
}
