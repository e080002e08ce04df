import type { ErrorCode } from '@florin/errors';
import { type Route, route } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../../app/index.ts';
import { actForOwner } from '../caller.ts';
import { idParams } from '../schemas.ts';
import {
  bulkBody,
  bulkReply,
  newTransactionBody,
  ownTransferBody,
  transactionChangesBody,
  transactionReply,
  transactionsFilter,
} from '../schemas/transaction.ts';
import { bulkView, transactionView } from '../views.ts';
import { created, resourceRoutes } from './resource.ts';

const TAG = 'transactions';
const MONEY_ERRORS: ErrorCode[] = [
  'NOT_FOUND',
  'FORBIDDEN',
  'CONFLICT',
  'INSUFFICIENT_FUNDS',
  'LIMIT_EXCEEDED',
  'ACCOUNT_FROZEN',
  'UNAVAILABLE',
];

export function transactionRoutes(useCases: UseCases): Route[] {
  const { createTransaction, listTransactions, getTransaction, updateTransaction, deleteTransaction } = useCases;
  const { findOwner } = useCases;
  const own = resourceRoutes({
    tag: TAG,
    schema: transactionReply,
    view: transactionView,
    lead: { of: ({ date }) => date, schema: z.iso.date() },
    time: ({ occurredAt }) => occurredAt,
    create: {
      summary: 'Record an income, expense or debt of a wallet, also of one that is shared with you as a writer',
      body: newTransactionBody,
      errors: MONEY_ERRORS,
      run: (order) =>
        actForOwner(useCases, { userId: order.ownerId, need: 'write', walletId: order.walletId }, (as) =>
          createTransaction({ ...order, ...as }),
        ),
    },
    list: {
      summary: 'Own transactions, or by walletId those of wallets that one person shares with you, latest day first',
      filter: transactionsFilter,
      run: async ({ ownerId: userId, filter, slice }) =>
        listTransactions({ ...(await findOwner({ userId, walletIds: filter.walletId })), filter, slice }),
    },
    get: {
      summary: 'One transaction',
      errors: ['NOT_FOUND'],
      run: ({ ownerId: userId, id }) =>
        actForOwner(useCases, { userId, need: 'read', transactionId: id }, ({ ownerId }) =>
          getTransaction({ ownerId, id }),
        ),
    },
    change: {
      summary:
        'Change a transaction; another amount posts the difference, between two currencies of the end that is changed',
      body: transactionChangesBody,
      errors: MONEY_ERRORS,
      run: (order) =>
        actForOwner(useCases, { userId: order.ownerId, need: 'write', transactionId: order.id }, (as) =>
          updateTransaction({ ...order, ...as }),
        ),
    },
    remove: {
      summary: 'Delete a transaction and take its posting back',
      errors: MONEY_ERRORS,
      run: (order) =>
        actForOwner(useCases, { userId: order.ownerId, need: 'write', transactionId: order.id }, (as) =>
          deleteTransaction({ ...order, ...as }),
        ),
    },
  });
  // before /:id, which would take "transfers" for an id
  return [transferRoute(useCases), ...bulkRoutes(useCases), ...own];
}

function bulkRoutes({ changeTransactions, undoChange }: UseCases): Route[] {
  const common = { tag: TAG, access: 'user', method: 'post', reply: { status: 200, schema: bulkReply } } as const;
  return [
    route({
      ...common,
      path: '/v1/transactions/bulk',
      summary:
        'Change up to 1,000 transactions alike or delete them, each by itself; tells for each why it was refused',
      body: bulkBody,
      idempotent: true,
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ body: { ids, changes = null }, identity: { userId: ownerId }, idempotencyKey: key }) => ({
        ...created(await changeTransactions({ ownerId, key, ids, changes }), (bulk) => bulkView(bulk, bulk.outcomes)),
        status: 200,
      }),
    }),
    route({
      ...common,
      path: '/v1/transactions/bulk/:id/undo',
      summary: 'Take a change of many transactions back within 10 minutes; what has changed since stays as it is',
      params: idParams,
      errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
      handler: async ({ params, identity: { userId: ownerId } }) => {
        const bulk = await undoChange({ ownerId, id: params.id });
        return { body: bulkView(bulk, bulk.undone) };
      },
    }),
  ];
}

function transferRoute({ transferBetweenWallets }: UseCases): Route {
  return route({
    tag: TAG,
    access: 'user',
    method: 'post',
    path: '/v1/transactions/transfers',
    summary: 'Move money between two own wallets; between two currencies with the amounts of both ends',
    body: ownTransferBody,
    idempotent: true,
    reply: { status: 201, schema: z.object({ data: z.array(transactionReply) }) },
    errors: MONEY_ERRORS,
    handler: async ({ body, identity: { userId: ownerId }, idempotencyKey: key }) =>
      created(await transferBetweenWallets({ ...body, ownerId, key }), (rows) => ({ data: rows.map(transactionView) })),
  });
}
