import type { Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { budgetChangesBody, budgetReply, budgetsFilter, newBudgetBody } from '../schemas.ts';
import { budgetView } from '../views.ts';
import { resourceRoutes } from './resource.ts';

export function budgetRoutes(useCases: UseCases): Route[] {
  return resourceRoutes({
    tag: 'budgets',
    schema: budgetReply,
    view: budgetView,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Set a budget on a category; notices go out at 80 and 100 per cent',
      body: newBudgetBody,
      errors: ['NOT_FOUND', 'LIMIT_EXCEEDED'],
      run: useCases.createBudget,
    },
    list: {
      summary: 'Own budgets with what is spent and what remains, oldest first',
      filter: budgetsFilter,
      run: useCases.listBudgets,
    },
    get: { summary: 'One budget', errors: ['NOT_FOUND'], run: useCases.getBudget },
    change: {
      summary: 'Change a budget',
      body: budgetChangesBody,
      errors: ['NOT_FOUND'],
      run: useCases.updateBudget,
    },
    remove: { summary: 'Delete a budget', errors: ['NOT_FOUND'], run: useCases.deleteBudget },
  });
}
