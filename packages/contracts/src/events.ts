import { z } from 'zod';

const userId = z.uuid();
const instant = z.iso.datetime();
/** minor units as a decimal string */
const amount = z.string().regex(/^-?\d{1,19}$/);
const positiveAmount = z.string().regex(/^[1-9]\d{0,18}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
const channel = z.enum(['email', 'sms', 'push']);

const entry = z.object({
  accountId: z.uuid(),
  /** null for a system account */
  ownerId: userId.nullable(),
  amount,
  currency,
  balanceAfter: amount,
});

const transfer = z.object({
  transferId: z.uuid(),
  kind: z.enum([
    'deposit',
    'withdrawal',
    'peer',
    'wallet',
    'refund',
    'reversal',
    'capture',
    'exchange',
    'points',
    'adjustment',
  ]),
  amount: positiveAmount,
  currency,
  /** the sender's user, null when money comes from outside */
  fromUserId: userId.nullable(),
  /** the receiver's user, null when money leaves */
  toUserId: userId.nullable(),
  fromAccountId: z.uuid(),
  toAccountId: z.uuid(),
  note: z.string().max(500),
  visibility: z.enum(['private', 'friends', 'public']),
  /** what the caller of the ledger calls it, e.g. finance's transaction id; null when it has no name */
  reference: z.string().max(200).nullable(),
  entries: z.array(entry).min(2).max(200),
  postedAt: instant,
});

const paymentRequest = z.object({
  requestId: z.uuid(),
  requesterId: userId,
  payerId: userId,
  amount: positiveAmount,
  currency,
  note: z.string().max(500),
});

const session = z.object({ userId, sessionId: z.uuid(), reason: z.string().max(60), revokedAt: instant });

const membership = z.object({
  membershipId: z.uuid(),
  walletId: z.uuid(),
  walletName: z.string().max(60),
  /** of the wallet */
  ownerId: userId,
  /** of the member */
  userId,
});

/** Schema of the data of every event, by type. Inside a version only additive, optional change. */
export const EVENTS = {
  'auth.user-registered.v1': z.object({
    userId,
    email: z.string().max(320).nullable(),
    name: z.string().max(120),
    username: z.string().max(30).nullable(),
    mobile: z.string().max(20).nullable(),
    locale: z.string().max(20).nullable(),
    timeZone: z.string().max(60).nullable(),
    dateOfBirth: z.string().max(10).nullable(),
    registeredAt: instant,
    /** which API made the account: `v1` or a dialect's name */
    via: z.string().max(20),
  }),
  'auth.user-verified.v1': z.object({
    userId,
    channel: z.enum(['email', 'sms']),
    address: z.string().max(320),
    verifiedAt: instant,
  }),
  /** somebody else than who used the account till then was the first to prove an address of it, and has it now */
  'auth.user-handed-over.v1': z.object({ userId, handedOverAt: instant }),
  'auth.contact-changed.v1': z.object({
    userId,
    email: z.string().max(320).nullable(),
    mobile: z.string().max(20).nullable(),
    username: z.string().max(30).nullable(),
    name: z.string().max(120),
    changedAt: instant,
  }),
  'auth.code-issued.v1': z.object({
    userId: userId.nullable(),
    channel: z.enum(['email', 'sms']),
    to: z.string().max(320),
    purpose: z.string().max(40),
    /** AES-256-GCM by service-kit `seal`, context `code`; the code itself is never on the bus in the clear */
    sealedCode: z.string().max(400),
    expiresAt: instant,
    locale: z.string().max(20).nullable(),
    /** the account has a password, and nobody has proven an address of it: the message says so */
    passwordChosen: z.boolean().optional(),
  }),
  'auth.session-revoked.v1': session,
  /** every session of the user that was issued before `revokedAt` ends, but for `exceptSessionId` */
  'auth.sessions-revoked.v1': z.object({
    userId,
    exceptSessionId: z.uuid().nullable(),
    reason: z.string().max(60),
    revokedAt: instant,
  }),
  'auth.user-terminated.v1': z.object({ userId, terminatedAt: instant }),
  /** nothing of the account's may move until it is unfrozen */
  'auth.user-frozen.v1': z.object({ userId, frozenAt: instant }),
  'auth.user-unfrozen.v1': z.object({ userId, unfrozenAt: instant }),
  'auth.security-changed.v1': z.object({
    userId,
    what: z.string().max(60),
    detail: z.string().max(500),
    /** extra addresses to tell, e.g. the old one after a change */
    alsoTo: z.array(z.object({ channel: z.enum(['email', 'sms']), to: z.string().max(320) })).max(4),
    /** an action link path with a sealed token ("this wasn't me", undo); null when there is none */
    sealedLink: z.string().max(1000).nullable(),
    occurredAt: instant,
  }),
  'auth.push-token-changed.v1': z.object({
    userId,
    deviceId: z.string().max(100),
    platform: z.string().max(20),
    pushToken: z.string().max(4096).nullable(),
  }),
  'users.profile-changed.v1': z.object({
    userId,
    name: z.string().max(120),
    username: z.string().max(30).nullable(),
    timeZone: z.string().max(60).nullable(),
    locale: z.string().max(20).nullable(),
  }),
  'users.friend-requested.v1': z.object({
    requestId: z.string().max(60),
    fromUserId: userId,
    toUserId: userId,
    requestedAt: instant,
  }),
  'users.friend-accepted.v1': z.object({
    requestId: z.string().max(60),
    fromUserId: userId,
    toUserId: userId,
    acceptedAt: instant,
  }),
  'users.block-changed.v1': z.object({
    userId,
    blockedUserId: userId,
    blocked: z.boolean(),
  }),
  'users.points-granted.v1': z.object({
    userId,
    grantId: z.string().max(100),
    reason: z.string().max(60),
    points: positiveAmount,
    lapsesAt: instant.nullable(),
  }),
  'ledger.account-opened.v1': z.object({
    accountId: z.uuid(),
    ownerId: userId.nullable(),
    currency,
    kind: z.string().max(30),
    reference: z.string().max(200).nullable(),
  }),
  'ledger.transfer-posted.v1': transfer,
  'ledger.transfer-reversed.v1': transfer.extend({ reversedTransferId: z.uuid() }),
  'ledger.payment-requested.v1': paymentRequest,
  'ledger.payment-request-paid.v1': paymentRequest.extend({ transferId: z.uuid(), paidAmount: positiveAmount }),
  'ledger.payment-request-declined.v1': paymentRequest,
  'ledger.payment-request-reminded.v1': paymentRequest,
  /** a due transfer that could not be made and is not made up for; `failure` is the code of the error */
  'ledger.scheduled-transfer-failed.v1': z.object({
    scheduleId: z.uuid(),
    ownerId: userId,
    toUserId: userId,
    amount: positiveAmount,
    currency,
    note: z.string().max(500),
    dueAt: instant,
    failure: z.string().max(60),
  }),
  /** an occurrence that could not be posted; `failure` is the code of the error. Told once however often it is tried */
  'finance.recurring-transaction-failed.v1': z.object({
    userId,
    recurringId: z.uuid(),
    // of the occurrence, from 0
    number: z.number().int().min(0),
    description: z.string().max(500),
    amount: positiveAmount,
    currency,
    date: z.iso.date(),
    failure: z.string().max(60),
  }),
  'finance.budget-threshold-reached.v1': z.object({
    userId,
    budgetId: z.uuid(),
    // what the budget is called: its own name, or that of its categories
    categoryName: z.string().max(60),
    categoryType: z.enum(['income', 'expense', 'debt']).optional(),
    percent: z.number().int().min(1).max(1000),
    // what the period has, with what was carried over
    amount,
    spent: amount,
    currency,
    periodStart: z.iso.date(),
    periodEnd: z.iso.date(),
  }),
  'finance.wallet-invited.v1': membership.extend({ role: z.enum(['reader', 'writer']), invitedAt: instant }),
  'finance.wallet-invitation-accepted.v1': membership.extend({ acceptedAt: instant }),
  'finance.wallet-left.v1': membership.extend({ leftAt: instant }),
  /** the owner has ended the membership */
  'finance.wallet-share-ended.v1': membership.extend({
    reason: z.enum(['removed', 'account-closed']),
    endedAt: instant,
  }),
  'notify.delivery-failed.v1': z.object({
    messageId: z.string().max(60),
    userId: userId.nullable(),
    channel,
    reason: z.string().max(300),
  }),
  /** something new in a person's inbox */
  'notify.notification-added.v1': z.object({
    notificationId: z.string().max(80),
    userId,
    kind: z.string().max(60),
    title: z.string().max(300),
    body: z.string().max(2_000),
    /** ids, minor units as decimal strings, currency: what a client links to */
    data: z.record(z.string().max(40), z.string().max(100)),
    createdAt: instant,
  }),
} as const;

export type EventType = keyof typeof EVENTS;
export type EventData<T extends EventType> = z.infer<(typeof EVENTS)[T]>;

export const EVENT_TYPES = Object.keys(EVENTS) as EventType[];

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENTS, type);
}
