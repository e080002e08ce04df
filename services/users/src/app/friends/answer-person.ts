import { notFound } from '@florin/errors';
import type { FriendRequest } from '../../domain/relation.ts';
import { answerRequest } from './answer-request.ts';
import { endFriendship } from './end-friendship.ts';
import type { Deps } from '../index.ts';

interface AnswerPerson {
  userId: string;
  otherId: string;
  answer: 'accepted' | 'declined';
  /** declining also ends a friendship, of which there is no request to answer with */
  orUnfriend?: boolean;
  idempotencyKey?: string | undefined;
}

/**
 * Answers the open request of the other person; declining also takes back one's own. Once per key. Throws NOT_FOUND when
 * there is none; else as answerRequest.
 */
export async function answerPerson(
  deps: Deps,
  { idempotencyKey: key, ...input }: AnswerPerson,
): Promise<FriendRequest | undefined> {
  const { userId, ...request } = input;
  const { body } = await deps.idempotency.once(
    { scope: `${userId} answers`, key, request },
    async () => (await settle(deps, input)) ?? null,
  );
  return body ?? undefined;
}

async function settle(
  deps: Deps,
  { userId, otherId, answer, orUnfriend = false }: AnswerPerson,
): Promise<FriendRequest | undefined> {
  const found = await deps.relations.find(userId, otherId);
  if (found?.friends && orUnfriend && answer === 'declined') {
    await endFriendship(deps, { userId, otherId });
    return undefined;
  }
  const request = found?.request;
  if (request?.status !== 'pending') throw notFound('friend request');
  const own = request.fromUserId === userId;
  if (own && answer === 'accepted') throw notFound('friend request');
  return (await answerRequest(deps, { userId, requestId: request.id, answer: own ? 'cancelled' : answer })).request;
}
