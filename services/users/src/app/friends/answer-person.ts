import { notFound } from '@florin/errors';
import type { FriendRequest } from '../../domain/relation.ts';
import { answerRequest } from './answer-request.ts';
import type { Deps } from '../index.ts';

interface AnswerPerson {
  userId: string;
  otherId: string;
  answer: 'accepted' | 'declined';
}

/**
 * Answers the open request of the other person; declining also takes back one's own. Throws NOT_FOUND when there is none;
 * else as answerRequest.
 */
export async function answerPerson(deps: Deps, { userId, otherId, answer }: AnswerPerson): Promise<FriendRequest> {
  const request = (await deps.relations.find(userId, otherId))?.request;
  if (request?.status !== 'pending') throw notFound('friend request');
  const own = request.fromUserId === userId;
  if (own && answer === 'accepted') throw notFound('friend request');
  return (await answerRequest(deps, { userId, requestId: request.id, answer: own ? 'cancelled' : answer })).request;
}
