import type { Route } from '@florin/service-kit';
import { pageSchema, route } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../app/index.ts';
import { created, pageOf, sliceOf } from './paging.ts';
import { renderTransaction } from './render.ts';
import {
  idParams, newTransactionBody, ownTransferBody, transactionChangesBody, transactionReply, transactionsQuery,
} from './schemas.ts'; // prettier-ignore

const common = { tag: 'transactions', access: 'user' } as const;

export function transactionRoutes(useCases: UseCases): Route[] {
  // before /:id, which would take "transfers" for an id
  return [transferRoute(useCases), ...readRoutes(useCases), ...writeRoutes(useCases)];
}

function readRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/transactions',
      summary: 'Own transactions, newest first',
      query: transactionsQuery,
      reply: { status: 200, schema: pageSchema(transactionReply) },
      handler: async ({ query, identity }) => {
        const { limit, cursor, ...filter } = query;
        const rows = await useCases.listTransactions(identity.userId, filter, sliceOf({ limit, cursor }));
        return { body: pageOf(rows, limit, ({ occurredAt }) => occurredAt, renderTransaction) };
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/v1/transactions/:id',
      summary: 'One transaction',
      params: idParams,
      reply: { status: 200, schema: transactionReply },
      errors: ['NOT_FOUND'],
      handler: async ({ params, identity }) => ({
        body: renderTransaction(await useCases.getTransaction(identity.userId, params.id)),
      }),
    }),
  ];
}

function writeRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'post',
      path: '/v1/transactions',
      summary: 'Record an income, expense or debt of a wallet',
      body: newTransactionBody,
      idempotent: true,
      reply: { status: 201, schema: transactionReply },
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
      handler: async ({ body, identity, idempotencyKey }) => {
        const { transaction, replayed } = await useCases.createTransaction(identity.userId, body, idempotencyKey);
        return created(renderTransaction(transaction), replayed);
      },
    }),
    route({
      ...common,
      method: 'patch',
      path: '/v1/transactions/:id',
      summary: 'Change a transaction; another amount is reversed and posted anew',
      params: idParams,
      body: transactionChangesBody,
      reply: { status: 200, schema: transactionReply },
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
      handler: async ({ params, body, identity }) => ({
        body: renderTransaction(await useCases.updateTransaction(identity.userId, params.id, body)),
      }),
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/transactions/:id',
      summary: 'Delete a transaction and take its posting back',
      params: idParams,
      reply: { status: 204 },
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
      handler: async ({ params, identity }) => {
        await useCases.deleteTransaction(identity.userId, params.id);
        return {};
      },
    }),
  ];
}

function transferRoute(useCases: UseCases): Route {
  return route({
    ...common,
    method: 'post',
    path: '/v1/transactions/transfers',
    summary: 'Move money between two own wallets of one currency',
    body: ownTransferBody,
    idempotent: true,
    reply: { status: 201, schema: z.object({ data: z.array(transactionReply) }) },
    errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
    handler: async ({ body, identity, idempotencyKey }) => {
      const { transactions, replayed } = await useCases.transferBetweenWallets(identity.userId, body, idempotencyKey);
      return created({ data: transactions.map(renderTransaction) }, replayed);
    },
  });
}
