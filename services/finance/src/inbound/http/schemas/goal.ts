import { isDay } from '@florin/calendar';
import { amountSchema, longText, text as textOf, uuid } from '@florin/service-kit';
import { z } from 'zod';
import { plainText } from '../../../domain/text.ts';

const name = textOf(1, 60).transform(plainText);
const description = longText(0, 500).transform(plainText);
const amount = amountSchema.transform((minor) => ({ minor }));
const day = z.string().refine(isDay, 'must be a day such as 2026-11-21').meta({ format: 'date' });
const statuses = ['open', 'closing', 'closed'] as const;

export const newGoalBody = z.strictObject({
  name,
  description: description.default(''),
  walletId: uuid.describe('where its money comes from and goes back to'),
  target: amount,
  targetDate: day.nullable().optional(),
});
export const goalChangesBody = z.strictObject({
  name: name.optional(),
  description: description.optional(),
  target: amount.optional(),
  targetDate: day.nullable().optional(),
});
export const goalsFilter = z.strictObject({ status: z.enum(statuses).optional() });
export const pledgeBody = z.strictObject({ amount });
export const closeBody = z.strictObject({ toWalletId: uuid.optional().describe('default: where it came from') });
export const goalReply = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  walletId: z.uuid().describe('where its money comes from'),
  goalWalletId: z.uuid().describe('of the rows that moved money to it; in no list of wallets'),
  target: z.int().positive().describe('minor units'),
  currency: z.string(),
  targetDate: z.iso.date().nullable(),
  status: z.enum(statuses),
  saved: z.int().describe('what it holds, as the ledger has it now'),
  remaining: z.int(),
  percent: z.int(),
  neededPerMonth: z.int().nullable().describe('to reach it in time; null without a date'),
  pacePerMonth: z.int().describe('what came a month in the last 90 days, less what went'),
  reachedOn: z.iso.date().nullable().describe('at this pace; null: never, or not in a hundred years'),
  createdAt: z.iso.datetime(),
});
