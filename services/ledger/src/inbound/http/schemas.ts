import { z } from 'zod';
import { isCurrency } from '@florin/money';
import { TRANSFER_KINDS } from '../../domain/posting/posting.ts';
import { amountSchema, pageQuery, text, uuid } from '@florin/service-kit';

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

export const transferBody = z.strictObject({
  to: recipient,
  amount: amountSchema,
  currency,
  note,
  visibility,
});

const queryAmount = z
  .string()
  .regex(/^\d{1,16}$/, 'must be minor units as a whole number')
  .transform((value) => BigInt(value));
/** An ISO 8601 instant as a Date. */
export const instantParam = z.iso.datetime({ offset: true }).transform((value) => new Date(value));

export const transferQuery = z.strictObject({
  ...pageQuery,
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
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});

export const fundingBody = z.strictObject({
  amount: amountSchema,
  currency,
  accountId: uuid.optional(),
  /** in the provider's own words; by default its first */
  method: text(1, 60).optional(),
});

const amount = z.int();
const instant = z.iso.datetime();

export const accountSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['main', 'wallet', 'points']),
  currency: z.string(),
  status: z.enum(['open', 'frozen', 'closed']),
  posted: amount,
  held: amount,
  available: amount,
  creditLimit: amount,
  reference: z.string(),
  createdAt: instant,
});

const party = z.object({ userId: z.uuid().nullable(), accountId: z.uuid() });

export const transferSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  amount,
  currency: z.string(),
  note: z.string(),
  visibility: z.enum(['private', 'friends', 'public']),
  from: party,
  to: party,
  status: z.literal('posted'),
  postedAt: instant,
  reversesTransferId: z.uuid().nullable(),
});

export const fundingSchema = z.object({
  id: z.uuid(),
  status: z.enum(['pending', 'succeeded', 'failed']),
  failure: z.string().nullable(),
  amount,
  currency: z.string(),
  accountId: z.uuid(),
  transferId: z.uuid().nullable(),
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
  postedAt: instant,
});
