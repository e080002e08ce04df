import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { summariesQuery, summariesReply } from '../schemas.ts';
import { summaryView } from '../views.ts';

export function summaryRoutes({ getSummary }: UseCases): Route[] {
  return [
    route({
      tag: 'summaries',
      access: 'user',
      method: 'get',
      path: '/v1/summaries',
      summary:
        'Income, expense and debt by currency and category, over a span or the own week, month (default) or year',
      query: summariesQuery,
      reply: { status: 200, schema: summariesReply },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ query, identity: { userId: ownerId } }) => {
        const { walletId, from, to, period = 'month', at } = query;
        const span = from && to ? { from, to } : { period, at };
        return { body: summaryView(await getSummary({ ownerId, walletId, ...span })) };
      },
    }),
  ];
}
