import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { pickedTimes } from '../calls.ts';
import { listQuery, toQuery } from '../input.ts';
import { idParams, transactionBody, transactionChanges } from '../schemas.ts';
import {
  ACCESS_ERRORS,
  CREATED,
  UPDATED,
  documented,
  documentedError,
  documentedList,
  listReply,
  sent,
  success,
  transactionView,
} from '../views.ts';

const common = { tag: 'Transactions', access: 'session' } as const;
const PATH = '/api/v1/finance/transaction';
const DELETED = 'Data deleted successfully';

export const EXAMPLE = {
  id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a7',
  walletId: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
  categoryId: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a5',
  type: 'EXPENSE',
  direction: 'OUT',
  amount: 25_000,
  description: 'Flat white',
  transactionDate: '2026-11-21T09:00:00.000Z',
  createdAt: '2026-11-21T09:00:00.000Z',
  updatedAt: '2026-11-21T09:00:00.000Z',
  Wallet: {
    id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
    type: 'Cash',
    name: 'Pocket',
    currency: 'IDR',
    balance: 25_000,
    description: '',
  },
  Category: { id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a5', type: 'EXPENSE', name: 'Coffee', icon: 'wallet' },
};
const MISSING = documentedError('Transaction not found');
const NO_MONEY = documentedError('Insufficient balance');

/** Transactions. Their wallet and category are fixed once they are made. */
export const transactionRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: PATH,
    summary: 'Record income, expense or debt',
    ...common,
    once: true,
    body: transactionBody,
    example: { walletId: EXAMPLE.walletId, categoryId: EXAMPLE.categoryId, amount: 25_000, description: 'Flat white' },
    replies: {
      200: documented(CREATED, EXAMPLE),
      400: NO_MONEY,
      404: documentedError('Category not found'),
      ...ACCESS_ERRORS,
    },
    handler: async ({ body, session, idempotencyKey }, deps) => {
      const { amount, transactionDate, type, ...rest } = body;
      // the service refuses in the published order: category, amount, wallet, money
      const { userId } = session.identity;
      const when = await pickedTimes(deps, userId, { occurredAt: transactionDate });
      const made = await deps.clients.finance.createTransaction({
        userId,
        ...rest,
        type: type.toLowerCase(),
        amount: amount ?? null,
        ...when,
        covered: true,
        idempotencyKey,
      });
      return success(CREATED, transactionView(sent(made.transaction)));
    },
  }),
  dialectRoute({
    method: 'GET',
    path: PATH,
    summary: 'A page of transactions',
    ...common,
    query: listQuery(['wallet', 'category', 'type', 'description', 'amount', 'transactionDate']),
    replies: { 200: documentedList(EXAMPLE), ...ACCESS_ERRORS },
    handler: async ({ query, session }, { clients }) => {
      const { userId } = session.identity;
      const { transactions, total } = await clients.finance.queryTransactions({ userId, query: toQuery(query) });
      return listReply(transactions.map(transactionView), total, query);
    },
  }),
  dialectRoute({
    method: 'PUT',
    path: `${PATH}/:id`,
    summary: 'Change amount, description or date',
    ...common,
    once: true,
    params: idParams,
    body: transactionChanges,
    example: { amount: 20_000, description: 'Espresso', transactionDate: '2026-11-20' },
    replies: { 200: documented(UPDATED, EXAMPLE), 400: NO_MONEY, 404: MISSING, ...ACCESS_ERRORS },
    handler: async ({ params, body, session, idempotencyKey }, deps) => {
      const { amount, description, transactionDate } = body;
      const { userId } = session.identity;
      const when = await pickedTimes(deps, userId, { occurredAt: transactionDate });
      const changed = await deps.clients.finance.updateTransaction({
        userId,
        transactionId: params.id,
        description,
        ...when,
        amount: amount ?? null,
        covered: true,
        idempotencyKey,
      });
      return success(UPDATED, transactionView(sent(changed.transaction)));
    },
  }),
  dialectRoute({
    method: 'DELETE',
    path: `${PATH}/:id`,
    summary: 'Delete a transaction; its effect on the wallet is reversed',
    ...common,
    once: true,
    params: idParams,
    replies: { 200: documented(DELETED), 400: NO_MONEY, 404: MISSING, ...ACCESS_ERRORS },
    handler: async ({ params, session, idempotencyKey }, { clients }) => {
      await clients.finance.deleteTransaction({
        userId: session.identity.userId,
        transactionId: params.id,
        covered: true,
        idempotencyKey,
      });
      return success(DELETED);
    },
  }),
];
