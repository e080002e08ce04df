import { z } from 'zod';
import { toJsonAmount } from '@florin/money';
import { decodeCursor, encodeCursor, pageQuery, pageSchema, route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { cursorKey, transferSchema } from '../schemas.ts';
import { transferView } from '../views.ts';

const counted = z.object({ limit: z.int(), used: z.int(), remaining: z.int(), resetsAt: z.iso.datetime() });
const limitSchema = z.object({
  currency: z.string(),
  single: z.int(),
  day: z.object({ sum: counted, count: counted }),
  month: z.object({ sum: counted, count: counted }),
});

/** The feed and the limits: what a person sees besides its own accounts and transfers. */
export function socialRoutes(app: UseCases) {
  return [
    route({
      method: 'get',
      path: '/v1/feed',
      summary: 'Your transfers and what your friends let you see of theirs, newest first',
      tag: 'feed',
      access: 'user',
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(transferSchema.extend({ amount: z.int().nullable() })) },
      errors: ['UNAVAILABLE'],
      handler: async ({ identity, query: { limit, cursor } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const { items, next } = await app.feed(identity.userId, { before, limit });
        const data = items.map((item) => ({
          ...transferView({ ...item, amount: item.amount ?? 0n }),
          amount: item.amount === null ? null : toJsonAmount(item.amount),
        }));
        return { body: { data, nextCursor: next === null ? null : encodeCursor([next]) } };
      },
    }),
    limitsRoute(app),
  ];
}

function limitsRoute(app: UseCases) {
  return route({
    method: 'get',
    path: '/v1/limits',
    summary: 'What you may send today and this month (UTC), by currency',
    tag: 'limits',
    access: 'user',
    reply: { status: 200, schema: pageSchema(limitSchema) },
    handler: async ({ identity }) => {
      const found = await app.limits(identity.userId);
      const data = found.map(({ currency, limits, used, dayResetsAt, monthResetsAt }) => ({
        currency,
        single: toJsonAmount(limits.single),
        day: {
          sum: use(limits.daySum, used.daySum, dayResetsAt),
          count: use(limits.dayCount, used.dayCount, dayResetsAt),
        },
        month: {
          sum: use(limits.monthSum, used.monthSum, monthResetsAt),
          count: use(limits.monthCount, used.monthCount, monthResetsAt),
        },
      }));
      return { body: { data, nextCursor: null } };
    },
  });
}

function use(limit: bigint | number, used: bigint | number, resetsAt: string) {
  const [most, gone] = [Number(limit), Number(used)];
  return { limit: most, used: gone, remaining: Math.max(0, most - gone), resetsAt };
}
