import { invalidField } from '@florin/errors';
import type { BudgetView } from '../../app/budgets/budget-view.ts';
import type { UseCases } from '../../app/index.ts';
import { MAX_BUDGETS } from '../../domain/limits.ts';
import type { Methods } from './index.ts';
import {
  DESCRIPTION,
  amountOf,
  budgetView,
  dayIn,
  idOf,
  optionalDay,
  optionalText,
  orderOf,
  ownerOf,
  queryOf,
  textOf,
} from './mapping.ts';

const own = (request: { userId: string; budgetId: string }) => ({
  ownerId: ownerOf(request),
  id: idOf(request.budgetId, 'Budget'),
});

export function budgetMethods(useCases: UseCases) {
  const detail = async (budgets: readonly BudgetView[]) => (await useCases.detailBudgets(budgets)).map(budgetView);
  const single = async (budget: BudgetView) => ({ budget: (await detail([budget]))[0] ?? null });
  return {
    listBudgets: async (request) => ({
      budgets: await detail(await useCases.listBudgets({ ownerId: ownerOf(request), slice: { limit: MAX_BUDGETS } })),
    }),
    queryBudgets: async (request) => {
      const { rows, total } = await useCases.queryBudgets(queryOf(request));
      return { budgets: rows.map(budgetView), total };
    },
    getBudget: async (request) => single(await useCases.getBudget(own(request))),
    createBudget: async (request) => {
      const timeZone = () => useCases.getTimeZone(ownerOf(request));
      const amount = amountOf(request.amount);
      if (!amount) throw invalidField('amount', 'is required');
      const budget = {
        amount,
        startsOn: await dayIn(request.periodStart, 'periodStart', timeZone),
        endsOn: await dayIn(request.periodEnd, 'periodEnd', timeZone),
        categoryIds: [idOf(request.categoryId, 'Category')],
        description: textOf(request.description, 'description', DESCRIPTION),
        currency: request.currency === '' ? undefined : request.currency.toUpperCase(),
      };
      return single((await useCases.createBudget({ ...orderOf(request), ...budget })).body);
    },
    updateBudget: async (request) => {
      const timeZone = () => useCases.getTimeZone(ownerOf(request));
      const { categoryId } = request;
      const changes = {
        amount: amountOf(request.amount),
        startsOn: await optionalDay(request.periodStart, 'periodStart', timeZone),
        endsOn: await optionalDay(request.periodEnd, 'periodEnd', timeZone),
        description: optionalText(request.description, 'description', DESCRIPTION),
        categoryIds: categoryId === undefined ? undefined : [idOf(categoryId, 'Category')],
      };
      return single(await useCases.updateBudget({ ...own(request), ...orderOf(request), changes }));
    },
    deleteBudget: async (request) => {
      await useCases.deleteBudget({ ...own(request), ...orderOf(request) });
      return {};
    },
  } satisfies Partial<Methods>;
}
