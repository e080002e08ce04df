import { FlorinError, requireMayAsk } from '@florin/errors';
import {
  MAX_FRIENDS,
  MAX_OPEN_REQUESTS,
  askedBefore,
  type FriendRequest,
  type Relation,
} from '../../domain/relation.ts';
import type { Deps } from '../index.ts';
import { findPersonToAsk } from '../people/find-person-to-ask.ts';
import type { Target } from './find-target.ts';
import { friendAccepted } from './friend-accepted.ts';

interface RequestFriend {
  userId: string;
  to: Target;
  idempotencyKey?: string | undefined;
}

/** A crossing request can be answered or withdrawn while we look: look again a few times. */
const MAX_TRIES = 5;

/**
 * Asks a person to be friends. When they have asked already, both become friends. Throws NOT_FOUND for an unknown
 * person and one who has blocked the asking one, INVALID_ARGUMENT for oneself, CONFLICT when already friends, asked or
 * blocked by the asking one, FORBIDDEN when the person does not take such requests, LIMIT_EXCEEDED,
 * RATE_LIMITED for one who has declined of late or was asked too often.
 */
export async function requestFriend(
  deps: Deps,
  { userId, to, idempotencyKey: key }: RequestFriend,
): Promise<{ request: FriendRequest; replayed: boolean }> {
  const scope = `${userId} friend-requests`;
  const { body, replayed } = await deps.idempotency.once({ scope, key, request: to }, async (effectId) => {
    const request = await ask(deps, userId, await findPersonToAsk(deps, { userId, to }), effectId);
    deps.nudge();
    return { ...request, createdAt: request.createdAt.toISOString() };
  });
  return { request: { ...body, createdAt: new Date(body.createdAt) }, replayed };
}

async function ask(deps: Deps, fromUserId: string, toUserId: string, id: string): Promise<FriendRequest> {
  const { relations, clock } = deps;
  const createdAt = clock();
  const event = deps.makeEvent('users.friend-requested.v1', id, {
    requestId: id,
    fromUserId,
    toUserId,
    requestedAt: createdAt.toISOString(),
  });
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const known = await relations.find(fromUserId, toUserId);
    if (known?.friends) {
      const crossed = await relations.findCrossed(id);
      if (crossed) return crossed;
      throw new FlorinError('CONFLICT', 'You are friends already');
    }
    if (known?.request?.status !== 'pending' || known.request.id === id) {
      if (known?.request?.id !== id && tries === 0) await requireMayAskAgain(deps, fromUserId, known);
      const opened = await relations.open({ id, fromUserId, toUserId, status: 'pending', createdAt }, event, known);
      if (opened) return opened;
      continue;
    }
    if (known.request.fromUserId === fromUserId) throw new FlorinError('CONFLICT', 'You have asked already');
    const at = clock();
    const options = { event: friendAccepted(deps.makeEvent, known.request, at), crossedBy: id };
    const accepted = await relations.settle(known.request, 'accepted', at, options);
    if (accepted) return accepted;
  }
  throw new FlorinError('UNAVAILABLE', 'The other person is answering; try again', { retryAfterSeconds: 1 });
}

/** Who asks too often, too many, or somebody who has declined of late, must wait. */
async function requireMayAskAgain(deps: Deps, userId: string, known: Relation | undefined): Promise<void> {
  const { relations, profiles, asking, clock } = deps;
  const [friends, open] = await Promise.all([relations.countFriends(userId), relations.countOpenRequests(userId)]);
  if (friends >= MAX_FRIENDS)
    throw new FlorinError('LIMIT_EXCEEDED', `You have ${MAX_FRIENDS} friends, the most possible`);
  if (open >= MAX_OPEN_REQUESTS)
    throw new FlorinError('LIMIT_EXCEEDED', `You have ${MAX_OPEN_REQUESTS} open requests, the most possible`);
  const now = clock();
  const pair = askedBefore(userId, known ?? {}, asking, now);
  requireMayAsk({ ...pair, fullSince: undefined }, asking, now, 'to');
  const fullSince = await profiles.countAsking(userId, asking.perDay, now);
  requireMayAsk({ ...pair, fullSince }, asking, now, 'to');
}
