import { welcomeNotice } from '../../domain/templates/account.ts';
import { announceNotice } from '../messages/announce-notice.ts';
import { getContact } from './get-contact.ts';
import type { Deps } from '../index.ts';

interface Confirmation {
  userId: string;
  channel: 'email' | 'sms';
  address: string;
  at: Date;
}

/** Notes that the address is the person's; the first confirmed e-mail address gets the welcome. Throws UNAVAILABLE. */
export async function confirmAddress(deps: Deps, { userId, channel, address, at }: Confirmation): Promise<void> {
  const contact = await getContact(deps, userId);
  await deps.contacts.markVerified(userId, channel, address);
  if (!contact || channel !== 'email') return;
  const notice = { ...welcomeNotice(contact.name), title: 'Your e-mail address is confirmed' };
  await announceNotice(deps, { key: 'address-confirmed', userId, notice, at });
}
