import { FlorinError, invalidField, notFound } from '@florin/errors';
import type { FriendRequest } from '../../domain/relation.ts';
import { MAX_FRIENDS, MAX_OPEN_REQUESTS } from '../../domain/relation.ts';
import type { Deps } from '../index.ts';
import type { EnsureNeeds } from '../people/ensure-profiles.ts';
import { ensureProfiles } from '../people/ensure-profiles.ts';
import { registerPerson } from '../people/register-person.ts';
import { friendAccepted } from './friend-accepted.ts';
import type { RelationStore } from './ports.ts';

type Needs = EnsureNeeds & Pick<Deps, 'relations' | 'idempotency'>;

export type Target = { userId: string } | { username: string } | { email: string };

interface RequestFriend {
  userId: string;
  to: Target;
  idempotencyKey?: string | undefined;
}

/** A crossing request can be answered or withdrawn while we look: look again a few times. */
const MAX_TRIES = 5;

/**
 * Asks a person to be friends. When they have asked already, both become friends. Throws NOT_FOUND for an unknown
 * person, INVALID_ARGUMENT for oneself, CONFLICT when already friends or asked, LIMIT_EXCEEDED.
 */
export async function requestFriend(
  deps: Needs,
  { userId, to, idempotencyKey: key }: RequestFriend,
): Promise<{ request: FriendRequest; replayed: boolean }> {
  const scope = `${userId} friend-requests`;
  const { body, replayed } = await deps.idempotency.once({ scope, key, request: to }, async (effectId) => {
    const request = await ask(deps, userId, await resolve(deps, userId, to), effectId);
    deps.nudge();
    return { ...request, createdAt: request.createdAt.toISOString() };
  });
  return { request: { ...body, createdAt: new Date(body.createdAt) }, replayed };
}

async function resolve(deps: Needs, userId: string, to: Target): Promise<string> {
  const [field = ''] = Object.keys(to);
  let targetId: string;
  if ('userId' in to) {
    targetId = to.userId.toLowerCase();
  } else {
    const seed = await deps.directory.resolve(to);
    await registerPerson(deps, seed);
    targetId = seed.userId;
  }
  if (targetId === userId) throw invalidField(field, 'must be somebody else');
  const known = await ensureProfiles(deps, [userId, targetId]);
  if (!known.has(targetId) || !known.has(userId)) throw notFound('user');
  return targetId;
}

async function ask(deps: Needs, fromUserId: string, toUserId: string, id: string): Promise<FriendRequest> {
  const { relations, clock } = deps;
  await withinLimits(relations, fromUserId);
  const createdAt = clock();
  const event = deps.makeEvent('users.friend-requested.v1', id, {
    requestId: id,
    fromUserId,
    toUserId,
    requestedAt: createdAt.toISOString(),
  });
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const opened = await relations.open({ id, fromUserId, toUserId, status: 'pending', createdAt }, event);
    if (opened) return opened;
    const known = await relations.find(fromUserId, toUserId);
    if (known?.friends) {
      const crossed = await relations.findCrossed(id);
      if (crossed) return crossed;
      throw new FlorinError('CONFLICT', 'You are friends already');
    }
    if (known?.request?.status !== 'pending') continue;
    if (known.request.fromUserId === fromUserId) throw new FlorinError('CONFLICT', 'You have asked already');
    const at = clock();
    const options = { event: friendAccepted(deps.makeEvent, known.request, at), crossedBy: id };
    const accepted = await relations.settle(known.request.id, 'accepted', at, options);
    if (accepted) return accepted;
  }
  throw new FlorinError('UNAVAILABLE', 'The other person is answering; try again', { retryAfterSeconds: 1 });
}

async function withinLimits(relations: RelationStore, userId: string): Promise<void> {
  const [friends, open] = await Promise.all([relations.countFriends(userId), relations.countOpenRequests(userId)]);
  if (friends >= MAX_FRIENDS)
    throw new FlorinError('LIMIT_EXCEEDED', `You have ${MAX_FRIENDS} friends, the most possible`);
  if (open >= MAX_OPEN_REQUESTS)
    throw new FlorinError('LIMIT_EXCEEDED', `You have ${MAX_OPEN_REQUESTS} open requests, the most possible`);
}
