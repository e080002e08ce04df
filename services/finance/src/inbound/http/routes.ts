import type { Route } from '@florin/service-kit';
import { route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { budgetRoutes } from './budget-routes.ts';
import { categoryRoutes } from './category-routes.ts';
import { renderSummary } from './render.ts';
import { summariesQuery, summariesReply } from './schemas.ts';
import { transactionRoutes } from './transaction-routes.ts';
import { walletRoutes } from './wallet-routes.ts';

export function routes(useCases: UseCases): Route[] {
  return [
    ...walletRoutes(useCases),
    ...categoryRoutes(useCases),
    ...transactionRoutes(useCases),
    ...budgetRoutes(useCases),
    summaryRoute(useCases),
  ];
}

function summaryRoute(useCases: UseCases): Route {
  return route({
    tag: 'summaries',
    access: 'user',
    method: 'get',
    path: '/v1/summaries',
    summary: 'Income, expense and debt by currency and category, over a span or the own week, month (default) or year',
    query: summariesQuery,
    reply: { status: 200, schema: summariesReply },
    errors: ['NOT_FOUND', 'UNAVAILABLE'],
    handler: async ({ query, identity }) => {
      const { walletId, from, to, period = 'month', at } = query;
      const span = from && to ? { from, to } : { period, at };
      return { body: renderSummary(await useCases.getSummary(identity.userId, { walletId, ...span })) };
    },
  });
}
