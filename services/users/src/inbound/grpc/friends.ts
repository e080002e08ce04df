import { invalidField } from '@florin/errors';
import type { UseCases } from '../../app/index.ts';
import { pageOf, targetOf, toProfileMessage, toRequestMessage, userId } from './mapping.ts';
import type { Methods } from './service.ts';

type FriendMethods = Pick<
  Methods,
  | 'listFriendIds'
  | 'listFriends'
  | 'getRelation'
  | 'requestFriend'
  | 'answerFriendRequest'
  | 'listFriendRequests'
  | 'unfriend'
>;

const MAX_FRIENDS_PAGE = 1_000;
const MAX_REQUESTS_PAGE = 100;

export function friendMethods({ friends, requestFriend, answerRequest }: UseCases): FriendMethods {
  return {
    listFriendIds: async (request) => ({ userIds: await friends.listIds(userId(request.userId, 'user_id')) }),
    listFriends: async (request) => {
      const page = pageOf(request, MAX_FRIENDS_PAGE);
      const { items, nextCursor } = await friends.list(userId(request.userId, 'user_id'), page);
      return { friends: items.map(toProfileMessage), nextCursor: nextCursor ?? '' };
    },
    getRelation: async (request) => ({
      relation: await friends.relation(userId(request.userId, 'user_id'), userId(request.otherId, 'other_id')),
    }),
    requestFriend: async (request) => {
      const { request: made } = await requestFriend({
        userId: userId(request.userId, 'user_id'),
        to: targetOf(request),
        idempotencyKey: request.idempotencyKey === '' ? undefined : request.idempotencyKey,
      });
      return { request: toRequestMessage(made) };
    },
    answerFriendRequest: async (request) => {
      const answered = await answerRequest.byPerson(
        userId(request.userId, 'user_id'),
        userId(request.otherId, 'other_id'),
        request.accept ? 'accepted' : 'declined',
      );
      return { request: toRequestMessage(answered) };
    },
    listFriendRequests: async (request) => {
      const { direction } = request;
      if (direction !== 'incoming' && direction !== 'outgoing') {
        throw invalidField('direction', 'must be incoming or outgoing');
      }
      const page = pageOf(request, MAX_REQUESTS_PAGE);
      const { items, nextCursor } = await friends.listRequests(userId(request.userId, 'user_id'), direction, page);
      return {
        items: items.map(({ request: each, person }) => ({
          request: toRequestMessage(each),
          person: toProfileMessage(person),
        })),
        nextCursor: nextCursor ?? '',
      };
    },
    unfriend: async (request) => {
      await friends.unfriend(userId(request.userId, 'user_id'), userId(request.otherId, 'other_id'));
      return {};
    },
  };
}
