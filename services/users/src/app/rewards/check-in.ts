import { FlorinError, notFound } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import type { CheckIn } from '../../domain/check-in.ts';
import { decideCheckIn } from '../../domain/check-in.ts';
import type { Random } from '../../domain/random.ts';
import type { EnsureProfiles } from '../people/ensure.ts';
import { ensureProfile } from '../people/ensure.ts';
import type { MakeEvent } from '../ports.ts';
import type { RewardStore } from './ports.ts';

export interface CheckInDeps {
  rewards: RewardStore;
  ensure: EnsureProfiles;
  makeEvent: MakeEvent;
  clock: Clock;
  random: Random;
  nudge: () => void;
}

const MAX_TRIES = 8;

/**
 * The reward for looking in: 20 to 50 points, once a calendar day of the person's zone. Throws CONFLICT when the day
 * has been used or is the sign-up day, NOT_FOUND.
 */
export function createCheckIn({ rewards, ensure, makeEvent, clock, random, nudge }: CheckInDeps) {
  return async (userId: string): Promise<CheckIn> => {
    await ensureProfile(ensure, userId);
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const state = await rewards.find(userId);
      if (!state) throw notFound('user');
      const { registeredAt, timeZone, revision, checkIn } = state;
      const decided = decideCheckIn({ registeredAt, timeZone, lastDay: checkIn?.day ?? null }, clock(), random);
      if (typeof decided === 'string') {
        const why = decided === 'used' ? 'today is used already' : 'it starts on the day after signing up';
        throw new FlorinError('CONFLICT', `No check-in reward: ${why}`);
      }
      const event = makeEvent('users.points-granted.v1', userId, {
        userId,
        grantId: `check-in:${userId}:${decided.day}`,
        reason: 'check-in',
        points: String(decided.points),
        lapsesAt: decided.lapsesAt.toISOString(),
      });
      if (await rewards.checkIn(userId, revision, decided, event)) {
        nudge();
        return decided;
      }
    }
    throw new FlorinError('UNAVAILABLE', 'The profile is being changed by others; try again', { retryAfterSeconds: 1 });
  };
}
