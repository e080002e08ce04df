import { invalidField } from '@florin/errors';
import type { Transaction as TransactionMessage } from '@florin/proto/gen/finance/florin/finance/v1/Transaction.ts';
import type { UseCases } from '../../app/index.ts';
import type { Transaction } from '../../domain/transaction.ts';
import {
  DESCRIPTION,
  amountOf,
  categoryTypeOf,
  idOf,
  idOrNone,
  keyOf,
  optionalText,
  ownerOf,
  queryOf,
  textOf,
  timeOf,
} from './input.ts';
import { toTransaction } from './mapping.ts';
import type { Methods } from './methods.ts';

type TransactionMethods = Pick<
  Methods,
  | 'queryTransactions'
  | 'getTransaction'
  | 'createTransaction'
  | 'updateTransaction'
  | 'deleteTransaction'
  | 'transferBetweenWallets'
>;

export function transactionMethods(useCases: UseCases): TransactionMethods {
  const { detail, single } = rendering(useCases);
  const timeFor = (userId: string, text: string | undefined) => timeOf(text, () => useCases.timeZoneOf(userId));
  return {
    ...transfers(useCases),
    queryTransactions: async (request) => {
      const scope = { adjustments: request.includeAdjustments };
      const { rows, total } = await useCases.queryTransactions(ownerOf(request), queryOf(request.query), scope);
      return { transactions: rows.map(toTransaction), total };
    },
    getTransaction: async (request) =>
      single(await useCases.getTransaction(ownerOf(request), idOf(request.transactionId, 'Transaction'))),
    createTransaction: async (request) => {
      const userId = ownerOf(request);
      const input = {
        categoryId: idOf(request.categoryId, 'Category'),
        walletId: request.walletId === '' ? undefined : idOrNone(request.walletId),
        type: request.type === '' ? undefined : categoryTypeOf(request.type),
        amount: amountOf(request.amount),
        description: textOf(request.description, 'description', DESCRIPTION),
        occurredAt: await timeFor(userId, request.occurredAt),
      };
      return single((await useCases.createTransaction(userId, input, keyOf(request))).transaction);
    },
    updateTransaction: async (request) => {
      const userId = ownerOf(request);
      const { categoryId } = request;
      const changes = {
        amount: amountOf(request.amount),
        description: optionalText(request.description, 'description', DESCRIPTION),
        occurredAt: await timeFor(userId, request.occurredAt),
        categoryId: categoryId === undefined ? undefined : idOf(categoryId, 'Category'),
      };
      const id = idOf(request.transactionId, 'Transaction');
      const [changed] = await detail([await useCases.updateTransaction(userId, id, changes)]);
      return { transaction: changed ?? null };
    },
    deleteTransaction: async (request) => {
      await useCases.deleteTransaction(ownerOf(request), idOf(request.transactionId, 'Transaction'));
      return {};
    },
  };
}

function transfers(useCases: UseCases): Pick<Methods, 'transferBetweenWallets'> {
  const { detail } = rendering(useCases);
  return {
    transferBetweenWallets: async (request) => {
      const userId = ownerOf(request);
      const amount = amountOf(request.amount);
      if (!amount) throw invalidField('amount', 'is required');
      const input = {
        fromWalletId: idOf(request.fromWalletId, 'Origin wallet'),
        toWalletId: idOf(request.toWalletId, 'Destination wallet'),
        amount,
        description: textOf(request.description, 'description', DESCRIPTION),
        occurredAt: await timeOf(request.occurredAt, () => useCases.timeZoneOf(userId)),
      };
      const { transactions } = await useCases.transferBetweenWallets(userId, input, keyOf(request));
      return { transactions: await detail(transactions) };
    },
  };
}

function rendering(useCases: UseCases) {
  const detail = async (rows: readonly Transaction[]): Promise<TransactionMessage[]> =>
    (await useCases.detailTransactions(rows)).map(toTransaction);
  const single = async (row: Transaction) => ({ transaction: (await detail([row]))[0] ?? null });
  return { detail, single };
}
