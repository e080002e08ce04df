import { z } from 'zod';
import type { FriendRequest as RequestMessage } from '@florin/proto/gen/users/florin/users/v1/FriendRequest.ts';
import type { Me as MeMessage } from '@florin/proto/gen/users/florin/users/v1/Me.ts';
import type { Preferences as PreferencesMessage } from '@florin/proto/gen/users/florin/users/v1/Preferences.ts';
import type { Profile as ProfileMessage } from '@florin/proto/gen/users/florin/users/v1/Profile.ts';
import { invalidField } from '@florin/errors';
import type { Target } from '../../app/friends/request-friend.ts';
import type { Me } from '../../app/people/me.ts';
import type { Preferences, Profile } from '../../domain/profile.ts';
import type { FriendRequest } from '../../domain/relation.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A user id in lower case, or INVALID_ARGUMENT naming the field. */
export function userId(value: string, field: string): string {
  if (!UUID.test(value)) throw invalidField(field, 'must be a UUID');
  return value.toLowerCase();
}

export function userIds(values: readonly string[], field: string, most: number): string[] {
  if (values.length > most) throw invalidField(field, `must hold at most ${most} ids`);
  return values.map((value, index) => userId(value, `${field}.${index}`));
}

export function limitOf(value: number, most: number): number {
  if (value < 1 || value > most) throw invalidField('limit', `must be 1 to ${most}`);
  return value;
}

export function pageOf(request: { limit: number; cursor: string }, most: number) {
  return { limit: limitOf(request.limit, most), ...(request.cursor === '' ? {} : { cursor: request.cursor }) };
}

export function targetOf(request: { toUserId?: string; username?: string; email?: string }): Target {
  if (request.toUserId !== undefined) return { userId: userId(request.toUserId, 'to_user_id') };
  if (request.username !== undefined) return { username: request.username };
  if (request.email !== undefined && z.email().max(320).safeParse(request.email).success) {
    return { email: request.email };
  }
  throw invalidField('to', 'must be a user id, username or e-mail address');
}

export function toProfileMessage(profile: Profile): ProfileMessage {
  return {
    userId: profile.userId,
    name: profile.name,
    username: profile.username ?? '',
    timeZone: profile.timeZone ?? '',
    locale: profile.locale ?? '',
    createdAt: profile.createdAt.toISOString(),
    hasPicture: profile.hasPicture,
  };
}

export function toPreferencesMessage(preferences: Preferences, timeZone: string | null): PreferencesMessage {
  const { firstDayOfWeek, firstDayOfTheMonth, firstMonthOfTheYear } = preferences;
  return { firstDayOfWeek, firstDayOfTheMonth, firstMonthOfTheYear, timeZone: timeZone ?? 'UTC' };
}

export function toMeMessage({ profile, rewards, picture }: Me): MeMessage {
  const { checkIn, wheel, cardNumber } = rewards;
  return {
    profile: toProfileMessage(profile),
    email: profile.email ?? '',
    preferences: toPreferencesMessage(profile.preferences, profile.timeZone),
    cardNumber: cardNumber ?? '',
    rewards: {
      lastCheckin: isoOrEmpty(checkIn?.until),
      hasSpun: wheel !== null,
      lastSpinReward: wheel?.lastReward ?? 0,
      lastSpin: isoOrEmpty(wheel?.spunAt),
      nextSpin: isoOrEmpty(wheel?.nextSpinAt),
    },
    picture: picture?.bytes ?? Buffer.alloc(0),
    pictureContentType: picture?.contentType ?? '',
    updatedAt: profile.updatedAt.toISOString(),
  };
}

export function toRequestMessage({ id, fromUserId, toUserId, status, createdAt }: FriendRequest): RequestMessage {
  return { id, fromUserId, toUserId, status, createdAt: createdAt.toISOString() };
}

export function isoOrEmpty(at: Date | null | undefined): string {
  return at?.toISOString() ?? '';
}
