import { z } from 'zod';
import { decodeCursor, pageQuery, pageSchema, route, toPage, uuid } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { quoteBody, quoteSchema } from '../schemas/exchange.ts';
import { cursorKey } from '../schemas.ts';
import { created, quoteView } from '../views.ts';

const common = { tag: 'exchanges', access: 'user' } as const;

export function exchangeRoutes(useCases: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/exchanges/quotes',
      summary: 'A rate for an exchange between your accounts, kept for a minute',
      ...common,
      body: quoteBody,
      reply: { status: 201, schema: quoteSchema },
      handler: async ({ identity, body }) =>
        created(quoteView(await useCases.quoteExchange({ callerId: identity.userId, ...body })), false),
    }),
    route({
      method: 'get',
      path: '/v1/exchanges',
      summary: 'Your exchanges, newest first, each with both amounts',
      ...common,
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(quoteSchema) },
      handler: async ({ identity, query: { limit, cursor } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const found = await useCases.listExchanges({ ownerId: identity.userId, before, limit: limit + 1 });
        const page = toPage(found, limit, ({ id }) => [id]);
        return { body: { ...page, data: page.data.map(quoteView) } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/exchanges',
      summary: 'Exchange between your accounts of two currencies at a quote',
      ...common,
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
