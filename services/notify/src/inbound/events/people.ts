import type { UseCases } from '../../app/index.ts';
import { welcomeNotice } from '../../templates/account.ts';
import type { EventOf } from './event-of.ts';

export async function onUserRegistered(
  { contacts, announce }: UseCases,
  { data, id }: EventOf<'auth.user-registered.v1'>,
): Promise<void> {
  const { userId, name, email, mobile, registeredAt } = data;
  const at = new Date(registeredAt);
  await contacts.apply({ userId, name, email, mobile, at });
  // the e-mail with the code is on its way; the one with the welcome waits until the address is confirmed
  await announce({ key: id, userId, notice: welcomeNotice(name), at, emailTo: 'nobody' });
}

export async function onUserVerified(
  { contacts, announce }: UseCases,
  { data }: EventOf<'auth.user-verified.v1'>,
): Promise<void> {
  const { userId, channel, address, verifiedAt } = data;
  const contact = await contacts.get(userId);
  await contacts.verified(userId, channel, address);
  if (!contact || channel !== 'email') return;
  const notice = { ...welcomeNotice(contact.name), title: 'Your e-mail address is confirmed' };
  await announce({ key: 'address-confirmed', userId, notice, at: new Date(verifiedAt), emailTo: 'unverified' });
}

export async function onContactChanged(
  { contacts }: UseCases,
  { data }: EventOf<'auth.contact-changed.v1'>,
): Promise<void> {
  const { userId, name, email, mobile, changedAt } = data;
  await contacts.apply({ userId, name, email, mobile, at: new Date(changedAt) });
}

export async function onProfileChanged(
  { contacts }: UseCases,
  { data }: EventOf<'users.profile-changed.v1'>,
): Promise<void> {
  await contacts.rename(data.userId, data.name);
}

export async function onPushTokenChanged(
  { contacts }: UseCases,
  { data }: EventOf<'auth.push-token-changed.v1'>,
): Promise<void> {
  const { userId, deviceId, platform, pushToken } = data;
  await contacts.setDevice(userId, deviceId, pushToken === null ? null : { platform, pushToken });
}

export async function onUserTerminated(
  { contacts }: UseCases,
  { data }: EventOf<'auth.user-terminated.v1'>,
): Promise<void> {
  await contacts.terminate(data.userId, new Date(data.terminatedAt));
}
