import type { Identity } from '@florin/service-kit';
import type { Picture } from '../../app/pictures/ports.ts';
import type { RewardState } from '../../app/rewards/ports.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import type { Profile } from '../../domain/profile.ts';
import type { FriendRequest, RelationState } from '../../domain/relation.ts';
import type { Spin } from '../../domain/wheel.ts';

export function meView(profile: Profile, { roles }: Pick<Identity, 'roles'>) {
  const { userId: id, status: _status, updatedAt: _updatedAt, formerNames: _formerNames, createdAt, ...own } = profile;
  return { id, ...own, roles, createdAt: createdAt.toISOString() };
}

export function personView(profile: Profile, relation: RelationState) {
  return { ...basicPersonView(profile), relation };
}

export function basicPersonView(profile: Pick<Profile, 'userId' | 'name' | 'username' | 'hasPicture'>) {
  return { id: profile.userId, name: profile.name, username: profile.username, hasPicture: profile.hasPicture };
}

export function friendRequestView({ id, fromUserId, toUserId, status, createdAt }: FriendRequest) {
  return { id, fromUserId, toUserId, status, createdAt: createdAt.toISOString() };
}

export function cardView({ cardNumber, checkIn, wheel }: RewardState) {
  return {
    number: cardNumber,
    lastCheckIn: checkIn?.until.toISOString() ?? null,
    lastSpin: wheel?.spunAt.toISOString() ?? null,
    lastSpinReward: wheel?.lastReward ?? null,
    nextSpin: wheel?.nextSpinAt?.toISOString() ?? null,
  };
}

export function checkInView({ points, lapsesAt, until }: CheckIn) {
  return { points, lapsesAt: lapsesAt.toISOString(), lastCheckIn: until.toISOString() };
}

export function spinView({ reward, spunAt, nextSpinAt }: Spin) {
  return { reward, lastSpin: spunAt.toISOString(), nextSpin: nextSpinAt?.toISOString() ?? null };
}

/** A reply that is the picture itself. */
export function pictureView({ bytes, contentType }: Picture) {
  const headers = { 'Cache-Control': 'private, max-age=60', 'X-Content-Type-Options': 'nosniff' };
  return { body: bytes, contentType, headers };
}

export function replayHeaders(replayed: boolean): Record<string, string> {
  return replayed ? { 'Idempotency-Replayed': 'true' } : {};
}
