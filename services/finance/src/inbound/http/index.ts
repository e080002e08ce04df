import type { Route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { attachmentRoutes } from './routes/attachment.ts';
import { budgetRoutes } from './routes/budget.ts';
import { categoryRoutes, tagRoutes } from './routes/category.ts';
import { exportRoutes } from './routes/export.ts';
import { importRoutes } from './routes/import.ts';
import { goalRoutes } from './routes/goal.ts';
import { recurringRoutes } from './routes/recurring.ts';
import { ruleRoutes } from './routes/rule.ts';
import { insightRoutes, summaryRoutes } from './routes/summary.ts';
import { transactionRoutes } from './routes/transaction.ts';
import { memberRoutes, walletRoutes } from './routes/wallet.ts';

export function createRoutes(useCases: UseCases): Route[] {
  return [
    ...walletRoutes(useCases),
    ...memberRoutes(useCases),
    ...categoryRoutes(useCases),
    ...tagRoutes(useCases),
    ...transactionRoutes(useCases),
    ...attachmentRoutes(useCases),
    ...budgetRoutes(useCases),
    ...summaryRoutes(useCases),
    ...insightRoutes(useCases),
    ...recurringRoutes(useCases),
    ...goalRoutes(useCases),
    ...ruleRoutes(useCases),
    ...exportRoutes(useCases),
    ...importRoutes(useCases),
  ];
}
