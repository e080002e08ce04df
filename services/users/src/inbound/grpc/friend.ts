import { invalidField } from '@florin/errors';
import { readUuid } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { keyOf, profileMessage, readPage, readTarget, requestMessage, type Methods } from './mapping.ts';

const MAX_FRIENDS_PAGE = 1_000;
const MAX_REQUESTS_PAGE = 100;

export function friendMethods(useCases: UseCases) {
  return {
    listFriendIds: async ({ userId }) => ({ userIds: await useCases.listFriendIds(readUuid(userId, 'user_id')) }),
    listFriends: async (request) => {
      const page = readPage(request, MAX_FRIENDS_PAGE);
      const { items, nextCursor } = await useCases.listFriends({
        ...page,
        userId: readUuid(request.userId, 'user_id'),
        viewerId: request.viewerId === '' ? undefined : readUuid(request.viewerId, 'viewer_id'),
      });
      return { friends: items.map((one) => profileMessage(one)), nextCursor: nextCursor ?? '' };
    },
    getRelation: async (request) => ({ relation: await useCases.getRelation(readPair(request)) }),
    requestFriend: async (request) => {
      const { request: made } = await useCases.requestFriend({
        userId: readUuid(request.userId, 'user_id'),
        to: readTarget(request),
        idempotencyKey: keyOf(request),
      });
      return { request: requestMessage(made) };
    },
    answerFriendRequest: async (request) => {
      const { accept, orUnfriend } = request;
      const answer = accept ? ('accepted' as const) : ('declined' as const);
      const asked = { ...readPair(request), answer, orUnfriend, idempotencyKey: keyOf(request) };
      const ended = await useCases.answerPerson(asked);
      return { request: ended ? requestMessage(ended) : null };
    },
    listFriendRequests: async (request) => {
      const { direction } = request;
      if (direction !== 'incoming' && direction !== 'outgoing') {
        throw invalidField('direction', 'must be incoming or outgoing');
      }
      const page = readPage(request, MAX_REQUESTS_PAGE);
      const userId = readUuid(request.userId, 'user_id');
      const { items, nextCursor } = await useCases.listFriendRequests({ ...page, userId, direction });
      return {
        items: items.map(({ request: each, person }) => ({
          request: requestMessage(each),
          person: profileMessage(person),
        })),
        nextCursor: nextCursor ?? '',
      };
    },
    findPersonToAsk: async (request) => ({
      userId: await useCases.findPersonToAsk({ userId: readUuid(request.userId, 'user_id'), to: readTarget(request) }),
    }),
    unfriend: async (request) => {
      await useCases.endFriendship(readPair(request));
      return {};
    },
  } satisfies Partial<Methods>;
}

function readPair({ userId, otherId }: { userId: string; otherId: string }) {
  return { userId: readUuid(userId, 'user_id'), otherId: readUuid(otherId, 'other_id') };
}
