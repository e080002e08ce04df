import { z } from 'zod';
import { toJsonAmount } from '@florin/money';
import { decodeCursor, encodeCursor, pageQuery, pageSchema, route } from '@florin/service-kit';
import { isParty } from '../../../domain/posting/transfer-filter.ts';
import type { UseCases } from '../../../app/index.ts';
import { cursorKey, namedTransferSchema } from '../schemas.ts';
import { namedTransferView } from '../views.ts';

/** What was given back is told to the two people concerned. */
const feedItemSchema = namedTransferSchema
  .extend({ amount: z.int().nullable() })
  .partial({ refunded: true, reversedBy: true, refunds: true });

export function feedRoutes(useCases: UseCases) {
  return [
    route({
      method: 'get',
      path: '/v1/feed',
      summary: 'Your transfers and what your friends let you see of theirs, newest first',
      tag: 'feed',
      access: 'user',
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(feedItemSchema) },
      errors: ['UNAVAILABLE'],
      handler: async ({ identity, query: { limit, cursor } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const { items, next } = await useCases.listFeed({ callerId: identity.userId, before, limit });
        const own = items.filter((item) => isParty(item, identity.userId)).map(({ id }) => id);
        const [people, returns] = await Promise.all([
          useCases.namePeople(items.flatMap((item) => [item.fromUserId, item.toUserId])),
          useCases.findReturns(own),
        ]);
        const data = items.map((item) => {
          const view = namedTransferView({ ...item, amount: item.amount ?? 0n }, people, { returns });
          const amount = item.amount === null ? null : toJsonAmount(item.amount);
          if (own.includes(item.id)) return { ...view, amount };
          const { refunded: _refunded, reversedBy: _reversedBy, refunds: _refunds, ...others } = view;
          return { ...others, amount };
        });
        return { body: { data, nextCursor: next === null ? null : encodeCursor([next]) } };
      },
    }),
  ];
}
