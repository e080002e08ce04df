import { pageQuery, uuid } from '@florin/service-kit';
import { MAX_JSON_AMOUNT } from '@florin/money';
import { z } from 'zod';
import { BUDGET_PERIODS, ROLLOVERS } from '../../../domain/budgets/budget.ts';
import { CATEGORY_TYPES } from '../../../domain/category.ts';
import { amount, currency, day, description, text } from '../schemas.ts';

const name = text(0, 60);
const cap = z
  .int('must be a whole number of minor units')
  .min(0, 'must not be below 0')
  .max(Number(MAX_JSON_AMOUNT))
  .transform((value) => ({ minor: BigInt(value) }))
  .nullable();
const thresholds = z
  .array(z.int('must be whole per cents').min(1).max(200))
  .min(1)
  .max(5)
  .transform((all) => [...new Set(all)].sort((a, b) => a - b));

const fields = {
  name: name.optional(),
  categoryId: uuid.optional().describe('the same as categoryIds with one'),
  categoryIds: z.array(uuid).max(50).optional().describe('of one type; empty: all of type'),
  tagIds: z
    .array(uuid)
    .max(20)
    .optional()
    .describe('in the place of categories: rows of type with any of these, each counted once'),
  type: z.enum(CATEGORY_TYPES).optional().describe('of all categories or of tags; default expense'),
  period: z.enum(BUDGET_PERIODS).optional().describe('default once: the days from periodStart to periodEnd'),
  periodStart: day.optional(),
  periodEnd: day.optional(),
  startsOn: day.optional().describe('of one that recurs; default: the beginning of the current period'),
  endsOn: day.nullable().optional().describe('null: it goes on'),
  rollover: z.enum(ROLLOVERS).optional(),
  rolloverCap: cap.optional().describe('the most that is carried over, either way; null: no limit'),
  thresholds: thresholds.optional().describe('per cents that are told when reached, default 80 and 100'),
};

type Said = z.infer<z.ZodObject<typeof fields>>;

/** Days and categories have two names each, of which the older is for one period and one category. */
function unify<T extends Said>({ categoryId, periodStart, periodEnd, ...rest }: T) {
  return {
    ...rest,
    startsOn: rest.startsOn ?? periodStart,
    endsOn: rest.endsOn ?? periodEnd ?? rest.endsOn,
    categoryIds: rest.categoryIds ?? (categoryId === undefined ? undefined : [categoryId]),
  };
}

export const newBudgetBody = z
  .strictObject({ ...fields, amount, currency: currency.optional(), description: description.default('') })
  .transform(unify)
  .transform(({ categoryIds = [], ...rest }) => ({ ...rest, categoryIds }));
export const budgetChangesBody = z
  .strictObject({ ...fields, amount: amount.optional(), description: description.optional() })
  .transform(unify);
export const budgetsFilter = z.strictObject({
  categoryId: uuid.optional(),
  tagId: uuid.optional().describe('those over this tag'),
});
export const periodsQuery = z.strictObject(pageQuery);

const figures = {
  amount: z.int().positive(),
  carried: z.int().describe('from the period before; below 0 when it was overspent'),
  available: z.int().describe('amount and what was carried'),
  spent: z.int(),
  remaining: z.int().describe('below 0 when overspent'),
};
export const budgetReply = z.object({
  id: z.uuid(),
  name: z.string(),
  categoryId: z.uuid().nullable().describe('of a budget on one category'),
  categoryIds: z.array(z.uuid()).describe('empty: all of type, unless there are tags'),
  tagIds: z.array(z.uuid()).describe('in the place of categories'),
  type: z.enum(CATEGORY_TYPES),
  currency: z.string(),
  period: z.enum(BUDGET_PERIODS),
  periodStart: z.iso.date().describe('of the current period, to which the figures belong'),
  periodEnd: z.iso.date(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  rollover: z.enum(ROLLOVERS),
  rolloverCap: z.int().nullable(),
  thresholds: z.array(z.int()),
  description: z.string(),
  ...figures,
  daysLeft: z.int().describe('today included'),
  safePerDay: z.int().describe('what remains by the days left'),
  pace: z
    .object({ time: z.int(), money: z.int().nullable().describe('null: nothing is available') })
    .describe('per cents of the period that have passed, and of what is available that are spent'),
  createdAt: z.iso.datetime(),
});
export const budgetPeriodReply = z.object({ start: z.iso.date(), end: z.iso.date(), ...figures });
