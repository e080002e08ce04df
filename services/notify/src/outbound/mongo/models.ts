import { Schema, type Connection } from 'mongoose';
import type { FlorinEvent } from '@florin/contracts';
import type { Trace } from '@florin/messaging';
import { outboxField } from '@florin/messaging/mongo';
import type { Contact } from '../../app/contacts/ports.ts';
import type { DeadLetterAction } from '../../app/dead-letters/ports.ts';
import type { GatheredNews } from '../../app/gathered/ports.ts';
import type { MailboxMessage } from '../../app/mailbox/ports.ts';
import type { Notification } from '../../app/notifications/ports.ts';
import type { Choices } from '../../domain/kinds.ts';
import type { Outgoing } from '../../domain/message.ts';

export interface ContactDoc extends Omit<Contact, 'userId' | 'blocked'> {
  _id: string;
  /** the name auth last told: its own change of name wins over the profile's, its repetition does not */
  authName: string;
  blocked?: string[];
  /** time of the facts held */
  factsAt: Date;
}

export interface MessageDoc extends Omit<Outgoing, 'id' | 'content'> {
  _id: string;
  /** the lane; missing in rows from before there were lanes, which are bulk */
  urgent?: boolean;
  /** subject, text and HTML sealed under this id; gone once the message is finished */
  sealed?: string;
  status: 'pending' | 'sent' | 'failed' | 'expired';
  /** when the next attempt may start; while one is under way, when it is believed dead */
  dueAt: Date;
  attempts: number;
  reason?: string;
  createdAt: Date;
  sentAt?: Date;
  /** of the request or event that asked for it */
  trace?: Trace;
  outbox?: FlorinEvent[];
}

export interface NotificationDoc extends Omit<Notification, 'id' | 'read' | 'data'> {
  _id: string;
  /** missing in those from before it was kept */
  data?: Notification['data'];
  readAt: Date | null;
  outbox?: FlorinEvent[];
}

/** Until when news of strangers to a person is gathered. */
export interface WindowDoc {
  _id: string;
  until: Date;
  /** of the news that opened it */
  key: string;
  /** when what was gathered is told; null while nothing is */
  dueAt: Date | null;
}

export interface GatheredDoc {
  /** `<key>:<user>` */
  _id: string;
  userId: string;
  told: boolean;
  at: Date;
  news?: Pick<GatheredNews, 'key' | 'fromUserId' | 'notice'>;
}

export interface PreferenceDoc {
  _id: string;
  choices: Choices;
}

export type DeadLetterActionDoc = Omit<DeadLetterAction, 'id'> & { _id: string };

export type MailboxDoc = Omit<MailboxMessage, 'id'> & {
  _id: string;
  /** `to` as it is looked up: e-mail addresses in lower case */
  toKey: string;
};

const options = { versionKey: false, minimize: false, strict: 'throw', autoCreate: false } as const;
const DAY_SECONDS = 24 * 60 * 60;

const contactSchema = new Schema<ContactDoc>(
  {
    _id: String,
    name: String,
    authName: String,
    email: { type: String, default: null },
    emailVerified: Boolean,
    mobile: { type: String, default: null },
    mobileVerified: Boolean,
    terminated: Boolean,
    blocked: { type: [String], default: undefined },
    devices: [{ _id: false, deviceId: String, platform: String, pushToken: String }],
    factsAt: Date,
  },
  options,
);
contactSchema.index({ 'devices.pushToken': 1 });

const messageSchema = new Schema<MessageDoc>(
  {
    _id: String,
    userId: { type: String, default: null },
    channel: String,
    to: String,
    kind: String,
    urgent: Boolean,
    sealed: String,
    status: String,
    dueAt: Date,
    attempts: Number,
    notAfter: { type: Date, default: null },
    reason: String,
    createdAt: Date,
    sentAt: Date,
    trace: { type: Schema.Types.Mixed, default: undefined },
    outbox: outboxField,
  },
  options,
);
messageSchema.index({ status: 1, urgent: 1, dueAt: 1 });
messageSchema.index({ userId: 1 });
messageSchema.index({ createdAt: 1 }, { expireAfterSeconds: 30 * DAY_SECONDS });

const notificationSchema = new Schema<NotificationDoc>(
  {
    _id: String,
    userId: String,
    kind: String,
    title: String,
    body: String,
    data: { type: Schema.Types.Mixed, default: undefined },
    readAt: { type: Date, default: null },
    createdAt: Date,
    outbox: outboxField,
  },
  options,
);
notificationSchema.index({ userId: 1, readAt: 1 });
notificationSchema.index({ userId: 1, createdAt: -1, _id: -1 });
notificationSchema.index({ createdAt: 1 }, { expireAfterSeconds: 365 * DAY_SECONDS });

const windowSchema = new Schema<WindowDoc>({ _id: String, until: Date, key: String, dueAt: Date }, options);
windowSchema.index({ dueAt: 1 });
windowSchema.index({ until: 1 }, { expireAfterSeconds: 30 * DAY_SECONDS });

const gatheredSchema = new Schema<GatheredDoc>(
  { _id: String, userId: String, told: Boolean, at: Date, news: { type: Schema.Types.Mixed, default: undefined } },
  options,
);
gatheredSchema.index({ userId: 1, told: 1, at: 1 });
gatheredSchema.index({ at: 1 }, { expireAfterSeconds: 30 * DAY_SECONDS });

const preferenceSchema = new Schema<PreferenceDoc>({ _id: String, choices: Schema.Types.Mixed }, options);

const mailboxSchema = new Schema<MailboxDoc>(
  {
    _id: String,
    channel: String,
    to: String,
    toKey: String,
    subject: { type: String, default: '' },
    text: { type: String, default: '' },
    html: { type: String, default: '' },
    sentAt: Date,
  },
  options,
);
mailboxSchema.index({ toKey: 1, sentAt: -1 });
mailboxSchema.index({ sentAt: 1 }, { expireAfterSeconds: 7 * DAY_SECONDS });

const deadLetterActionSchema = new Schema<DeadLetterActionDoc>(
  {
    _id: String,
    adminId: String,
    action: String,
    consumer: String,
    letterIds: [String],
    reason: String,
    done: { type: Number, default: null },
    at: Date,
  },
  options,
);

/** The collections with an outbox, for the relay. */
export const OUTBOX_COLLECTIONS = ['messages', 'notifications'];

/** Registers the models on the connection. */
export function createModels(connection: Connection) {
  return {
    contacts: connection.model<ContactDoc>('Contact', contactSchema, 'contacts'),
    messages: connection.model<MessageDoc>('Message', messageSchema, 'messages'),
    notifications: connection.model<NotificationDoc>('Notification', notificationSchema, 'notifications'),
    windows: connection.model<WindowDoc>('Window', windowSchema, 'windows'),
    gathered: connection.model<GatheredDoc>('Gathered', gatheredSchema, 'gathered'),
    preferences: connection.model<PreferenceDoc>('Preference', preferenceSchema, 'preferences'),
    mailbox: connection.model<MailboxDoc>('MailboxMessage', mailboxSchema, 'mailbox'),
    deadLetterActions: connection.model<DeadLetterActionDoc>(
      'DeadLetterAction',
      deadLetterActionSchema,
      'deadletteractions',
    ),
  };
}
