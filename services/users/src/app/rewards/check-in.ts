import { FlorinError, notFound } from '@florin/errors';
import { decideCheckIn, type CheckIn } from '../../domain/check-in.ts';
import type { Deps } from '../index.ts';
import { ensureProfile } from '../people/ensure-profiles.ts';

const MAX_TRIES = 8;

/**
 * Takes the reward for looking in: 20 to 50 points, once a calendar day of the person's zone; a repeat with the same key gets
 * the first result. Throws CONFLICT when the day was used or is the sign-up day, NOT_FOUND, UNAVAILABLE.
 */
export async function checkIn(
  deps: Deps,
  { userId, idempotencyKey: key }: { userId: string; idempotencyKey?: string | undefined },
): Promise<{ body: CheckIn; replayed: boolean }> {
  const asked = { scope: `${userId} check-in`, key, request: null };
  return deps.idempotency.once(asked, () => lookIn(deps, userId));
}

async function lookIn(deps: Deps, userId: string): Promise<CheckIn> {
  const { rewards, makeEvent, clock, random, nudge } = deps;
  await ensureProfile(deps, userId);
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const state = await rewards.find(userId);
    if (!state) throw notFound('user');
    const { registeredAt, timeZone, revision, checkIn: last } = state;
    const decided = decideCheckIn({ registeredAt, timeZone, lastDay: last?.day ?? null }, clock(), random);
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
}
