import type { Route } from '@florin/service-kit';
import { pageQuery, pageSchema, route } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../app/index.ts';
import { created, pageOf, sliceOf } from './paging.ts';
import { renderWallet } from './render.ts';
import { idParams, newWalletBody, walletChangesBody, walletReply } from './schemas.ts';

const common = { tag: 'wallets', access: 'user' } as const;

export function walletRoutes(useCases: UseCases): Route[] {
  return [...listRoutes(useCases), ...itemRoutes(useCases)];
}

function listRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'post',
      path: '/v1/wallets',
      summary: 'Open a wallet, with an opening balance if wanted',
      body: newWalletBody,
      idempotent: true,
      reply: { status: 201, schema: walletReply },
      errors: ['LIMIT_EXCEEDED', 'UNAVAILABLE'],
      handler: async ({ body, identity, idempotencyKey }) => {
        const { wallet, replayed } = await useCases.createWallet(identity.userId, body, idempotencyKey);
        return created(renderWallet(wallet), replayed);
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/v1/wallets',
      summary: 'Own wallets with their balances, oldest first',
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(walletReply) },
      errors: ['UNAVAILABLE'],
      handler: async ({ query, identity }) => {
        const wallets = await useCases.listWallets(identity.userId, sliceOf(query));
        return { body: pageOf(wallets, query.limit, ({ createdAt }) => createdAt, renderWallet) };
      },
    }),
  ];
}

function itemRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/wallets/:id',
      summary: 'One wallet',
      params: idParams,
      reply: { status: 200, schema: walletReply },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ params, identity }) => ({
        body: renderWallet(await useCases.getWallet(identity.userId, params.id)),
      }),
    }),
    route({
      ...common,
      method: 'patch',
      path: '/v1/wallets/:id',
      summary: 'Rename a wallet, or correct its balance by an adjustment',
      params: idParams,
      body: walletChangesBody,
      reply: { status: 200, schema: walletReply },
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'UNAVAILABLE'],
      handler: async ({ params, body, identity }) => ({
        body: renderWallet(await useCases.updateWallet(identity.userId, params.id, body)),
      }),
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/wallets/:id',
      summary: 'Delete a wallet; what it holds is posted out, its transactions stay',
      params: idParams,
      reply: { status: 204 },
      errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
      handler: async ({ params, identity }) => {
        await useCases.deleteWallet(identity.userId, params.id);
        return {};
      },
    }),
  ];
}
