import { invalidField } from '@florin/errors';
import type { BudgetView } from '../../app/budgets/read-budgets.ts';
import type { UseCases } from '../../app/index.ts';
import { MOST_BUDGETS } from '../../app/limits.ts';
import {
  DESCRIPTION,
  amountOf,
  dayOf,
  idOf,
  keyOf,
  optionalDay,
  optionalText,
  ownerOf,
  queryOf,
  textOf,
} from './input.ts';
import { toBudget } from './mapping.ts';
import type { Methods } from './methods.ts';

type BudgetMethods = Pick<
  Methods,
  'listBudgets' | 'queryBudgets' | 'getBudget' | 'createBudget' | 'updateBudget' | 'deleteBudget'
>;

export function budgetMethods(useCases: UseCases): BudgetMethods {
  const detail = async (budgets: readonly BudgetView[]) => (await useCases.detailBudgets(budgets)).map(toBudget);
  const single = async (budget: BudgetView) => ({ budget: (await detail([budget]))[0] ?? null });
  return {
    listBudgets: async (request) => ({
      budgets: await detail(await useCases.listBudgets(ownerOf(request), {}, { limit: MOST_BUDGETS })),
    }),
    queryBudgets: async (request) => {
      const { rows, total } = await useCases.queryBudgets(ownerOf(request), queryOf(request.query));
      return { budgets: rows.map(toBudget), total };
    },
    getBudget: async (request) => single(await useCases.getBudget(ownerOf(request), idOf(request.budgetId, 'Budget'))),
    createBudget: async (request) => {
      const timeZone = () => useCases.timeZoneOf(ownerOf(request));
      const amount = amountOf(request.amount);
      if (!amount) throw invalidField('amount', 'is required');
      const input = {
        amount,
        periodStart: await dayOf(request.periodStart, 'periodStart', timeZone),
        periodEnd: await dayOf(request.periodEnd, 'periodEnd', timeZone),
        categoryId: idOf(request.categoryId, 'Category'),
        description: textOf(request.description, 'description', DESCRIPTION),
        currency: request.currency === '' ? undefined : request.currency.toUpperCase(),
      };
      return single((await useCases.createBudget(ownerOf(request), input, keyOf(request))).budget);
    },
    updateBudget: async (request) => {
      const timeZone = () => useCases.timeZoneOf(ownerOf(request));
      const { categoryId } = request;
      const changes = {
        amount: amountOf(request.amount),
        periodStart: await optionalDay(request.periodStart, 'periodStart', timeZone),
        periodEnd: await optionalDay(request.periodEnd, 'periodEnd', timeZone),
        description: optionalText(request.description, 'description', DESCRIPTION),
        categoryId: categoryId === undefined ? undefined : idOf(categoryId, 'Category'),
      };
      return single(await useCases.updateBudget(ownerOf(request), idOf(request.budgetId, 'Budget'), changes));
    },
    deleteBudget: async (request) => {
      await useCases.deleteBudget(ownerOf(request), idOf(request.budgetId, 'Budget'));
      return {};
    },
  };
}
