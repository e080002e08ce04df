import { z } from 'zod';
import { amountSchema } from '@florin/service-kit';
import { currency } from '../schemas.ts';

export const quoteSchema = z.object({
  id: z.uuid(),
  from: z.object({ currency: z.string(), amount: z.int() }),
  to: z.object({ currency: z.string(), amount: z.int() }),
  rate: z.string(),
  expiresAt: z.iso.datetime(),
  transferId: z.uuid().nullable(),
});

export const quoteBody = z.strictObject({ from: currency, to: currency, amount: amountSchema });
