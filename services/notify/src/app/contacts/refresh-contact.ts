import type { Deps } from '../index.ts';
import type { Contact } from './ports.ts';

/** Asks auth for the person and saves what it says. Returns the saved contact, undefined when auth does not know them. */
export async function refreshContact(
  { contacts, lookUpUsers }: Pick<Deps, 'contacts' | 'lookUpUsers'>,
  userId: string,
): Promise<Contact | undefined> {
  const [user] = await lookUpUsers([userId]);
  if (user?.terminated) await contacts.terminate(userId, user.at);
  else if (user) await contacts.apply(user);
  return contacts.find(userId);
}
