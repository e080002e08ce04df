import { z } from 'zod';
import type { UsersServiceDefinition } from '@florin/proto';
import type { FriendRequest as RequestMessage } from '@florin/proto/gen/users/florin/users/v1/FriendRequest.ts';
import type { Me as MeMessage } from '@florin/proto/gen/users/florin/users/v1/Me.ts';
import type { Preferences as PreferencesMessage } from '@florin/proto/gen/users/florin/users/v1/Preferences.ts';
import type { Profile as ProfileMessage } from '@florin/proto/gen/users/florin/users/v1/Profile.ts';
import { invalidField } from '@florin/errors';
import { type GrpcMethods, readText, readUuid, toMessage } from '@florin/service-kit';
import type { Target } from '../../app/friends/find-target.ts';
import type { Me } from '../../app/people/get-me.ts';
import type { Profile } from '../../domain/profile.ts';
import type { FriendRequest } from '../../domain/relation.ts';

/** The methods of users.proto; each file of this folder has some of them. */
export type Methods = GrpcMethods<UsersServiceDefinition>;

/** The key the calling service made for the write, if any. */
export function keyOf({ idempotencyKey }: { idempotencyKey: string }): string | undefined {
  return idempotencyKey === '' ? undefined : readText(idempotencyKey, 'idempotency_key', { min: 1, max: 200 });
}

export function readUuids(values: readonly string[], field: string, maximum: number): string[] {
  if (values.length > maximum) throw invalidField(field, `must hold at most ${maximum} ids`);
  return values.map((value, index) => readUuid(value, `${field}.${index}`));
}

export function readLimit(value: number, maximum: number): number {
  if (value < 1 || value > maximum) throw invalidField('limit', `must be 1 to ${maximum}`);
  return value;
}

export function readPage(request: { limit: number; cursor: string }, maximum: number) {
  return { limit: readLimit(request.limit, maximum), ...(request.cursor === '' ? {} : { cursor: request.cursor }) };
}

export function readTarget(request: { toUserId?: string; username?: string; email?: string }): Target {
  if (request.toUserId !== undefined) return { userId: readUuid(request.toUserId, 'to_user_id') };
  if (request.username !== undefined) return { username: request.username };
  if (request.email !== undefined && z.email().max(320).safeParse(request.email).success) {
    return { email: request.email };
  }
  throw invalidField('to', 'must be a user id, username or e-mail address');
}

export function profileMessage(profile: Profile, { formerNames = false } = {}): ProfileMessage {
  const { userId, name, username, timeZone, locale, createdAt, hasPicture } = profile;
  const shown = { userId, name, username, timeZone, locale, createdAt, hasPicture };
  return { ...toMessage(shown), formerNames: formerNames ? profile.formerNames.map((one) => toMessage(one)) : [] };
}

export function preferencesMessage({ preferences, timeZone, locale }: Profile): PreferencesMessage {
  const { firstDayOfWeek, firstDayOfTheMonth, firstMonthOfTheYear, monthStartOnWeekend } = preferences;
  return {
    ...{ firstDayOfWeek, firstDayOfTheMonth, firstMonthOfTheYear, monthStartOnWeekend },
    fortnightFrom: preferences.fortnightFrom ?? '',
    ownPeriodStarts: [...preferences.ownPeriodStarts],
    timeZone: timeZone ?? 'UTC',
    locale: locale ?? '',
  };
}

export function meMessage({ profile, rewards, picture }: Me): MeMessage {
  const { checkIn, wheel, cardNumber } = rewards;
  return {
    profile: profileMessage(profile),
    email: profile.email ?? '',
    preferences: preferencesMessage(profile),
    details: profile.details,
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

export function requestMessage({ id, fromUserId, toUserId, status, createdAt }: FriendRequest): RequestMessage {
  return toMessage({ id, fromUserId, toUserId, status, createdAt });
}

export function isoOrEmpty(at: Date | null | undefined): string {
  return at?.toISOString() ?? '';
}
