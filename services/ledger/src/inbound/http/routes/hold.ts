import { referenceQuery } from '../schemas/memo.ts';
import { z } from 'zod';
import { decodeCursor, pageQuery, pageSchema, route, toPage } from '@florin/service-kit';
import type { Hold } from '../../../domain/hold.ts';
import type { UseCases } from '../../../app/index.ts';
import { captureBody, cursorKey, holdBody, holdSchema, idParams, namedHoldSchema } from '../schemas.ts';
import { created, done, holdView, madeWith, namedHoldView } from '../views.ts';

const common = { tag: 'holds', access: 'user' } as const;

export function holdRoutes(useCases: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/holds',
      summary: 'Set money aside for somebody',
      ...common,
      body: holdBody,
      idempotent: true,
      reply: { status: 201, schema: holdSchema },
      errors: ['NOT_FOUND', 'INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED', 'ACCOUNT_FROZEN', 'CONFLICT'],
      handler: async ({ identity, body, idempotencyKey: key }) => {
        const hold = await useCases.placeHold({ callerId: identity.userId, ...body, expiresAt: body.expiresAt, key });
        return created(holdView(hold.body, undefined, madeWith(hold.body.id, body.memo)), hold.replayed);
      },
    }),
    route({
      method: 'get',
      path: '/v1/holds',
      summary: 'Holds you placed and holds for you, newest first',
      ...common,
      query: z.strictObject({ ...pageQuery, ...referenceQuery }),
      reply: { status: 200, schema: pageSchema(namedHoldSchema) },
      handler: async ({ identity, query: { limit, cursor, reference } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const found = await useCases.listHolds({ userId: identity.userId, reference, before, limit: limit + 1 });
        const page = toPage(found, limit, ({ id }) => [id]);
        return { body: { ...page, data: await namedHolds(useCases, identity.userId, page.data) } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/holds/:id',
      summary: 'One hold',
      ...common,
      params: idParams,
      reply: { status: 200, schema: namedHoldSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => {
        const hold = await useCases.getHold({ callerId: identity.userId, id: params.id });
        return { body: (await namedHolds(useCases, identity.userId, [hold]))[0] };
      },
    }),
    ...endRoutes(useCases),
  ];
}

async function namedHolds(useCases: UseCases, viewerId: string, holds: readonly Hold[]) {
  const [people, returns, memos] = await Promise.all([
    useCases.namePeople(holds.flatMap((hold) => [hold.ownerId, hold.payeeId])),
    useCases.findReturns(holds.map((hold) => hold.transferId)),
    useCases.findMemos({ ids: holds.map(({ id }) => id), viewerId }),
  ]);
  const now = useCases.now();
  return holds.map((hold) => namedHoldView(hold, people, { now, returns, memos }));
}

function endRoutes(useCases: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/holds/:id/capture',
      summary: 'Take held money, whole or in part; the rest is free again',
      ...common,
      params: idParams,
      body: captureBody,
      idempotent: true,
      reply: { status: 200, schema: holdSchema },
      errors: ['NOT_FOUND', 'CONFLICT', 'ACCOUNT_FROZEN'],
      handler: async ({ identity, params, body, idempotencyKey: key }) => {
        const { amount, memo } = body;
        const hold = await useCases.captureHold({ callerId: identity.userId, id: params.id, amount, memo, key });
        const memos = await useCases.findMemos({ ids: [params.id], viewerId: identity.userId });
        return done(holdView(hold.body, undefined, { memos }), hold.replayed);
      },
    }),
    route({
      method: 'post',
      path: '/v1/holds/:id/void',
      summary: 'Free held money',
      ...common,
      params: idParams,
      idempotent: true,
      reply: { status: 200, schema: holdSchema },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ identity, params, idempotencyKey: key }) => {
        const hold = await useCases.voidHold({ callerId: identity.userId, id: params.id, key });
        const memos = await useCases.findMemos({ ids: [params.id], viewerId: identity.userId });
        return done(holdView(hold.body, undefined, { memos }), hold.replayed);
      },
    }),
  ];
}
