import { z } from 'zod';
import { toJsonAmount } from '@florin/money';
import { decodeCursor, encodeCursor, pageQuery, pageSchema, route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { cursorKey, namedTransferSchema } from '../schemas.ts';
import { namedTransferView } from '../views.ts';

export function feedRoutes(useCases: UseCases) {
  return [
    route({
      method: 'get',
      path: '/v1/feed',
      summary: 'Your transfers and what your friends let you see of theirs, newest first',
      tag: 'feed',
      access: 'user',
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(namedTransferSchema.extend({ amount: z.int().nullable() })) },
      errors: ['UNAVAILABLE'],
      handler: async ({ identity, query: { limit, cursor } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const { items, next } = await useCases.listFeed({ callerId: identity.userId, before, limit });
        const people = await useCases.namePeople(items.flatMap((item) => [item.fromUserId, item.toUserId]));
        const data = items.map((item) => ({
          ...namedTransferView({ ...item, amount: item.amount ?? 0n }, people),
          amount: item.amount === null ? null : toJsonAmount(item.amount),
        }));
        return { body: { data, nextCursor: next === null ? null : encodeCursor([next]) } };
      },
    }),
  ];
}
