import { FlorinError, notFound } from '@florin/errors';
import { MAX_FRIENDS, type FriendRequest } from '../../domain/relation.ts';
import type { Deps } from '../index.ts';
import { friendAccepted } from './friend-accepted.ts';
import type { RelationStore } from './ports.ts';

interface AnswerRequest {
  userId: string;
  requestId: string;
  answer: 'accepted' | 'declined' | 'cancelled';
  idempotencyKey?: string | undefined;
}

/**
 * Accepts, declines or cancels a request. The asked person accepts and declines, the asking one cancels; for others
 * there is no such request (NOT_FOUND). The same answer again returns the same; another answer throws CONFLICT.
 * Once per key; IDEMPOTENCY_MISMATCH for another request under it. Throws LIMIT_EXCEEDED when one of the two has 5,000 friends.
 */
export async function answerRequest(
  deps: Deps,
  { idempotencyKey: key, ...input }: AnswerRequest,
): Promise<{ request: FriendRequest; replayed: boolean }> {
  const { requestId, answer } = input;
  const asked = { scope: `${input.userId} friend-requests answer`, key, request: { requestId, answer } };
  const { body, replayed } = await deps.idempotency.once(asked, async () => {
    const request = await settle(deps, input);
    return { ...request, createdAt: request.createdAt.toISOString() };
  });
  return { request: { ...body, createdAt: new Date(body.createdAt) }, replayed };
}

async function settle(
  { relations, makeEvent, clock, nudge }: Deps,
  { userId, requestId, answer }: AnswerRequest,
): Promise<FriendRequest> {
  const request = await relations.findRequest(requestId, userId);
  const mine = answer === 'cancelled' ? request?.fromUserId === userId : request?.toUserId === userId;
  if (!request || !mine) throw notFound('friend request');
  if (request.status === answer) return request;
  if (answer === 'accepted') await requireRoom(relations, request);
  const at = clock();
  const options = answer === 'accepted' ? { event: friendAccepted(makeEvent, request, at) } : {};
  const settled = await relations.settle(request, answer, at, options);
  nudge();
  if (settled) return settled;
  const now = await relations.findRequest(requestId, userId);
  if (now?.status === answer) return now;
  throw new FlorinError('CONFLICT', `The request is ${now?.status ?? 'gone'} already`);
}

async function requireRoom(relations: RelationStore, { fromUserId, toUserId }: FriendRequest): Promise<void> {
  const counts = await Promise.all([relations.countFriends(fromUserId), relations.countFriends(toUserId)]);
  if (counts.some((count) => count >= MAX_FRIENDS)) {
    throw new FlorinError('LIMIT_EXCEEDED', `One of you has ${MAX_FRIENDS} friends, the most possible`);
  }
}
