import { z } from 'zod';
import { toJsonAmount } from '@florin/money';
import { amountSchema, route, uuid } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import type { Quote } from '../../../domain/exchange.ts';
import { currency } from '../schemas.ts';
import { created } from '../views.ts';

const tag = 'exchanges';
const access = 'user';

const quoteSchema = z.object({
  id: z.uuid(),
  from: z.object({ currency: z.string(), amount: z.int() }),
  to: z.object({ currency: z.string(), amount: z.int() }),
  rate: z.string(),
  expiresAt: z.iso.datetime(),
  transferId: z.uuid().nullable(),
});

function quoteView(quote: Quote) {
  return {
    id: quote.id,
    from: { currency: quote.fromCurrency, amount: toJsonAmount(quote.fromAmount) },
    to: { currency: quote.toCurrency, amount: toJsonAmount(quote.toAmount) },
    rate: quote.rate,
    expiresAt: quote.expiresAt.toISOString(),
    transferId: quote.transferId,
  };
}

const quoteBody = z.strictObject({ from: currency, to: currency, amount: amountSchema });

export function exchangeRoutes(app: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/exchanges/quotes',
      summary: 'A rate for an exchange between your accounts, kept for a minute',
      tag,
      access,
      body: quoteBody,
      reply: { status: 201, schema: quoteSchema },
      handler: async ({ identity, body }) =>
        created(quoteView(await app.quote({ callerId: identity.userId, ...body })), false),
    }),
    route({
      method: 'post',
      path: '/v1/exchanges',
      summary: 'Exchange between your accounts of two currencies at a quote',
      tag,
      access,
      body: z.strictObject({ quoteId: uuid }),
      idempotent: true,
      reply: { status: 201, schema: quoteSchema },
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'ACCOUNT_FROZEN'],
      handler: async ({ identity, body, idempotencyKey: key }) => {
        const exchange = await app.exchange({ callerId: identity.userId, quoteId: body.quoteId, key });
        return created(quoteView(exchange.body), exchange.replayed);
      },
    }),
  ];
}
