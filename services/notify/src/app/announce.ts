import { createHash } from 'node:crypto';
import { FlorinError } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import { waysFor } from '../domain/kinds.ts';
import type { Notice, Outgoing } from '../domain/message.ts';
import { renderEmail, renderShort } from '../templates/layout.ts';
import type { Contacts } from './contacts.ts';
import type { Contact, MessageStore, NotificationStore, PreferenceStore } from './ports.ts';

export interface AnnounceDeps {
  contacts: Contacts;
  messages: MessageStore;
  notifications: NotificationStore;
  preferences: PreferenceStore;
  clock: Clock;
  /** wakes the dispatcher */
  nudge: () => void;
}

interface Announcement {
  /** of the event, or of what happens once in a person's life; with `to` it names the effect */
  key: string;
  userId: string;
  notice: Notice;
  /** when it happened */
  at: Date;
  /** more addresses that must know, e.g. the old one after a change */
  alsoTo?: readonly { channel: 'email' | 'sms'; to: string }[];
  /** `unverified` lets e-mail go to an address nobody has confirmed: only for what concerns that address */
  emailTo?: 'verified' | 'unverified' | 'nobody';
}

/** Tells a person something in every way their preferences allow. The same key and person again does nothing. */
export type Announce = (announcement: Announcement) => Promise<void>;

export function createAnnounce(deps: AnnounceDeps): Announce {
  return async (announcement) => {
    const { key, userId, notice, at, alsoTo = [], emailTo = 'verified' } = announcement;
    const contact = await (emailTo === 'verified' ? deps.contacts.getVerified(userId) : deps.contacts.get(userId));
    if (!contact) return;
    const ways = waysFor(notice.kind, await deps.preferences.get(userId));
    if (ways.has('inbox')) {
      const { kind, title, body } = notice;
      await deps.notifications.add({
        id: idOf(key, 'inbox', userId),
        userId,
        kind,
        title,
        body,
        read: false,
        createdAt: at,
      });
    }
    const mayMail = emailTo === 'unverified' || (emailTo === 'verified' && contact.emailVerified);
    const outgoing = [
      ...(ways.has('email') && mayMail && contact.email ? [toEmail(announcement, contact.email)] : []),
      ...(ways.has('push') ? toDevices(announcement, contact) : []),
      ...alsoTo.filter(({ to }) => to !== contact.email).map((address) => toAddress(announcement, address)),
    ];
    await deps.messages.add(outgoing, deps.clock());
    if (outgoing.length > 0) deps.nudge();
  };
}

/** Sends a notice to one address, whoever it belongs to. The same key again does nothing. */
export async function sendTo(
  { messages, clock, nudge }: Pick<AnnounceDeps, 'messages' | 'clock' | 'nudge'>,
  input: { key: string; userId: string | null; channel: 'email' | 'sms'; to: string; notice: Notice; notAfter: Date },
): Promise<void> {
  const { key, userId, channel, to, notice, notAfter } = input;
  const content = channel === 'email' ? renderEmail(notice) : renderShort(notice);
  await messages.add([{ id: `${key}:${channel}`, userId, channel, to, kind: notice.kind, content, notAfter }], clock());
  nudge();
}

function toEmail({ key, userId, notice }: Announcement, to: string): Outgoing {
  const id = idOf(key, 'email', userId);
  return { id, userId, channel: 'email', to, kind: notice.kind, content: renderEmail(notice), notAfter: null };
}

function toAddress(
  { key, userId, notice }: Announcement,
  { channel, to }: { channel: 'email' | 'sms'; to: string },
): Outgoing {
  const content = channel === 'email' ? renderEmail(notice) : renderShort(notice);
  return { id: idOf(key, channel, to), userId, channel, to, kind: notice.kind, content, notAfter: null };
}

/** a push that could not be delivered for a day is no news any more */
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

/** `<key>:<way>:<recipient's digest>`, at most 60 characters. */
function idOf(key: string, way: string, recipient: string): string {
  const id = `${key}:${way}:${createHash('sha256').update(recipient).digest('hex').slice(0, 16)}`;
  if (id.length > 60) throw new FlorinError('INTERNAL', 'the key of an announcement is too long');
  return id;
}
