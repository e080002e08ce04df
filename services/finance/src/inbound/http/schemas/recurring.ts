import { WEEKEND_RULES, isDay, isTimeZone } from '@florin/calendar';
import { amountSchema, longText, uuid } from '@florin/service-kit';
import { z } from 'zod';
import { CATEGORY_TYPES } from '../../../domain/category.ts';
import { FREQUENCIES } from '../../../domain/recurring/recurring.ts';
import { plainText } from '../../../domain/text.ts';

const amount = amountSchema.transform((minor) => ({ minor }));
const day = z.string().refine(isDay, 'must be a day such as 2026-11-21').meta({ format: 'date' });
const description = longText(0, 500).transform(plainText);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00');
const timeZone = z.string().max(60).refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin');
const every = z.int().min(1).max(99).describe('2 with weekly: every two weeks');
const count = z.int().min(1).max(10_000).describe('how many there are, those passed over included').nullable();
const statuses = ['active', 'paused', 'done'] as const;

export const newRecurringBody = z.strictObject({
  walletId: uuid,
  toWalletId: uuid.optional().describe('a transfer to another own wallet, in the place of categoryId'),
  categoryId: uuid.optional(),
  type: z.enum(CATEGORY_TYPES).optional(),
  direction: z.enum(['in', 'out']).optional().describe('out with type debt pays back'),
  amount,
  description: description.default(''),
  frequency: z.enum(FREQUENCIES),
  every: every.default(1),
  startDate: day.describe('the first; of those before today none is posted'),
  lastDayOfMonth: z.boolean().default(false),
  weekendRule: z.enum(WEEKEND_RULES).default('stay').describe('before: on the Friday, after: on the Monday'),
  time: time.default('00:00').describe('on the clocks of the time zone'),
  timeZone: timeZone.optional().describe('default: your own'),
  endDate: day.nullable().optional(),
  count: count.optional(),
});
export const recurringChangesBody = z.strictObject({
  walletId: uuid.optional(),
  toWalletId: uuid.optional(),
  categoryId: uuid.optional(),
  amount: amount.optional(),
  description: description.optional(),
  frequency: z.enum(FREQUENCIES).optional(),
  every: every.optional(),
  startDate: day.optional().describe('the next one, from which the later ones are counted'),
  lastDayOfMonth: z.boolean().optional(),
  weekendRule: z.enum(WEEKEND_RULES).optional(),
  time: time.optional(),
  timeZone: timeZone.optional(),
  endDate: day.nullable().optional(),
  count: count.optional(),
});
export const recurringFilter = z.strictObject({ status: z.enum(statuses).optional(), walletId: uuid.optional() });
export const occurrenceParams = z.object({ id: uuid, number: z.coerce.number().int().min(0).max(1_000_000) });

const due = { number: z.int(), date: z.iso.date(), dueAt: z.iso.datetime() };
export const recurringReply = z.object({
  id: z.uuid(),
  type: z.enum([...CATEGORY_TYPES, 'transfer']),
  direction: z.enum(['in', 'out']),
  walletId: z.uuid(),
  toWalletId: z.uuid().nullable(),
  categoryId: z.uuid().nullable(),
  amount: z.int().positive().describe('minor units'),
  currency: z.string(),
  description: z.string(),
  frequency: z.enum(FREQUENCIES),
  every: z.int(),
  startDate: z.iso.date(),
  lastDayOfMonth: z.boolean(),
  weekendRule: z.enum(WEEKEND_RULES),
  time: z.string(),
  timeZone: z.string(),
  endDate: z.iso.date().nullable(),
  count: z.int().nullable(),
  status: z.enum(statuses),
  pausedReason: z.string().nullable().describe('asked, wallet-deleted, category-deleted, account-closed'),
  next: z.object(due).nullable(),
  createdAt: z.iso.datetime(),
});
export const occurrenceReply = z.object({
  ...due,
  status: z.enum(['pending', 'posted', 'failed', 'skipped', 'missed']),
  transactionId: z.uuid().nullable(),
  failure: z.string().nullable().describe('code of the error'),
  reason: z.string().nullable(),
});
export const occurrencesReply = z.object({ data: z.array(occurrenceReply) });
export const upcomingReply = z.object({
  data: z.array(z.object({ ...due, amount: z.int().describe('minor units'), currency: z.string() })),
});
export const candidatesReply = z.object({
  data: z.array(
    z.object({
      walletId: z.uuid(),
      categoryId: z.uuid(),
      type: z.enum(CATEGORY_TYPES),
      direction: z.enum(['in', 'out']),
      amount: z.int().describe('of the last time, minor units'),
      currency: z.string(),
      description: z.string(),
      counterparty: z.object({ userId: z.uuid() }).optional(),
      frequency: z.enum(FREQUENCIES),
      every: z.int(),
      times: z.int(),
      lastDate: z.iso.date(),
    }),
  ),
});
