import { CONSUMERS } from '@florin/contracts';
import { z } from 'zod';
import { decodeCursor, pageQuery, pageSchema, route, text, toPage, uuid, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';

const reading = { tag: 'admin', access: 'support' } as const;
const changing = { tag: 'admin', access: 'admin', fresh: true } as const;

const consumer = z.enum(CONSUMERS);
const letterId = z.string().min(1).max(200);
const consumerParams = z.strictObject({ consumer });

const letterSchema = z.object({
  id: z.string(),
  type: z.string().nullable(),
  aggregateId: z.string().nullable(),
  reason: z.string(),
  attempts: z.int(),
  deadAt: z.string(),
});

type Letter = Awaited<ReturnType<UseCases['getDeadLetter']>>;
const letterView = ({ id, type, aggregateId, reason, attempts, deadAt }: Letter) => {
  return { id, type, aggregateId, reason, attempts, deadAt };
};

/** Events that a consumer of any service gave up. */
export function deadLetterRoutes(useCases: UseCases): Route[] {
  return [...readingRoutes(useCases), ...changingRoutes(useCases), actionsRoute(useCases)];
}

function readingRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/admin/dead-letters',
      summary: 'How many events each consumer gave up',
      ...reading,
      reply: { status: 200, schema: z.object({ data: z.array(z.object({ consumer, count: z.int() })) }) },
      handler: async () => ({ body: { data: await useCases.countDeadLetters() } }),
    }),
    route({
      method: 'get',
      path: '/v1/admin/dead-letters/:consumer',
      summary: 'Events that a consumer gave up, oldest first, without what they say',
      ...reading,
      params: consumerParams,
      query: z.strictObject({ limit: z.coerce.number().int().min(1).max(1_000).default(100) }),
      reply: { status: 200, schema: z.object({ data: z.array(letterSchema) }) },
      handler: async ({ params, query }) => {
        const letters = await useCases.listDeadLetters({ ...params, ...query });
        return { body: { data: letters.map(letterView) } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/admin/dead-letters/:consumer/:id',
      summary: 'An event that a consumer gave up, with what it says',
      ...changing,
      params: consumerParams.extend({ id: letterId }),
      reply: { status: 200, schema: letterSchema.extend({ body: z.unknown() }) },
      errors: ['NOT_FOUND'],
      handler: async ({ params }) => {
        const letter = await useCases.getDeadLetter(params);
        return { body: { ...letterView(letter), body: letter.body } };
      },
    }),
  ];
}

const because = { reason: text(3, 300) };
const ids = z.array(letterId).min(1).max(1_000);
const doneSchema = z.object({ done: z.int() });

function changingRoutes(useCases: UseCases): Route[] {
  const actions = [
    ['replay', 'Put events back into the queue of their consumer, those named or all', ids.optional()],
    ['discard', 'Delete events that a consumer gave up, for good', ids],
  ] as const;
  return actions.map(([action, summary, letters]) =>
    route({
      method: 'post',
      path: `/v1/admin/dead-letters/:consumer/${action}`,
      summary,
      ...changing,
      params: consumerParams,
      body: z.strictObject({ ...because, ids: letters }),
      reply: { status: 200, schema: doneSchema },
      handler: async ({ identity, params, body }) => {
        const change = { adminId: identity.userId, action, ...params, letterIds: body.ids ?? [], reason: body.reason };
        return { body: { done: await useCases.changeDeadLetters(change) } };
      },
    }),
  );
}

const actionSchema = z.object({
  id: z.uuid(),
  adminId: z.uuid(),
  action: z.enum(['replay', 'discard']),
  consumer,
  letterIds: z.array(z.string()),
  reason: z.string(),
  done: z.int().nullable(),
  at: z.iso.datetime(),
});

function actionsRoute(useCases: UseCases): Route {
  return route({
    method: 'get',
    path: '/v1/admin/dead-letter-actions',
    summary: 'What admins did to events that were given up, newest first',
    ...reading,
    query: z.strictObject(pageQuery),
    reply: { status: 200, schema: pageSchema(actionSchema) },
    handler: async ({ query: { limit, cursor } }) => {
      const before = decodeCursor(cursor, z.tuple([uuid]))?.[0];
      const page = toPage(await useCases.listDeadLetterActions({ before, limit: limit + 1 }), limit, ({ id }) => [id]);
      return { body: { ...page, data: page.data.map((one) => ({ ...one, at: one.at.toISOString() })) } };
    },
  });
}
