import type { Deps } from '../index.ts';
import { refreshContact } from './refresh-contact.ts';

/** The name to show for a person; people who left have none. */
export async function getName(deps: Deps, userId: string): Promise<string> {
  const contact = (await deps.contacts.find(userId)) ?? (await refreshContact(deps, userId));
  return contact && !contact.terminated ? contact.name : 'A former member';
}
