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
      summary: 'What you may send today and this month (UTC), by currency',
      tag: 'limits',
      access: 'user',
      reply: { status: 200, schema: pageSchema(limitSchema) },
      handler: async ({ identity }) => ({
        body: { data: (await useCases.listLimits(identity.userId)).map(limitView), nextCursor: null },
      }),
    }),
  ];
}

function limitView({ currency, limits, used, dayResetsAt, monthResetsAt }: LimitUse) {
  return {
    currency,
    single: toJsonAmount(limits.single),
    day: {
      sum: countedView(limits.daySum, used.daySum, dayResetsAt),
      count: countedView(limits.dayCount, used.dayCount, dayResetsAt),
    },
    month: {
      sum: countedView(limits.monthSum, used.monthSum, monthResetsAt),
      count: countedView(limits.monthCount, used.monthCount, monthResetsAt),
    },
  };
}

function countedView(maximum: bigint | number, counted: bigint | number, resetsAt: string) {
  const [limit, used] = [Number(maximum), Number(counted)];
  return { limit, used, remaining: Math.max(0, limit - used), resetsAt };
}
