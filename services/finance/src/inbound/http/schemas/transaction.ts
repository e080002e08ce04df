import { MAX_JSON_AMOUNT } from '@florin/money';
import { uuid } from '@florin/service-kit';
import { z } from 'zod';
import { MAX_SPLITS } from '../../../domain/filing/split.ts';
import { TRANSACTION_TYPES } from '../../../domain/transaction.ts';
import {
  amount,
  categoryType,
  currency,
  day,
  description,
  direction,
  edge,
  note,
  occurredAt,
  search,
  tagName,
  tags,
} from '../schemas.ts';

const split = z.strictObject({
  categoryId: uuid,
  amount: z
    .int('must be a whole number of minor units')
    .min(-Number(MAX_JSON_AMOUNT))
    .max(Number(MAX_JSON_AMOUNT))
    .describe('minor units, not 0; below 0 for what goes the other way')
    .transform(BigInt),
  description: description.default(''),
  tags: tags.optional().describe('names, beside those of the whole transaction'),
});
const splits = z
  .array(split)
  .min(2)
  .max(MAX_SPLITS)
  .optional()
  .describe('parts under categories of their own, together exactly the amount; in the place of categoryId');
const NOT_BOTH = { path: ['splits'], error: 'either categoryId or splits' };

export const newTransactionBody = z
  .strictObject({
    walletId: uuid,
    categoryId: uuid.optional(),
    splits,
    type: categoryType.optional(),
    direction: direction.optional().describe('out with type debt pays back'),
    amount,
    currency: currency.optional(),
    description: description.default(''),
    note: note.optional(),
    tags: tags.optional(),
    date: day.optional(),
    occurredAt: occurredAt.optional(),
  })
  .refine((body) => body.categoryId !== undefined || body.splits !== undefined, {
    path: ['categoryId'],
    error: 'is required, or splits',
  })
  .refine((body) => body.categoryId === undefined || body.splits === undefined, NOT_BOTH);
export const transactionChangesBody = z
  .strictObject({
    amount: amount.optional(),
    description: description.optional(),
    note: note.optional(),
    tags: tags.optional().describe('in the place of those it has'),
    date: day.optional(),
    occurredAt: occurredAt.optional(),
    walletId: uuid.optional(),
    categoryId: uuid.optional(),
    splits,
    type: categoryType.optional(),
    direction: direction.optional(),
  })
  .refine((body) => body.categoryId === undefined || body.splits === undefined, NOT_BOTH);
const bulkChanges = z.strictObject({
  walletId: uuid.optional(),
  categoryId: uuid.optional(),
  type: categoryType.optional(),
  date: day.optional(),
  addTags: tags.optional(),
  removeTags: tags.optional(),
});
export const bulkBody = z
  .strictObject({
    ids: z.array(uuid).min(1).max(1_000),
    changes: bulkChanges.optional(),
    delete: z.literal(true).optional().describe('in the place of changes'),
  })
  .refine((body) => (body.changes === undefined) !== (body.delete === undefined), {
    path: ['changes'],
    error: 'either changes or delete',
  });
export const bulkReply = z.object({
  id: z.uuid().describe('to take the change back by'),
  undoUntil: z.iso.datetime(),
  data: z.array(z.object({ id: z.uuid(), code: z.string().nullable().describe('why not; null: it was done') })),
});
export const ownTransferBody = z.strictObject({
  fromWalletId: uuid,
  toWalletId: uuid,
  amount,
  toAmount: amount.optional().describe('what comes in, between wallets of two currencies'),
  description: description.default(''),
  note: note.optional(),
  tags: tags.optional(),
  date: day.optional(),
  occurredAt: occurredAt.optional(),
});
/** A parameter that may be given several times. */
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(item).min(1).max(20)).optional();
const bound = z.coerce.number().int().min(1).max(Number(MAX_JSON_AMOUNT)).transform(BigInt).optional();

export const transactionsFilter = z.strictObject({
  walletId: many(uuid).describe('any of these'),
  categoryId: many(z.union([uuid, z.literal('none').transform(() => null)], 'must be a UUID or none')).describe(
    'any of these and of the categories under them, also of a part; none: those without a category',
  ),
  type: many(z.enum(TRANSACTION_TYPES)).describe('any of these'),
  anyTags: many(tagName).describe('any of these'),
  allTags: many(tagName).describe('every one of these'),
  amountMin: bound.describe('minor units'),
  amountMax: bound.describe('minor units, included'),
  from: edge.optional(),
  to: edge.optional(),
  search,
});
export const transactionReply = z.object({
  id: z.uuid(),
  walletId: z.uuid(),
  categoryId: z
    .uuid()
    .nullable()
    .describe('null for transfers between own wallets, adjustments and split transactions'),
  type: z.enum(TRANSACTION_TYPES),
  direction: z.enum(['in', 'out']),
  amount: z.int().positive().describe('minor units'),
  currency: z.string(),
  description: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  splits: z
    .array(z.object({ categoryId: z.uuid(), amount: z.int(), description: z.string(), tags: z.array(z.string()) }))
    .describe('the parts of a split transaction, together its amount'),
  date: z.iso.date().describe('the day on the calendar of the person; periods and budgets go by it'),
  occurredAt: z.iso.datetime().describe('the beginning of the day when no time is known'),
  counterparty: z.object({ userId: z.uuid() }).optional(),
  rate: z
    .string()
    .optional()
    .describe('between two currencies: what one of the currency that went out is of the other'),
  transferId: z.uuid().nullable(),
  createdBy: z.uuid().describe('the owner of the wallet, or the member who wrote it'),
  createdAt: z.iso.datetime(),
});
