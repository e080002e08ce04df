import { notFound } from '@florin/errors';
import { z } from 'zod';
import { decodeCursor, pageQuery, pageSchema, route, text, toPage, uuid, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { eventSchema, factorSchema, sessionSchema, userSchema } from '../schemas.ts';
import { eventView, sessionView, userView } from '../views.ts';

const common = { tag: 'admin', access: 'support' } as const;

const statusFields = { status: z.enum(['active', 'frozen', 'terminated']), via: z.string() };
const knownUserSchema = userSchema.extend(statusFields);
const describedSchema = knownUserSchema.extend({
  statusChangedAt: z.iso.datetime().nullable(),
  hasPassword: z.boolean(),
  factors: z.array(factorSchema),
  passkeys: z.int(),
  identities: z.array(z.object({ issuer: z.string(), createdAt: z.iso.datetime() })),
  sessions: z.array(sessionSchema.omit({ current: true })),
});

type Found = Awaited<ReturnType<UseCases['searchUsers']>>[number];
const knownUserView = (user: Found) => ({ ...userView(user), status: user.status, via: user.via });

/** What support staff may look at of people; it changes nothing. */
export function supportRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/admin/users',
      summary: 'People by the beginning of a name, username, address or number, or by the id; newest first',
      ...common,
      query: z.strictObject({ ...pageQuery, query: text(1, 320).optional() }),
      reply: { status: 200, schema: pageSchema(knownUserSchema) },
      handler: async ({ query: { query, limit, cursor } }) => {
        const before = decodeCursor(cursor, z.tuple([uuid]))?.[0];
        const page = toPage(await useCases.searchUsers({ query, before, limit: limit + 1 }), limit, ({ id }) => [id]);
        return { body: { ...page, data: page.data.map(knownUserView) } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/admin/users/:id',
      summary: 'How a person signs in, and where they are signed in',
      ...common,
      params: z.object({ id: uuid }),
      reply: { status: 200, schema: describedSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ params }) => {
        const { user, identities, sessions, ...facts } = await useCases.describeUser(params.id);
        const own = sessions.map((session) => {
          const { current: _current, ...view } = sessionView(session, '');
          return view;
        });
        return {
          body: {
            ...knownUserView(user),
            statusChangedAt: user.statusChangedAt?.toISOString() ?? null,
            ...facts,
            identities: identities.map(({ issuer, createdAt }) => ({ issuer, createdAt: createdAt.toISOString() })),
            sessions: own,
          },
        };
      },
    }),
    eventsRoute(useCases),
  ];
}

function eventsRoute(useCases: UseCases): Route {
  return route({
    method: 'get',
    path: '/v1/admin/users/:id/events',
    summary: "What happened to a person's account, newest first",
    ...common,
    params: z.object({ id: uuid }),
    query: z.strictObject(pageQuery),
    reply: { status: 200, schema: pageSchema(eventSchema) },
    errors: ['NOT_FOUND'],
    handler: async ({ params: { id }, query: { limit, cursor } }) => {
      if (!(await useCases.findUser({ kind: 'id', value: id }))) throw notFound('User');
      const before = decodeCursor(cursor, z.tuple([z.int().positive()]))?.[0];
      const page = toPage(await useCases.listEvents(id, { before, limit: limit + 1 }), limit, ({ n }) => [n]);
      return { body: { ...page, data: page.data.map(eventView) } };
    },
  });
}
