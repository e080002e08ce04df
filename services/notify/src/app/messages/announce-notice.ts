import { createHash } from 'node:crypto';
import { FlorinError } from '@florin/errors';
import { waysFor, type Way } from '../../domain/kinds.ts';
import type { Notice, NoticeData, Outgoing } from '../../domain/message.ts';
import { renderEmail, renderShort } from '../../domain/templates/layout.ts';
import type { Contact } from '../contacts/ports.ts';
import { getContact } from '../contacts/get-contact.ts';
import { isProven, getVerifiedContact } from '../contacts/get-verified-contact.ts';
import type { Deps } from '../index.ts';

interface Address {
  channel: 'email' | 'sms';
  to: string;
}

export interface Announcement {
  /** of the event, or of what happens once in a person's life; with the recipient it names the effect */
  key: string;
  userId: string;
  notice: Notice;
  /** for the app: what the notice is about */
  data?: NoticeData | undefined;
  /** when it happened */
  at: Date;
  /** more addresses that must know, e.g. the old one after a change */
  alsoTo?: readonly Address[];
  /** `app`: told in the app alone */
  reach?: 'everywhere' | 'app';
}

/**
 * Tells a person something in every way that their preferences allow; outside the app only at addresses they have proven,
 * and on devices only once one is. The same key and person again does nothing; a person who left is told nothing but what
 * goes to `alsoTo`. Throws UNAVAILABLE when neither this service nor auth knows the person.
 */
export async function announceNotice(deps: Deps, announcement: Announcement): Promise<void> {
  const { userId, notice, reach = 'everywhere' } = announcement;
  const contact = await (reach === 'app' ? getContact(deps, userId) : getVerifiedContact(deps, userId));
  const ways = waysFor(notice.kind, contact ? await deps.preferences.get(userId) : {});
  if (contact && ways.has('inbox')) await addToInbox(deps, announcement);
  if (reach === 'everywhere') await sendOut(deps, announcement, contact, ways);
}

/** Queues what leaves Florin. */
export async function sendOut(
  deps: Pick<Deps, 'messages' | 'clock' | 'wakeDelivery'>,
  announcement: Announcement,
  contact: Contact | undefined,
  ways: ReadonlySet<Way>,
): Promise<void> {
  const { alsoTo = [] } = announcement;
  const email = contact?.emailVerified === true && ways.has('email') ? contact.email : null;
  const outgoing = [
    ...(email === null ? [] : [toEmail(announcement, email)]),
    ...(contact && isProven(contact) && ways.has('push') ? toDevices(announcement, contact) : []),
    ...alsoTo.filter(({ to }) => to !== email).map((address) => toAddress(announcement, address)),
  ];
  await deps.messages.add(outgoing, deps.clock());
  if (outgoing.length > 0) deps.wakeDelivery();
}

async function addToInbox(
  { notifications, makeEvent, wakeRelay }: Pick<Deps, 'notifications' | 'makeEvent' | 'wakeRelay'>,
  { key, userId, notice, data = {}, at }: Announcement,
): Promise<void> {
  const { kind, title, body } = notice;
  const id = idOf(key, 'inbox', userId);
  const told = { notificationId: id, userId, kind, title, body, data, createdAt: at.toISOString() };
  const event = makeEvent('notify.notification-added.v1', id, told);
  await notifications.add({ id, userId, kind, title, body, data, read: false, createdAt: at }, event);
  wakeRelay();
}

function toEmail({ key, userId, notice }: Announcement, to: string): Outgoing {
  const id = idOf(key, 'email', userId);
  return { id, userId, channel: 'email', to, kind: notice.kind, content: renderEmail(notice), notAfter: null };
}

function toAddress({ key, userId, notice }: Announcement, { channel, to }: Address): Outgoing {
  const content = channel === 'email' ? renderEmail(notice) : renderShort(notice);
  return { id: idOf(key, channel, to), userId, channel, to, kind: notice.kind, content, notAfter: null };
}

/** after a day without delivery a push is no news any more */
const PUSH_LIFE_MS = 24 * 60 * 60_000;

function toDevices({ key, userId, notice, at }: Announcement, { devices }: Contact): Outgoing[] {
  const notAfter = new Date(at.getTime() + PUSH_LIFE_MS);
  return devices.map(({ deviceId, pushToken: to }) => ({
    id: idOf(key, 'push', `${userId}/${deviceId}`),
    userId,
    channel: 'push',
    to,
    kind: notice.kind,
    content: renderShort(notice),
    notAfter,
  }));
}

/** `<key>:<way>:<digest of the recipient>`, at most 60 characters. */
function idOf(key: string, way: string, recipient: string): string {
  const id = `${key}:${way}:${createHash('sha256').update(recipient).digest('hex').slice(0, 16)}`;
  if (id.length > 60) throw new FlorinError('INTERNAL', 'the key of an announcement is too long');
  return id;
}
