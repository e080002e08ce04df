import { z } from 'zod';
import { amountSchema, route } from '@florin/service-kit';
import { toJsonAmount } from '@florin/money';
import type { UseCases } from '../../../app/index.ts';
import { currency, instantParam, note, userName } from '../schemas.ts';
import { NO_MEMO, memoFields, memoSchema, takeMemo } from '../schemas/memo.ts';
import { created } from '../views.ts';

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

const splitBody = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('equal'), ...common, participants: people({}) }),
  z.strictObject({ method: z.literal('amount'), ...common, participants: people({ amount: amountSchema }) }),
  z.strictObject({ method: z.literal('percent'), ...common, participants: people({ percent }) }),
  z.strictObject({ method: z.literal('shares'), ...common, participants: people({ shares: count }) }),
]);

const splitSchema = z.object({
  id: z.uuid(),
  amount: z.int(),
  currency: z.string(),
  note: z.string(),
  /** on each of the requests, too */
  ...memoSchema,
  shares: z.array(z.object({ userId: z.uuid(), amount: z.int(), requestId: z.uuid().nullable() })),
});

export function splitRoutes(useCases: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/splits',
      summary: 'Split a bill you paid into payment requests: equally, by amount, per cent or shares',
      tag: 'payment requests',
      access: 'user',
      body: splitBody,
      idempotent: true,
      reply: { status: 201, schema: splitSchema },
      errors: ['NOT_FOUND', 'CONFLICT', 'FORBIDDEN', 'RATE_LIMITED'],
      handler: async ({ identity, body, idempotencyKey: key }) => {
        const participants = valuesOf(body);
        const { amount, currency: code, note: text, method, expiresAt } = body;
        const { memo } = takeMemo(body);
        const bill = {
          callerId: identity.userId,
          amount,
          currency: code,
          note: text,
          method,
          participants,
          expiresAt,
          memo,
          key,
        };
        const { body: split, replayed } = await useCases.splitBill(bill);
        const shares = split.shares.map((one) => ({ ...one, amount: toJsonAmount(one.amount) }));
        const { reference, metadata } = memo ?? NO_MEMO;
        return created({ ...split, amount: toJsonAmount(split.amount), reference, metadata, shares }, replayed);
      },
    }),
  ];
}

function valuesOf(body: z.output<typeof splitBody>) {
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
