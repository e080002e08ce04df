import { z } from 'zod';
import { isTimeZone } from '@florin/calendar';
import { amountSchema, text } from '@florin/service-kit';
import { FREQUENCIES } from '../../../domain/schedule.ts';
import { memoEditFields, memoFields, memoSchema, takeMemo } from './memo.ts';
import { currency, instantParam, note, recipient, visibility } from '../schemas.ts';

const frequency = z.enum(FREQUENCIES);
const timeZone = text(1, 60).refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin');
const retries = z.int().min(0).max(5);

export const scheduleSchema = z.object({
  id: z.uuid(),
  status: z.enum(['active', 'paused', 'done', 'cancelled']),
  /** the account is null until the first transfer to somebody who has none of the currency */
  to: z.object({ userId: z.uuid(), accountId: z.uuid().nullable() }),
  amount: z.int(),
  currency: z.string(),
  note: z.string(),
  visibility: z.enum(['private', 'friends', 'public']),
  frequency,
  startsAt: z.iso.datetime(),
  /** whose clocks say when an occurrence is due */
  timeZone: z.string(),
  /** how often a failed occurrence is tried again, a day after each try */
  retries: z.int(),
  endsAt: z.iso.datetime().nullable(),
  nextAt: z.iso.datetime().nullable(),
  ...memoSchema,
  createdAt: z.iso.datetime(),
});

export const occurrenceSchema = z.object({
  number: z.int(),
  dueAt: z.iso.datetime(),
  status: z.enum(['posted', 'failed', 'skipped']),
  transferId: z.uuid().nullable(),
  /** the code of the error, when it failed */
  failure: z.string().nullable(),
  /** the error in words */
  reason: z.string().nullable(),
});

export const scheduleBody = z
  .strictObject({
    to: recipient,
    amount: amountSchema,
    currency,
    note,
    visibility,
    frequency,
    startsAt: instantParam,
    endsAt: instantParam.optional(),
    /** an IANA name; by default the zone of your profile */
    timeZone: timeZone.optional(),
    retries: retries.optional(),
    /** each of its transfers carries them, too */
    ...memoFields,
  })
  .transform(takeMemo);

export const scheduleEditBody = z.strictObject({
  amount: amountSchema.optional(),
  note: text(0, 500).optional(),
  visibility: z.enum(['private', 'friends', 'public']).optional(),
  frequency: frequency.optional(),
  /** when the next occurrence is due, from which the later ones are counted */
  nextAt: instantParam.optional(),
  /** the local time stays */
  timeZone: timeZone.optional(),
  retries: retries.optional(),
  /** null: no end */
  endsAt: instantParam.nullable().optional(),
  ...memoEditFields,
});
