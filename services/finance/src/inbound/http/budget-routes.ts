import type { Route } from '@florin/service-kit';
import { pageSchema, route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { created, pageOf, sliceOf } from './paging.ts';
import { renderBudget } from './render.ts';
import { budgetChangesBody, budgetReply, budgetsQuery, idParams, newBudgetBody } from './schemas.ts';

const common = { tag: 'budgets', access: 'user' } as const;

export function budgetRoutes(useCases: UseCases): Route[] {
  return [...listRoutes(useCases), ...itemRoutes(useCases)];
}

function listRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'post',
      path: '/v1/budgets',
      summary: 'Set a budget on a category; notices go out at 80 and 100 per cent',
      body: newBudgetBody,
      idempotent: true,
      reply: { status: 201, schema: budgetReply },
      errors: ['NOT_FOUND', 'LIMIT_EXCEEDED'],
      handler: async ({ body, identity, idempotencyKey }) => {
        const { budget, replayed } = await useCases.createBudget(identity.userId, body, idempotencyKey);
        return created(renderBudget(budget), replayed);
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/v1/budgets',
      summary: 'Own budgets with what is spent and what remains, oldest first',
      query: budgetsQuery,
      reply: { status: 200, schema: pageSchema(budgetReply) },
      errors: ['UNAVAILABLE'],
      handler: async ({ query, identity }) => {
        const budgets = await useCases.listBudgets(identity.userId, query, sliceOf(query));
        return { body: pageOf(budgets, query.limit, ({ createdAt }) => createdAt, renderBudget) };
      },
    }),
  ];
}

function itemRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/budgets/:id',
      summary: 'One budget',
      params: idParams,
      reply: { status: 200, schema: budgetReply },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ params, identity }) => ({
        body: renderBudget(await useCases.getBudget(identity.userId, params.id)),
      }),
    }),
    route({
      ...common,
      method: 'patch',
      path: '/v1/budgets/:id',
      summary: 'Change a budget',
      params: idParams,
      body: budgetChangesBody,
      reply: { status: 200, schema: budgetReply },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ params, body, identity }) => ({
        body: renderBudget(await useCases.updateBudget(identity.userId, params.id, body)),
      }),
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/budgets/:id',
      summary: 'Delete a budget',
      params: idParams,
      reply: { status: 204 },
      errors: ['NOT_FOUND'],
      handler: async ({ params, identity }) => {
        await useCases.deleteBudget(identity.userId, params.id);
        return {};
      },
    }),
  ];
}
