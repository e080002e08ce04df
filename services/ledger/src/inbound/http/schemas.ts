import { memoFields, memoSchema, referenceQuery, takeMemo } from './schemas/memo.ts';
import { z } from 'zod';
import { isCurrency } from '@florin/money';
import { SHOWN_REQUEST_STATUSES } from '../../domain/payment-request.ts';
import { TRANSFER_STATUSES } from '../../domain/returns.ts';
import { TRANSFER_KINDS } from '../../domain/posting/posting.ts';
import { amountSchema, instant as instantParam, pageQuery, text, uuid } from '@florin/service-kit';

export { instantParam };

/** Lists are ordered by id, and an id is where the next page starts. */
export const cursorKey = z.tuple([uuid]);
export const idParams = z.strictObject({ id: uuid });
/** An ISO 4217 code; points move by their own rules and are not one. */
export const currency = z
  .string()
  .refine((value) => isCurrency(value) && value !== 'PTS', 'must be an ISO 4217 currency code such as USD')
  .meta({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' });
export const note = text(0, 500).default('');
export const visibility = z.enum(['private', 'friends', 'public']).default('private');

const names = {
  userId: uuid.optional(),
  username: text(1, 60).optional(),
  email: text(3, 320).optional(),
  mobile: text(4, 30).optional(),
};

/** The names given, of which there must be exactly one. */
function exactlyOne<T extends object>(given: (T | false)[], fields: string, context: z.core.$RefinementCtx): T {
  const [only, ...more] = given.filter((name) => name !== false);
  if (only !== undefined && more.length === 0) return only;
  context.addIssue({ code: 'custom', message: `must have exactly one of ${fields}` });
  return z.NEVER;
}

type Names = { userId?: string; username?: string; email?: string; mobile?: string };
const namesOf = ({ userId, username, email, mobile }: Names) => [
  userId !== undefined && { userId },
  username !== undefined && { username },
  email !== undefined && { email },
  mobile !== undefined && { mobile },
];

/** A person: exactly one name. */
export const userName = z
  .strictObject(names)
  .meta({ description: 'Exactly one of these', minProperties: 1, maxProperties: 1 })
  .transform((given, context) => exactlyOne(namesOf(given), 'userId, username, email, mobile', context));

/** Who receives: a person or an account, exactly one name. */
export const recipient = z
  .strictObject({ ...names, accountId: uuid.optional() })
  .meta({ description: 'Exactly one of these', minProperties: 1, maxProperties: 1 })
  .transform((given, context) =>
    exactlyOne(
      [...namesOf(given), given.accountId !== undefined && { accountId: given.accountId }],
      'userId, username, email, mobile, accountId',
      context,
    ),
  );

export const transferBody = z
  .strictObject({ to: recipient, amount: amountSchema, currency, note, visibility, ...memoFields })
  .transform(takeMemo);

const queryAmount = z
  .string()
  .regex(/^\d{1,16}$/, 'must be minor units as a whole number')
  .transform((value) => BigInt(value));

export const transferQuery = z.strictObject({
  ...pageQuery,
  ...referenceQuery,
  direction: z.enum(['in', 'out']).optional(),
  /** user id of the other party */
  counterparty: uuid.optional(),
  /** part of the note */
  text: text(1, 100).optional(),
  /** posted at or after, before */
  from: instantParam.optional(),
  to: instantParam.optional(),
  minAmount: queryAmount.optional(),
  maxAmount: queryAmount.optional(),
  kind: z.enum(TRANSFER_KINDS).optional(),
  /** by what was given back */
  status: z.enum(TRANSFER_STATUSES).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});

export const fundingBody = z
  .strictObject({
    amount: amountSchema,
    currency,
    accountId: uuid.optional(),
    /** in the provider's own words; by default its first */
    method: text(1, 60).optional(),
    ...memoFields,
  })
  .transform(takeMemo);

const amount = z.int();
const instant = z.iso.datetime();

export const accountSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['main', 'wallet', 'points']),
  currency: z.string(),
  status: z.enum(['open', 'frozen', 'closed']),
  posted: amount,
  held: amount,
  available: amount.nullable().describe('null: a wallet without a limit'),
  creditLimit: amount.nullable().describe('null: no limit'),
  reference: z.string(),
  createdAt: instant,
});

/** null for a system account, for who is gone, and while people can't be asked */
const person = z.object({ id: z.uuid(), name: z.string(), username: z.string(), hasPicture: z.boolean() }).nullable();
const party = z.object({ userId: z.uuid().nullable(), accountId: z.uuid() });

const returned = {
  /** how much went back, by refunds or by the transfer that undid it */
  refunded: amount,
  /** the transfer that undid it as a whole */
  reversedBy: z.uuid().nullable(),
};

/** Both sides of an exchange; amounts are minor units of their currency. */
export const exchanged = {
  from: z.object({ currency: z.string(), amount }),
  to: z.object({ currency: z.string(), amount }),
  rate: z.string(),
};

export const transferSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  amount,
  currency: z.string(),
  note: z.string(),
  visibility: z.enum(['private', 'friends', 'public']),
  from: party,
  to: party,
  status: z.enum(TRANSFER_STATUSES),
  ...returned,
  /** the refunds that stand, newest first, at most 20 */
  refunds: z.array(z.object({ id: z.uuid(), amount, postedAt: instant })),
  postedAt: instant,
  reversesTransferId: z.uuid().nullable(),
  /** of a transfer between two currencies */
  exchange: z.object(exchanged).nullable(),
  ...memoSchema,
});

const namedParty = party.extend({ person });

/** A transfer as lists show it: with the people on both sides. */
export const namedTransferSchema = transferSchema.extend({ from: namedParty, to: namedParty });

export const fundingSchema = z.object({
  id: z.uuid(),
  status: z.enum(['pending', 'succeeded', 'failed']),
  failure: z.string().nullable(),
  amount,
  currency: z.string(),
  accountId: z.uuid(),
  transferId: z.uuid().nullable(),
  ...returned,
  ...memoSchema,
  createdAt: instant,
});

export const entrySchema = z.object({
  transferId: z.uuid(),
  sequence: z.int(),
  amount,
  balanceAfter: amount,
  kind: z.string(),
  note: z.string(),
  counterpartyId: z.uuid().nullable(),
  counterparty: person,
  postedAt: instant,
});

export const holdSchema = z.object({
  id: z.uuid(),
  status: z.enum(['pending', 'captured', 'voided', 'lapsed']),
  amount: z.int(),
  captured: z.int(),
  currency: z.string(),
  note: z.string(),
  accountId: z.uuid(),
  fromUserId: z.uuid(),
  toUserId: z.uuid(),
  transferId: z.uuid().nullable(),
  ...returned,
  ...memoSchema,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** A hold as lists show it: with the people on both sides. */
export const namedHoldSchema = holdSchema.extend({ from: person, to: person });

export const holdBody = z
  .strictObject({
    to: recipient,
    amount: amountSchema,
    currency,
    note,
    expiresAt: instantParam.optional(),
    ...memoFields,
  })
  .transform(takeMemo);

/** What is noted is on the transfer; without it the transfer carries what is noted on the hold. */
export const captureBody = z.strictObject({ amount: amountSchema.optional(), ...memoFields }).transform(takeMemo);

export const requestSchema = z.object({
  id: z.uuid(),
  status: z.enum(SHOWN_REQUEST_STATUSES),
  requesterId: z.uuid(),
  payerId: z.uuid(),
  amount: z.int(),
  paid: z.int(),
  /** how much of what was paid went back */
  refunded: z.int(),
  currency: z.string(),
  note: z.string(),
  splitId: z.uuid().nullable(),
  ...memoSchema,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** A payment request as lists show it: with the people on both sides. */
export const namedRequestSchema = requestSchema.extend({ requester: person, payer: person });

export const requestBody = z
  .strictObject({
    from: userName.optional(),
    /** short for `from: { userId }` */
    payerId: uuid.optional(),
    amount: amountSchema,
    currency,
    note,
    expiresAt: instantParam.optional(),
    ...memoFields,
  })
  .transform(takeMemo)
  .transform(({ from, payerId, ...rest }, context) => {
    if (payerId !== undefined && !from) return { ...rest, from: { userId: payerId } };
    if (from && payerId === undefined) return { ...rest, from };
    context.addIssue({ code: 'custom', path: ['from'], message: 'give exactly one of from and payerId' });
    return z.NEVER;
  });
