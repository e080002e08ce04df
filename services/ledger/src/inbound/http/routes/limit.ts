import { z } from 'zod';
import { toJsonAmount } from '@florin/money';
import { pageSchema, route } from '@florin/service-kit';
import type { LimitUse } from '../../../app/accounts/list-limits.ts';
import type { UseCases } from '../../../app/index.ts';

const counted = z.object({ limit: z.int(), used: z.int(), remaining: z.int(), resetsAt: z.iso.datetime() });
const limitSchema = z.object({
  currency: z.string(),
  single: z.int(),
  day: z.object({ sum: counted, count: counted }),
  month: z.object({ sum: counted, count: counted }),
});

export function limitRoutes(useCases: UseCases) {
  return [
    route({
      method: 'get',
      path: '/v1/limits',
      summary: 'What you may send today and this month (UTC), by currency; all count together at your first account',
      tag: 'limits',
      access: 'user',
      reply: { status: 200, schema: pageSchema(limitSchema) },
      handler: async ({ identity }) => ({
        body: { data: (await useCases.listLimits(identity.userId)).map(limitView), nextCursor: null },
      }),
    }),
  ];
}

function limitView({ currency, limits, used, left, dayResetsAt, monthResetsAt }: LimitUse) {
  return {
    currency,
    single: toJsonAmount(limits.single),
    day: {
      sum: countedView(limits.daySum, used.daySum, [left.daySum, dayResetsAt]),
      count: countedView(limits.dayCount, used.dayCount, [left.dayCount, dayResetsAt]),
    },
    month: {
      sum: countedView(limits.monthSum, used.monthSum, [left.monthSum, monthResetsAt]),
      count: countedView(limits.monthCount, used.monthCount, [left.monthCount, monthResetsAt]),
    },
  };
}

function countedView(
  limit: bigint | number,
  used: bigint | number,
  [remaining, resetsAt]: [left: bigint | number, resetsAt: string],
) {
  return { limit: Number(limit), used: Number(used), remaining: Number(remaining), resetsAt };
}
