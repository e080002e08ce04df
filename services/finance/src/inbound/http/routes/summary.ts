import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { actForOwner } from '../caller.ts';
import { summariesQuery, summariesReply } from '../schemas.ts';
import { summaryView } from '../views.ts';
import {
  cashFlowReply,
  categoriesReply,
  flowsReply,
  forecastQuery,
  forecastReply,
  netWorthReply,
  seriesQuery,
  spanQuery,
  tagsReply,
} from '../schemas/insight.ts';
import {
  cashFlowView,
  comparedCategoriesView,
  comparedTagsView,
  flowsView,
  forecastView,
  netWorthView,
} from '../views/insight.ts';

export function summaryRoutes(useCases: UseCases): Route[] {
  return [
    route({
      tag: 'summaries',
      access: 'user',
      method: 'get',
      path: '/v1/summaries',
      summary:
        'Income, expense and debt by currency and category, over a span or the own week, month (default) or year; of own wallets, or of one, which may be shared with you',
      query: summariesQuery,
      reply: { status: 200, schema: summariesReply },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ query, identity: { userId } }) => {
        const { walletId, from, to, period = 'month', at } = query;
        const span = from && to ? { from, to } : { period, at };
        const summary = await actForOwner(useCases, { userId, need: 'read', walletId }, ({ ownerId }) =>
          useCases.getSummary({ ownerId, walletId, ...span }),
        );
        return { body: summaryView(summary) };
      },
    }),
  ];
}

export function insightRoutes(useCases: UseCases): Route[] {
  const { getCashFlow, getNetWorth, compareCategories, getFlows } = useCases;
  const common = { tag: 'insights', access: 'user', method: 'get' } as const;
  return [
    route({
      ...common,
      path: '/v1/insights/cash-flow',
      summary: 'Income and expense by day, week, month (default), quarter or year; by default of twelve months',
      query: seriesQuery,
      reply: { status: 200, schema: cashFlowReply },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ query, identity: { userId: ownerId } }) => ({
        body: cashFlowView(await getCashFlow({ ...query, ownerId })),
      }),
    }),
    route({
      ...common,
      path: '/v1/insights/net-worth',
      summary: 'What all wallets held at the end of each day, week, month (default), quarter or year up to today',
      query: seriesQuery,
      reply: { status: 200, schema: netWorthReply },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ query, identity: { userId: ownerId } }) => ({
        body: netWorthView(await getNetWorth({ ...query, ownerId })),
      }),
    }),
    route({
      ...common,
      path: '/v1/insights/categories',
      summary: 'What each category brought or took, beside the span before; by default of this month',
      query: spanQuery,
      reply: { status: 200, schema: categoriesReply },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ query, identity: { userId: ownerId } }) => ({
        body: comparedCategoriesView(await compareCategories({ ...query, ownerId })),
      }),
    }),
    route({
      ...common,
      path: '/v1/insights/flows',
      summary: 'From which categories money came and to which it went, for a Sankey diagram',
      query: spanQuery,
      reply: { status: 200, schema: flowsReply },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ query, identity: { userId: ownerId } }) => ({
        body: flowsView(await getFlows({ ...query, ownerId })),
      }),
    }),
    tagsRoute(useCases),
    forecastRoute(useCases),
  ];
}

function tagsRoute({ compareTags }: UseCases): Route {
  return route({
    tag: 'insights',
    access: 'user',
    method: 'get',
    path: '/v1/insights/tags',
    summary: 'What transactions with each tag brought or took, beside the span before; by default of this month',
    query: spanQuery,
    reply: { status: 200, schema: tagsReply },
    errors: ['NOT_FOUND', 'UNAVAILABLE'],
    handler: async ({ query, identity: { userId: ownerId } }) => ({
      body: comparedTagsView(await compareTags({ ...query, ownerId })),
    }),
  });
}

function forecastRoute({ getForecast }: UseCases): Route {
  return route({
    tag: 'insights',
    access: 'user',
    method: 'get',
    path: '/v1/insights/forecast',
    summary: 'What the wallets will hold until your next pay-day, by what is there and what recurs',
    query: forecastQuery,
    reply: { status: 200, schema: forecastReply },
    errors: ['UNAVAILABLE'],
    handler: async ({ query, identity: { userId: ownerId } }) => ({
      body: forecastView(await getForecast({ ...query, ownerId })),
    }),
  });
}
