import { z } from 'zod';
import { route, uuid } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { quoteBody, quoteSchema } from '../schemas/exchange.ts';
import { created, quoteView } from '../views.ts';

const tag = 'exchanges';
const access = 'user';

export function exchangeRoutes(useCases: UseCases) {
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
        created(quoteView(await useCases.quoteExchange({ callerId: identity.userId, ...body })), false),
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
        const exchange = await useCases.exchangeMoney({ callerId: identity.userId, quoteId: body.quoteId, key });
        return created(quoteView(exchange.body), exchange.replayed);
      },
    }),
  ];
}
