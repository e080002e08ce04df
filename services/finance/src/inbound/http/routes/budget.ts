import { decodeCursor, pageSchema, route, toPage, type Route } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../../app/index.ts';
import { idParams } from '../schemas.ts';
import {
  budgetChangesBody,
  budgetPeriodReply,
  budgetReply,
  budgetsFilter,
  newBudgetBody,
  periodsQuery,
} from '../schemas/budget.ts';
import { budgetPeriodView, budgetView } from '../views/budget.ts';
import { resourceRoutes } from './resource.ts';

const TAG = 'budgets';

export function budgetRoutes(useCases: UseCases): Route[] {
  const own = resourceRoutes({
    tag: TAG,
    schema: budgetReply,
    view: budgetView,
    time: ({ createdAt }) => createdAt,
    create: {
      summary:
        'Set a budget on one, several or all categories, or on tags, once or recurring; notices go out at its thresholds',
      body: newBudgetBody,
      errors: ['NOT_FOUND', 'LIMIT_EXCEEDED', 'UNAVAILABLE'],
      run: useCases.createBudget,
    },
    list: {
      summary: 'Own budgets with what is spent and what remains in the current period, oldest first',
      filter: budgetsFilter,
      run: useCases.listBudgets,
    },
    get: { summary: 'One budget', errors: ['NOT_FOUND', 'UNAVAILABLE'], run: useCases.getBudget },
    change: {
      summary: 'Change a budget; another amount is that of the current period and of those that come',
      body: budgetChangesBody,
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      run: useCases.updateBudget,
    },
    remove: { summary: 'Delete a budget', errors: ['NOT_FOUND'], run: useCases.deleteBudget },
  });
  return [...own, periodsRoute(useCases)];
}

function periodsRoute({ listBudgetPeriods }: UseCases): Route {
  return route({
    tag: TAG,
    access: 'user',
    method: 'get',
    path: '/v1/budgets/:id/periods',
    summary: 'The current period of a budget and those before it with what each carried over, latest first',
    params: idParams,
    query: periodsQuery,
    reply: { status: 200, schema: pageSchema(budgetPeriodReply) },
    errors: ['NOT_FOUND', 'UNAVAILABLE'],
    handler: async ({ params, query: { limit, cursor }, identity: { userId: ownerId } }) => {
      const slice = { limit, after: decodeCursor(cursor, z.tuple([z.iso.date()])) };
      const rows = await listBudgetPeriods({ ownerId, id: params.id, slice });
      const { data, nextCursor } = toPage(rows, limit, ({ start }) => [start]);
      return { body: { data: data.map(budgetPeriodView), nextCursor } };
    },
  });
}
