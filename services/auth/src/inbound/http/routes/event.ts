import { z } from 'zod';
import { decodeCursor, pageQuery, pageSchema, route, toPage, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';

const eventSchema = z.object({
  n: z.int(),
  type: z.string(),
  at: z.iso.datetime(),
  area: z.string(),
  sessionId: z.uuid().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export function eventRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/auth/events',
      summary: 'What happened to your account, newest first',
      tag: 'own account',
      access: 'user',
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(eventSchema) },
      handler: async ({ query, identity }) => {
        const before = decodeCursor(query.cursor, z.tuple([z.int().positive()]))?.[0];
        const entries = await useCases.listEvents(identity.userId, { before, limit: query.limit + 1 });
        const page = toPage(entries, query.limit, ({ n }) => [n]);
        const data = page.data.map(({ n, type, at, ipArea, sessionId, detail }) => {
          return { n, type, at: at.toISOString(), area: ipArea, sessionId, detail };
        });
        return { body: { data, nextCursor: page.nextCursor } };
      },
    }),
  ];
}
