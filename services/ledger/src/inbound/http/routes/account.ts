import { z } from 'zod';
import { toJsonAmount } from '@florin/money';
import { decodeCursor, pageQuery, pageSchema, route, toPage } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { accountSchema, cursorKey, entrySchema, idParams, instantParam } from '../schemas.ts';
import { accountView, entryView } from '../views.ts';
import { statementRoutes } from './statement.ts';

const common = { tag: 'accounts', access: 'user' } as const;

export function accountRoutes(useCases: UseCases) {
  return [
    route({
      method: 'get',
      path: '/v1/accounts',
      summary: 'Your accounts, oldest first',
      ...common,
      query: z.strictObject({}),
      reply: { status: 200, schema: pageSchema(accountSchema) },
      handler: async ({ identity }) => ({
        body: { data: (await useCases.listAccounts(identity.userId)).map(accountView), nextCursor: null },
      }),
    }),
    route({
      method: 'get',
      path: '/v1/accounts/:id',
      summary: 'One of your accounts',
      ...common,
      params: idParams,
      reply: { status: 200, schema: accountSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => ({
        body: accountView(await useCases.getAccount({ ownerId: identity.userId, id: params.id })),
      }),
    }),
    route({
      method: 'get',
      path: '/v1/accounts/:id/entries',
      summary: 'What came to and left an account, newest first, each with the balance after it',
      ...common,
      params: idParams,
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(entrySchema) },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params, query: { limit, cursor } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const found = await useCases.listEntries({ ownerId: identity.userId, id: params.id, before, limit: limit + 1 });
        const page = toPage(found.entries, limit, (entry) => [entry.transferId]);
        const people = await useCases.namePeople(page.data.map((entry) => entry.counterpartyId));
        return { body: { ...page, data: page.data.map((entry) => entryView(entry, people)) } };
      },
    }),
    balanceRoute(useCases),
    ...statementRoutes(useCases),
  ];
}

function balanceRoute(useCases: UseCases) {
  return route({
    method: 'get',
    path: '/v1/accounts/:id/balance',
    summary: 'The balance of an account, as it was at any instant',
    ...common,
    params: idParams,
    query: z.strictObject({ at: instantParam.optional() }),
    reply: {
      status: 200,
      schema: z.object({ accountId: z.uuid(), currency: z.string(), posted: z.int(), at: z.iso.datetime() }),
    },
    errors: ['NOT_FOUND'],
    handler: async ({ identity, params, query }) => {
      const own = { ownerId: identity.userId, id: params.id };
      const { account, posted, at } = await useCases.getBalance({ ...own, at: query.at });
      const { id: accountId, currency } = account;
      return { body: { accountId, currency, posted: toJsonAmount(posted), at: at.toISOString() } };
    },
  });
}
