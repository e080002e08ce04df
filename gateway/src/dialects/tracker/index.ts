import type { Dialect, DialectDeps } from '../dialect.ts';
import { verifiedOnly } from './access.ts';
import { renderError } from './errors.ts';
import { authRoutes } from './routes/auth.ts';
import { budgetRoutes } from './routes/budget.ts';
import { categoryRoutes } from './routes/category.ts';
import { passwordRoutes } from './routes/password.ts';
import { profileRoutes } from './routes/profile.ts';
import { summaryRoutes } from './routes/summary.ts';
import { transactionRoutes } from './routes/transaction.ts';
import { transferRoutes } from './routes/transfer.ts';
import { walletRoutes } from './routes/wallet.ts';

/** The API of the Personal Finance Tracker: wallets, categories, transactions, budgets and summaries. */
export function createTracker(deps: DialectDeps): Dialect {
  return {
    name: 'tracker',
    title: 'Personal Finance Tracker',
    description: 'Wallets, categories, transactions, budgets and summaries. Amounts are major units of their currency.',
    prefixes: ['/api/v1'],
    // of money that came from a friend, and transfers between own wallets
    optionalFields: ['categoryId', 'Category', 'Wallet'],
    routes: [
      ...authRoutes,
      ...passwordRoutes,
      ...verifiedOnly(deps, [
        ...walletRoutes,
        // before /transaction/:id, which would take their names for ids
        ...transferRoutes,
        ...summaryRoutes,
        ...transactionRoutes,
        ...categoryRoutes,
        ...budgetRoutes,
        ...profileRoutes,
      ]),
    ],
    renderError,
  };
}
