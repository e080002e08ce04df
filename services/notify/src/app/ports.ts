import type { FlorinEvent } from '@florin/contracts';
import type { Channel, Choices, Kind } from '../domain/kinds.ts';
import type { Content, Outgoing } from '../domain/message.ts';

/** How to reach a person: a copy of what auth and users say. */
export interface Contact {
  userId: string;
  name: string;
  email: string | null;
  emailVerified: boolean;
  mobile: string | null;
  mobileVerified: boolean;
  terminated: boolean;
  devices: Device[];
}

export interface Device {
  deviceId: string;
  platform: string;
  pushToken: string;
}

/** Auth's word on a person at a time. */
export interface ContactFacts {
  userId: string;
  name: string;
  email: string | null;
  mobile: string | null;
  /** undefined: not said; kept while the address stays the same */
  emailVerified?: boolean;
  mobileVerified?: boolean;
  at: Date;
}

export interface ContactStore {
  find(userId: string): Promise<Contact | undefined>;
  findMany(userIds: readonly string[]): Promise<Contact[]>;
  /** Takes the facts unless later ones were taken; makes the contact when there is none. Never revives one who left. */
  apply(facts: ContactFacts): Promise<void>;
  rename(userId: string, name: string): Promise<void>;
  verified(userId: string, channel: 'email' | 'sms', address: string): Promise<void>;
  setDevice(userId: string, deviceId: string, device: { platform: string; pushToken: string } | null): Promise<void>;
  forgetPushToken(pushToken: string): Promise<void>;
  terminate(userId: string, at: Date): Promise<void>;
}

/** Auth's users; unknown ids are left out. Throws UNAVAILABLE. */
export type LookUpUsers = (userIds: readonly string[]) => Promise<(ContactFacts & { terminated: boolean })[]>;

export interface Claimed extends Outgoing {
  /** this one included */
  attempts: number;
}

export interface MessageStore {
  /** Puts messages in the queue; those whose id is known are left as they are. */
  add(messages: readonly Outgoing[], at: Date): Promise<void>;
  /** The message that is due longest, claimed until `leaseUntil`. */
  claim(now: Date, leaseUntil: Date): Promise<Claimed | undefined>;
  sent(id: string, at: Date): Promise<void>;
  retryAt(id: string, at: Date, reason: string): Promise<void>;
  /** Gives up: the content is deleted, the event told. */
  failed(id: string, status: 'failed' | 'expired', reason: string, event: FlorinEvent): Promise<void>;
  /** Takes a person's addresses out of finished messages and drops the unsent. */
  forget(userId: string): Promise<void>;
}

export interface Notification {
  id: string;
  userId: string;
  kind: Kind;
  title: string;
  body: string;
  read: boolean;
  createdAt: Date;
}

export interface NotificationPage {
  items: Notification[];
  nextCursor: string | null;
}

export interface NotificationStore {
  /** Does nothing when the id is known. */
  add(notification: Notification): Promise<void>;
  list(
    userId: string,
    page: { limit: number; cursor?: string | undefined; unreadOnly?: boolean },
  ): Promise<NotificationPage>;
  /** undefined when the person has no such notification */
  markRead(userId: string, id: string, at: Date): Promise<Notification | undefined>;
  markAllRead(userId: string, until: Date): Promise<number>;
  forget(userId: string): Promise<void>;
}

export interface PreferenceStore {
  get(userId: string): Promise<Choices>;
  set(userId: string, choices: Choices): Promise<Choices>;
  forget(userId: string): Promise<void>;
}

/** Takes messages to people. Throws DeliveryRefused when trying again can't help; anything else is tried again. */
export interface Transport {
  name: string;
  send(message: { id: string; to: string; content: Content }): Promise<void>;
  close?(): void;
}

export type Transports = Record<Channel, Transport>;

export interface MailboxMessage {
  id: string;
  channel: Channel;
  to: string;
  subject: string;
  text: string;
  html: string;
  sentAt: Date;
}

/** The development mailbox: what would have been sent, newest first, at most a thousand. */
export interface Mailbox {
  put(message: MailboxMessage): Promise<void>;
  list(filter: { to?: string | undefined; limit: number }): Promise<MailboxMessage[]>;
  find(id: string): Promise<MailboxMessage | undefined>;
}

/** Makes the event of a message that was given up. */
export type FailureEvent = (message: Outgoing, reason: string) => FlorinEvent;
