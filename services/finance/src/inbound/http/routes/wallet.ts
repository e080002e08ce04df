import { type Route, route } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../../app/index.ts';
import { idParams, newWalletBody, setBalanceBody, walletChangesBody, walletReply } from '../schemas.ts';
import { walletView } from '../views.ts';
import { byOrder, created, orderRoute, resourceRoutes } from './resource.ts';

export function walletRoutes(useCases: UseCases): Route[] {
  const own = resourceRoutes({
    tag: 'wallets',
    schema: walletReply,
    view: walletView,
    lead: byOrder,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Open a wallet, with an opening balance if wanted',
      body: newWalletBody,
      errors: ['LIMIT_EXCEEDED', 'UNAVAILABLE'],
      run: useCases.createWallet,
    },
    list: {
      summary: 'Own wallets with their balances, in their order, then oldest first',
      filter: z.strictObject({}),
      errors: ['UNAVAILABLE'],
      run: useCases.listWallets,
    },
    get: {
      summary: 'One wallet, also a deleted one',
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      run: (order) => useCases.getWallet({ ...order, archived: true }),
    },
    change: {
      summary: 'Rename a wallet, set its credit limit, or correct its balance by an adjustment',
      body: walletChangesBody,
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'UNAVAILABLE'],
      run: useCases.updateWallet,
    },
    remove: {
      summary: 'Delete a wallet; what it holds is posted out, its transactions stay',
      errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
      run: useCases.deleteWallet,
    },
  });
  return [...own, setBalanceRoute(useCases), reopenRoute(useCases), orderRoute('wallets', useCases.orderWallets)];
}

function setBalanceRoute({ setBalance }: UseCases): Route {
  return route({
    tag: 'wallets',
    access: 'user',
    method: 'post',
    path: '/v1/wallets/:id/set-balance',
    summary: 'Bring a wallet to the balance that it really has, by an adjustment',
    params: idParams,
    body: setBalanceBody,
    idempotent: true,
    reply: { status: 200, schema: walletReply },
    errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'UNAVAILABLE'],
    handler: async ({ params, body, identity: { userId: ownerId }, idempotencyKey: key }) => ({
      ...created(await setBalance({ ...body, ownerId, id: params.id, key }), walletView),
      status: 200,
    }),
  });
}

function reopenRoute({ reopenWallet }: UseCases): Route {
  return route({
    tag: 'wallets',
    access: 'user',
    method: 'post',
    path: '/v1/wallets/:id/reopen',
    summary: 'Open a deleted wallet again',
    params: idParams,
    reply: { status: 200, schema: walletReply },
    errors: ['NOT_FOUND', 'CONFLICT', 'LIMIT_EXCEEDED', 'UNAVAILABLE'],
    handler: async ({ params, identity: { userId: ownerId } }) => ({
      body: walletView(await reopenWallet({ ownerId, id: params.id })),
    }),
  });
}
