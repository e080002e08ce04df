import { PERIOD_KINDS, isDay } from '@florin/calendar';
import { isCurrency, MAX_JSON_AMOUNT } from '@florin/money';
import { amountSchema, instant, longText, text as textOf, uuid } from '@florin/service-kit';
import { z } from 'zod';
import { CATEGORY_TYPES } from '../../domain/category.ts';
import { MEMBER_ROLES } from '../../domain/members/member.ts';
import { MAX_TAGS_OF_ROW } from '../../domain/filing/tag.ts';
import { plainText } from '../../domain/text.ts';

export const text = (min: number, max: number) => textOf(min, max).transform(plainText);
/** minor units, more than 0 */
export const amount = amountSchema.transform((minor) => ({ minor }));
export const currency = z.string().refine(isCurrency, 'must be an ISO 4217 currency code such as USD');
const sum = z
  .int('must be a whole number of minor units')
  .min(0, 'must not be below 0')
  .max(Number(MAX_JSON_AMOUNT))
  .transform((value) => ({ minor: BigInt(value) }));
/** minor units, above or below 0 */
const balance = z
  .int('must be a whole number of minor units')
  .min(-Number(MAX_JSON_AMOUNT))
  .max(Number(MAX_JSON_AMOUNT))
  .transform((value) => ({ minor: BigInt(value) }));
const creditLimit = sum.nullable().optional().describe('how far it may go below 0; null: no limit');
export const day = z.string().refine(isDay, 'must be a day such as 2026-11-21').meta({ format: 'date' });
/** notes on one's own rows may have lines */
export const description = longText(0, 500).transform(plainText);
export const note = longText(0, 2_000).transform(plainText);
/** an instant, or a whole day in the person's time zone */
export const edge = z
  .union([instant, day], 'must be a day or an ISO 8601 time')
  .transform((value) => (typeof value === 'string' ? { day: value } : { instant: value }));
export const occurredAt = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 time such as 2026-11-21T09:00:00Z' })
  .transform((value) => new Date(value));
const icon = text(1, 40);
const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1e90ff')
  .toLowerCase()
  .nullable()
  .optional();
const order = z.int().min(0).max(1_000_000).optional().describe('its place in lists; equal ones go by age');
const parentId = uuid.nullable().optional().describe('a category of the first level; null: it is of the first level');
export const categoryType = z.enum(CATEGORY_TYPES);
export const direction = z.enum(['in', 'out']);

export const idParams = z.object({ id: uuid });
export const search = text(1, 100).optional();

export const newWalletBody = z.strictObject({
  name: text(1, 60),
  type: text(1, 40).default('account'),
  icon: icon.optional(),
  colour,
  order,
  currency,
  description: description.default(''),
  creditLimit,
  balance: balance.optional(),
});
export const walletChangesBody = z.strictObject({
  name: text(1, 60).optional(),
  type: text(1, 40).optional(),
  icon: icon.optional(),
  colour,
  order,
  description: description.optional(),
  creditLimit,
  balance: balance.optional(),
});
export const walletsFilter = z.strictObject({
  shared: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('true: only those that others share with you; false: only own ones; by default both'),
});
export const setBalanceBody = z.strictObject({ balance, date: day.optional(), description: description.optional() });
export const walletReply = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  icon: z.string(),
  colour: z.string().nullable(),
  order: z.int(),
  currency: z.string(),
  description: z.string(),
  balance: z.int().describe('minor units, as the ledger has it now'),
  creditLimit: z.int().nullable().describe('how far it may go below 0; null: no limit'),
  main: z.boolean(),
  archived: z.boolean().describe('deleted; it can be opened again'),
  accountId: z.uuid(),
  role: z.enum(['owner', ...MEMBER_ROLES]).describe('what you are to the wallet'),
  sharedBy: z.object({ userId: z.uuid() }).optional().describe('its owner, when that is another person'),
  createdAt: z.iso.datetime(),
});

export const newCategoryBody = z.strictObject({
  name: text(1, 60),
  type: categoryType,
  icon: icon.default('wallet'),
  colour,
  parentId,
  order,
});
export const categoryChangesBody = z.strictObject({
  name: text(1, 60).optional(),
  type: categoryType.optional(),
  icon: icon.optional(),
  colour,
  parentId,
  order,
});
export const orderBody = z.strictObject({
  ids: z.array(uuid).min(1).max(500).describe('those that come first, in their order; the others follow as they were'),
});
export const mergeBody = z.strictObject({ into: uuid });
export const categoriesFilter = z.strictObject({ type: categoryType.optional(), search });
export const categoryReply = z.object({
  id: z.uuid(),
  name: z.string(),
  type: categoryType,
  icon: z.string(),
  colour: z.string().nullable(),
  parentId: z.uuid().nullable(),
  order: z.int(),
  createdAt: z.iso.datetime(),
});

export const tagName = text(1, 50);
export const tags = z.array(tagName).max(MAX_TAGS_OF_ROW).describe('names; one that is new is made');
export const tagBody = z.strictObject({ name: tagName });
export const tagsFilter = z.strictObject({ search });
export const tagReply = z.object({
  id: z.uuid(),
  name: z.string(),
  count: z.int().describe('how many transactions have it, themselves or in a part'),
  createdAt: z.iso.datetime(),
});

export const summariesQuery = z
  .strictObject({
    walletId: uuid.optional(),
    from: edge.optional(),
    to: edge.optional(),
    period: z.enum(PERIOD_KINDS).optional(),
    at: day.optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    error: 'from and to go together',
  })
  .refine(({ from, period, at }) => from === undefined || (period === undefined && at === undefined), {
    path: ['period'],
    error: 'either from and to, or period',
  });
export const summariesReply = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime().describe('the first instant after the span'),
  data: z.array(
    z.object({
      currency: z.string(),
      balance: z.int(),
      income: z.int(),
      expense: z.int(),
      debt: z.int().describe('taken in the span, less what was paid back'),
      owed: z.int().describe('debts still to be paid back at its end'),
      byCategory: z.array(
        z.object({
          categoryId: z.uuid().nullable(),
          name: z.string(),
          type: categoryType,
          icon: z.string(),
          colour: z.string().nullable(),
          parentId: z.uuid().nullable(),
          amount: z.int(),
          amountWithChildren: z.int().describe('with the categories under it'),
        }),
      ),
    }),
  ),
});
