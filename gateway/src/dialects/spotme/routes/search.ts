import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { INVALID_INPUT, refusal } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { searchBody } from '../schemas.ts';
import { strangerView } from '../views.ts';

const MOST_FOUND = 50;
const LONGEST_QUERY = 100;

export const searchRoutes: DialectRoute[] = [
  dialectRoute({
    method: ['GET', 'POST'],
    path: '/auth/search-query',
    summary: 'Find people by the beginning of name or username, at most 50',
    tag: 'friends',
    access: 'session',
    query: searchBody,
    body: searchBody,
    example: { query: 'ben' },
    replies: {
      200: {
        description: 'People, e-mail of friends only',
        example: {
          message: 'Successfully retrieved all users with the query',
          users: [EXAMPLE.stranger],
        },
      },
      400: { description: 'No query, or longer than 100 characters', example: { message: INVALID_INPUT } },
      401: { description: 'Not signed in', example: { message: 'Unauthorized' } },
    },
    handler: async ({ body: { query }, session }, { clients }) => {
      if (query === '' || query.length > LONGEST_QUERY) throw refusal(INVALID_INPUT);
      const viewerId = session.identity.userId;
      const { people } = await clients.users.searchPeople({ viewerId, query, limit: MOST_FOUND });
      const found = people.flatMap(({ profile, relation }) =>
        profile ? [{ user: strangerView(profile), relation }] : [],
      );
      const near = found.filter(({ relation }) => relation === 'friends' || relation === 'self');
      const ids = near.map(({ user }) => user.id);
      const emails = new Map(
        (ids.length > 0 ? (await clients.auth.getUsers({ ids })).users : []).map(({ id, email }) => [id, { email }]),
      );
      const users = found.map(({ user }) => ({ ...user, ...emails.get(user.id) }));
      return { body: { message: 'Successfully retrieved all users with the query', users } };
    },
  }),
];
