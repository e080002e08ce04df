import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { blocksSchema, listQuery, personNameBody, basicPerson, userIdParams } from '../schemas.ts';
import { basicPersonView } from '../views.ts';

const common = { tag: 'blocks', access: 'user' } as const;

export function blockRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/blocks',
      summary: 'Block a person: to them you are not there any more',
      ...common,
      body: personNameBody,
      reply: { status: 201, schema: basicPerson },
      errors: ['NOT_FOUND'],
      handler: async ({ identity: { userId }, body: who }) => ({
        body: basicPersonView(await useCases.blockPerson({ userId, who })),
      }),
    }),
    route({
      method: 'get',
      path: '/v1/blocks',
      summary: 'The people you block, the latest first',
      ...common,
      query: listQuery,
      reply: { status: 200, schema: blocksSchema },
      handler: async ({ identity: { userId }, query }) => {
        const { items, nextCursor } = await useCases.listBlocks({ ...query, userId });
        return { body: { data: items.map(basicPersonView), nextCursor } };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/blocks/:userId',
      summary: 'Block a person no more; what the block ended stays ended',
      ...common,
      params: userIdParams,
      reply: { status: 204, description: 'Ended' },
      errors: ['NOT_FOUND'],
      handler: async ({ identity: { userId }, params: { userId: blockedId } }) => {
        await useCases.unblockPerson({ userId, blockedId });
        return {};
      },
    }),
  ];
}
