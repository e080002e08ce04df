import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { meView, personView } from '../views.ts';
import { changeMeBody, idParams, meSchema, personSchema, peopleQuery, searchSchema } from '../schemas.ts';

const common = { tag: 'people', access: 'user' } as const;

export function personRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/users/me',
      summary: 'Your own profile',
      ...common,
      reply: { status: 200, schema: meSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity }) => ({ body: meView(await useCases.getProfile(identity.userId), identity) }),
    }),
    route({
      method: 'patch',
      path: '/v1/users/me',
      summary: 'Change your profile',
      ...common,
      body: changeMeBody,
      reply: { status: 200, schema: meSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, body: change }) => ({
        body: meView(await useCases.changeProfile({ userId: identity.userId, change }), identity),
      }),
    }),
    route({
      method: 'get',
      path: '/v1/users',
      summary:
        'Search people by the beginning of their names or username, without case or accents; or take them by `ids`',
      ...common,
      query: peopleQuery,
      reply: { status: 200, schema: searchSchema },
      errors: ['RATE_LIMITED'],
      handler: async ({ identity: { userId: viewerId }, query: { ids, query = '', limit } }) => {
        const found = ids
          ? await useCases.listPeople({ viewerId, ids })
          : await useCases.searchPeople({ viewerId, query, limit });
        return { body: { data: found.map(({ profile, relation }) => personView(profile, relation)) } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/users/:id',
      summary: 'What others may see of a person, and how they stand to you',
      ...common,
      params: idParams,
      reply: { status: 200, schema: personSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => {
        const { profile, relation } = await useCases.getPerson({ viewerId: identity.userId, userId: params.id });
        return { body: personView(profile, relation) };
      },
    }),
  ];
}
