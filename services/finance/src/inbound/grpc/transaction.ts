import { invalidField } from '@florin/errors';
import type { UseCases } from '../../app/index.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Methods } from './index.ts';
import {
  DESCRIPTION,
  amountOf,
  categoryTypeOf,
  idOf,
  idOrNone,
  optionalText,
  orderOf,
  ownerOf,
  queryOf,
  textOf,
  statedOf,
  transactionView,
} from './mapping.ts';

type TransactionMethods = Pick<
  Methods,
  | 'queryTransactions'
  | 'getTransaction'
  | 'createTransaction'
  | 'updateTransaction'
  | 'deleteTransaction'
  | 'transferBetweenWallets'
>;

const own = (request: { userId: string; transactionId: string }) => ({
  ownerId: ownerOf(request),
  id: idOf(request.transactionId, 'Transaction'),
});

const covered = (request: { covered: boolean }) => (request.covered ? { covered: true } : {});

export function transactionMethods(useCases: UseCases): TransactionMethods {
  const { single, statedFor } = helpers(useCases);
  return {
    ...transfers(useCases),
    queryTransactions: async (request) => {
      const scope = { adjustments: request.includeAdjustments };
      const { rows, total } = await useCases.queryTransactions({ ...queryOf(request), scope });
      return { transactions: rows.map(transactionView), total };
    },
    getTransaction: async (request) => single(await useCases.getTransaction(own(request))),
    createTransaction: async (request) => {
      const transaction = {
        categoryId: idOf(request.categoryId, 'Category'),
        walletId: request.walletId === '' ? undefined : idOrNone(request.walletId),
        type: request.type === '' ? undefined : categoryTypeOf(request.type),
        amount: amountOf(request.amount),
        description: textOf(request.description, 'description', DESCRIPTION),
        ...(await statedFor(request)),
      };
      return single(
        (await useCases.createTransaction({ ...orderOf(request), ...transaction, ...covered(request) })).body,
      );
    },
    updateTransaction: async (request) => {
      const { categoryId } = request;
      const changes = {
        amount: amountOf(request.amount),
        description: optionalText(request.description, 'description', DESCRIPTION),
        ...(await statedFor(request)),
        categoryId: categoryId === undefined ? undefined : idOf(categoryId, 'Category'),
      };
      return single(
        await useCases.updateTransaction({ ...own(request), ...orderOf(request), ...covered(request), changes }),
      );
    },
    deleteTransaction: async (request) => {
      await useCases.deleteTransaction({ ...own(request), ...orderOf(request), ...covered(request) });
      return {};
    },
  };
}

function transfers(useCases: UseCases): Pick<Methods, 'transferBetweenWallets'> {
  const { detail, statedFor } = helpers(useCases);
  return {
    transferBetweenWallets: async (request) => {
      const amount = amountOf(request.amount);
      if (!amount) throw invalidField('amount', 'is required');
      const transfer = {
        fromWalletId: idOf(request.fromWalletId, 'Origin wallet'),
        toWalletId: idOf(request.toWalletId, 'Destination wallet'),
        amount,
        description: textOf(request.description, 'description', DESCRIPTION),
        ...(request.descriptionIn === ''
          ? {}
          : { descriptionIn: textOf(request.descriptionIn, 'descriptionIn', DESCRIPTION) }),
        ...(await statedFor(request)),
      };
      const { body } = await useCases.transferBetweenWallets({ ...orderOf(request), ...transfer, ...covered(request) });
      return { transactions: await detail(body) };
    },
  };
}

function helpers(useCases: UseCases) {
  const detail = async (rows: readonly Transaction[]) => (await useCases.detailTransactions(rows)).map(transactionView);
  const single = async (row: Transaction) => ({ transaction: (await detail([row]))[0] ?? null });
  const statedFor = (request: { userId: string; occurredAt?: string }) =>
    statedOf(request.occurredAt, () => useCases.getTimeZone(ownerOf(request)));
  return { detail, single, statedFor };
}
