import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { basicPersonView, friendRequestView, personView, replayHeaders } from '../views.ts';
import {
  friendRequestSchema,
  friendRequestsSchema,
  friendsSchema,
  idParams,
  listQuery,
  personNameBody,
  requestsQuery,
  userIdParams,
} from '../schemas.ts';

const common = { tag: 'friends', access: 'user' } as const;

export function friendRoutes(useCases: UseCases): Route[] {
  return [
    ...requestRoutes(useCases),
    answerRoute(useCases, 'accept'),
    answerRoute(useCases, 'decline'),
    ...friendshipRoutes(useCases),
  ];
}

function requestRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/friend-requests',
      summary: 'Ask a person to be friends; when they have asked already, you are friends at once',
      ...common,
      body: personNameBody,
      idempotent: true,
      reply: { status: 201, schema: friendRequestSchema },
      errors: ['NOT_FOUND', 'CONFLICT', 'FORBIDDEN', 'LIMIT_EXCEEDED', 'RATE_LIMITED'],
      handler: async ({ identity: { userId }, body, idempotencyKey }) => {
        const { request, replayed } = await useCases.requestFriend({ userId, to: body, idempotencyKey });
        return { body: friendRequestView(request), headers: replayHeaders(replayed) };
      },
    }),
    route({
      method: 'get',
      path: '/v1/friend-requests',
      summary: 'Open friend requests to you, or by you',
      ...common,
      query: requestsQuery,
      reply: { status: 200, schema: friendRequestsSchema },
      handler: async ({ identity: { userId }, query }) => {
        const { items, nextCursor } = await useCases.listFriendRequests({ ...query, userId });
        const data = items.map(({ request, person }) => ({
          ...friendRequestView(request),
          person: basicPersonView(person),
        }));
        return { body: { data, nextCursor } };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/friend-requests/:id',
      summary: 'Withdraw your friend request',
      ...common,
      params: idParams,
      reply: { status: 204, description: 'Withdrawn' },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ identity: { userId }, params: { id: requestId } }) => {
        await useCases.answerRequest({ userId, requestId, answer: 'cancelled' });
        return {};
      },
    }),
  ];
}

function answerRoute(useCases: UseCases, verb: 'accept' | 'decline'): Route {
  return route({
    method: 'post',
    path: `/v1/friend-requests/:id/${verb}`,
    summary: verb === 'accept' ? 'Accept a friend request to you' : 'Decline a friend request to you',
    ...common,
    params: idParams,
    idempotent: true,
    reply: { status: 200, schema: friendRequestSchema },
    errors: ['NOT_FOUND', 'CONFLICT', 'LIMIT_EXCEEDED'],
    handler: async ({ identity: { userId }, params: { id: requestId }, idempotencyKey }) => {
      const answer = verb === 'accept' ? 'accepted' : 'declined';
      const { request, replayed } = await useCases.answerRequest({ userId, requestId, answer, idempotencyKey });
      return { body: friendRequestView(request), headers: replayHeaders(replayed) };
    },
  });
}

function friendshipRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/friends',
      summary: 'Your friends, the latest friendship first',
      ...common,
      query: listQuery,
      reply: { status: 200, schema: friendsSchema },
      handler: async ({ identity: { userId }, query }) => {
        const { items, nextCursor } = await useCases.listFriends({ ...query, userId });
        return { body: { data: items.map((profile) => personView(profile, 'friends')), nextCursor } };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/friends/:userId',
      summary: 'End a friendship',
      ...common,
      params: userIdParams,
      reply: { status: 204, description: 'Ended' },
      errors: ['NOT_FOUND'],
      handler: async ({ identity: { userId }, params: { userId: otherId } }) => {
        await useCases.endFriendship({ userId, otherId });
        return {};
      },
    }),
  ];
}
