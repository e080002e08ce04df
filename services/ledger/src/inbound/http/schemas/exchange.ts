import { z } from 'zod';
import { amountSchema } from '@florin/service-kit';
import { currency, exchanged } from '../schemas.ts';

export const quoteSchema = z.object({
  id: z.uuid(),
  ...exchanged,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  transferId: z.uuid().nullable(),
});

export const quoteBody = z
  .strictObject({
    from: currency,
    to: currency,
    /** what you pay, in `from`; or else `toAmount` */
    amount: amountSchema.optional(),
    /** what is to arrive, in `to` */
    toAmount: amountSchema.optional(),
  })
  .transform(({ amount, toAmount, ...pair }, context) => {
    if (amount !== undefined && toAmount === undefined) return { ...pair, sum: { amount } };
    if (toAmount !== undefined && amount === undefined) return { ...pair, sum: { toAmount } };
    context.addIssue({ code: 'custom', path: ['amount'], message: 'give exactly one of amount and toAmount' });
    return z.NEVER;
  });
