import { isDay } from '@florin/calendar';
import { isCurrency } from '@florin/money';
import { uuid } from '@florin/service-kit';
import { z } from 'zod';
import { CATEGORY_TYPES } from '../../../domain/category.ts';
import { INTERVALS } from '../../../domain/insights/buckets.ts';

const day = z.string().refine(isDay, 'must be a day such as 2026-11-21').meta({ format: 'date' });
const span = {
  from: day.optional(),
  to: day.optional().describe('included; default: today'),
  walletId: uuid.optional(),
  currency: z
    .string()
    .refine(isCurrency, 'must be an ISO 4217 currency code such as USD')
    .optional()
    .describe('all sums in this one, at the rate of their day; default: each currency by itself'),
};
export const spanQuery = z.strictObject(span);
export const seriesQuery = z.strictObject({ ...span, interval: z.enum(INTERVALS).default('month') });

const period = { from: z.iso.date(), to: z.iso.date() };
const amount = z.int().describe('minor units');
const perCurrency = <T extends z.ZodRawShape>(shape: T) => z.array(z.object({ currency: z.string(), ...shape }));

export const cashFlowReply = z.object({
  ...period,
  data: perCurrency({
    points: z.array(
      z.object({
        ...period,
        in: z.int().describe('income, less what was given back; minor units'),
        out: z.int().describe('expense, less refunds'),
        net: z.int().describe('in less out'),
        debt: z.int().describe('taken, less what was paid back; in none of the others'),
      }),
    ),
  }),
});
export const netWorthReply = z.object({
  ...period,
  data: perCurrency({
    points: z.array(z.object({ date: z.iso.date(), balance: z.int().describe('at the end of the day') })),
  }),
});
const compared = {
  ...period,
  previous: z.object(period).describe('the week, month or year before, else as many days'),
};
const change = { amount, previous: amount, change: z.int().describe('amount less previous') };
export const categoriesReply = z.object({
  ...compared,
  data: perCurrency({
    categories: z.array(
      z.object({
        categoryId: z.uuid().nullable(),
        name: z.string(),
        type: z.enum(CATEGORY_TYPES),
        icon: z.string(),
        ...change,
      }),
    ),
  }),
});
export const tagsReply = z.object({
  ...compared,
  data: perCurrency({
    tags: z
      .array(z.object({ tagId: z.uuid(), name: z.string(), type: z.enum(CATEGORY_TYPES), ...change }))
      .describe('a transaction with several tags counts under each'),
  }),
});
export const flowsReply = z.object({
  ...period,
  data: perCurrency({
    nodes: z.array(
      z.object({
        id: z.string().describe('of a category, or pool, saved, reserves'),
        name: z.string(),
        kind: z.enum(['in', 'pool', 'out']),
        amount,
      }),
    ),
    links: z.array(z.object({ from: z.string(), to: z.string(), amount })),
  }),
});

export const forecastQuery = z.strictObject({
  to: day.optional().describe('default: the day before your next pay-day, when your next month begins'),
});
export const forecastReply = z.object({
  ...period,
  data: perCurrency({
    balance: z.int().describe('of the wallets now, minor units'),
    in: amount,
    out: amount,
    expected: z.int().describe('balance with what comes in and goes out until then'),
    lowest: z.int().describe('the least on the way'),
    lowestOn: z.iso.date(),
    lines: z.array(
      z.object({
        recurringId: z.uuid(),
        date: z.iso.date(),
        description: z.string(),
        amount: z.int().describe('below 0 for what goes out'),
      }),
    ),
  }),
});
