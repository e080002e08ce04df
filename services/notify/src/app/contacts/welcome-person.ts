import { welcomeNotice } from '../../domain/templates/account.ts';
import { announceNotice } from '../messages/announce-notice.ts';
import type { ContactFacts } from './ports.ts';
import type { Deps } from '../index.ts';

/**
 * Saves the contact of somebody new and welcomes them in the app. `key` names the event. The e-mail with the code is on
 * its way; the one with the welcome waits until the address is confirmed (confirmAddress).
 */
export async function welcomePerson(deps: Deps, { key, facts }: { key: string; facts: ContactFacts }): Promise<void> {
  await deps.contacts.apply(facts);
  const { userId, name, at } = facts;
  await announceNotice(deps, { key, userId, notice: welcomeNotice(name), at, reach: 'app' });
}
