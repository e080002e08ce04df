import { createBudget } from './budgets/create-budget.ts';
import { deleteBudget, updateBudget } from './budgets/change-budget.ts';
import { queryBudgets, withCategories } from './budgets/query-budgets.ts';
import type { BudgetView } from './budgets/read-budgets.ts';
import { getBudget, listBudgets } from './budgets/read-budgets.ts';
import { createCategory } from './categories/create-category.ts';
import { deleteCategory, updateCategory } from './categories/change-category.ts';
import { getCategory, listCategories } from './categories/read-categories.ts';
import { queryCategories } from './categories/query-categories.ts';
import { createOwnerSetup } from './owner-setup.ts';
import type { Deps } from './ports.ts';
import { getWalletSummary } from './wallet-summary.ts';
import { getSummary } from './summary.ts';
import { createTransaction } from './transactions/create-transaction.ts';
import { deleteTransaction } from './transactions/delete-transaction.ts';
import { queryTransactions, withDetails } from './transactions/query-transactions.ts';
import { getTransaction, listTransactions } from './transactions/read-transactions.ts';
import { recordReversal, recordTransfer } from './transactions/record-transfer.ts';
import { transferBetweenWallets } from './transactions/transfer-between-wallets.ts';
import { updateTransaction } from './transactions/update-transaction.ts';
import { createWallet } from './wallets/create-wallet.ts';
import { deleteWallet } from './wallets/delete-wallet.ts';
import { getWallet, listWallets } from './wallets/read-wallets.ts';
import { queryWallets } from './wallets/query-wallets.ts';
import type { Transaction } from '../domain/transaction.ts';
import { updateWallet } from './wallets/update-wallet.ts';

/** All that this service can do. */
export function createUseCases(deps: Deps) {
  const setup = createOwnerSetup(deps);
  return {
    setUpOwner: async (ownerId: string): Promise<void> => {
      await setup.categories(ownerId);
      await setup.mainWallet(ownerId);
    },
    createWallet: createWallet(deps, setup),
    listWallets: listWallets(deps, setup),
    getWallet: getWallet(deps),
    updateWallet: updateWallet(deps),
    deleteWallet: deleteWallet(deps),
    createCategory: createCategory(deps, setup),
    listCategories: listCategories(deps, setup),
    getCategory: getCategory(deps),
    updateCategory: updateCategory(deps),
    deleteCategory: deleteCategory(deps),
    createTransaction: createTransaction(deps),
    transferBetweenWallets: transferBetweenWallets(deps),
    listTransactions: listTransactions(deps, setup),
    getTransaction: getTransaction(deps),
    updateTransaction: updateTransaction(deps),
    deleteTransaction: deleteTransaction(deps),
    recordTransfer: recordTransfer(deps, setup),
    recordReversal: recordReversal(deps, setup),
    createBudget: createBudget(deps),
    listBudgets: listBudgets(deps),
    getBudget: getBudget(deps),
    updateBudget: updateBudget(deps),
    deleteBudget: deleteBudget(deps),
    getSummary: getSummary(deps, setup),
    getWalletSummary: getWalletSummary(deps),
    queryWallets: queryWallets(deps, setup),
    queryCategories: queryCategories(deps, setup),
    queryTransactions: queryTransactions(deps, setup),
    queryBudgets: queryBudgets(deps),
    detailTransactions: (rows: readonly Transaction[]) => withDetails(deps, rows),
    detailBudgets: (budgets: readonly BudgetView[]) => withCategories(deps, budgets),
    timeZoneOf: async (ownerId: string): Promise<string> => (await deps.preferences.of(ownerId)).timeZone,
  };
}

export type UseCases = ReturnType<typeof createUseCases>;
