import { z } from 'zod';
import { amountSchema } from '@florin/service-kit';
import { currency, instantParam, note, userName } from '../schemas.ts';
import { memoFields, memoSchema } from './memo.ts';

const share = { user: userName };
const count = z.int().min(1).max(1_000_000).transform(BigInt);
/** per cent with at most two decimals, as hundredths of a per cent */
const percent = z
  .number()
  .positive()
  .max(100)
  .refine((value) => /^\d+(\.\d{1,2})?$/.test(String(value)), 'must have at most two decimals')
  .transform((value) => BigInt(Math.round(value * 100)));

const common = { amount: amountSchema, currency, note, expiresAt: instantParam.optional(), ...memoFields };
const people = <T extends z.ZodRawShape>(value: T) =>
  z
    .array(z.strictObject({ ...share, ...value }))
    .min(1)
    .max(100);

export const splitBody = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('equal'), ...common, participants: people({}) }),
  z.strictObject({ method: z.literal('amount'), ...common, participants: people({ amount: amountSchema }) }),
  z.strictObject({ method: z.literal('percent'), ...common, participants: people({ percent }) }),
  z.strictObject({ method: z.literal('shares'), ...common, participants: people({ shares: count }) }),
]);

export const splitSchema = z.object({
  id: z.uuid(),
  amount: z.int(),
  currency: z.string(),
  note: z.string(),
  /** on each of the requests, too */
  ...memoSchema,
  shares: z.array(z.object({ userId: z.uuid(), amount: z.int(), requestId: z.uuid().nullable() })),
});

/** What each participant has to pay is made from. */
export function valuesOf(body: z.output<typeof splitBody>) {
  switch (body.method) {
    case 'equal':
      return body.participants.map(({ user }) => ({ user, value: 1n }));
    case 'amount':
      return body.participants.map(({ user, amount }) => ({ user, value: amount }));
    case 'percent':
      return body.participants.map(({ user, percent: value }) => ({ user, value }));
    case 'shares':
      return body.participants.map(({ user, shares: value }) => ({ user, value }));
  }
}
