import { FlorinError, notFound } from '@florin/errors';
import { decideSpin } from '../../domain/wheel.ts';
import type { Deps } from '../index.ts';
import { ensureProfile } from '../people/ensure-profiles.ts';
import { finishSpin } from './finish-spin.ts';
import type { PendingSpin, RewardState } from './ports.ts';

const MAX_TRIES = 8;

interface SpinWheel {
  userId: string;
  cardNumber?: string | undefined;
  idempotencyKey?: string | undefined;
}

/**
 * Spins the wheel in three steps: what it costs and brings is decided and written down, then finishSpin pays and
 * grants. Whatever breaks in between, the next try or resumeSpins goes on with the same spin: never paid twice, never
 * drawn again; a repeat with the same key gets the first result. Throws NOT_FOUND for another's card, CONFLICT in the
 * cooldown, INSUFFICIENT_FUNDS, UNAVAILABLE.
 */
export async function spinWheel(
  deps: Deps,
  { userId, cardNumber, idempotencyKey: key }: SpinWheel,
): Promise<{ body: PendingSpin; replayed: boolean }> {
  const asked = { scope: `${userId} spin`, key, request: { cardNumber } };
  return deps.idempotency.once(asked, () => spin(deps, { userId, cardNumber }));
}

async function spin(deps: Deps, { userId, cardNumber }: SpinWheel): Promise<PendingSpin> {
  await ensureProfile(deps, userId);
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const state = await deps.rewards.find(userId);
    if (!state || (cardNumber !== undefined && state.cardNumber !== cardNumber)) throw notFound('membership card');
    // a second tap meets the first one's spin and gets its result
    const pending = state.pending ?? (await beginSpin(deps, state));
    if (!pending) continue;
    await finishSpin(deps, { userId, pending });
    return pending;
  }
  throw new FlorinError('UNAVAILABLE', 'The profile is being changed by others; try again', { retryAfterSeconds: 1 });
}

/** First step. Undefined when somebody else changed the profile in between. */
async function beginSpin(
  { rewards, clock, random, newId }: Deps,
  { userId, timeZone, wheel, revision }: RewardState,
): Promise<PendingSpin | undefined> {
  const now = clock();
  const last = { lastReward: wheel?.lastReward ?? null, paidWindow: wheel?.paidWindow ?? null };
  const decided = decideSpin({ timeZone, ...last }, now, random);
  if (!decided) {
    const nextSpinAt = wheel?.nextSpinAt?.toISOString() ?? null;
    throw new FlorinError('CONFLICT', 'You can not spin yet: each window pays out once', { meta: { nextSpinAt } });
  }
  const pending = { ...decided, id: newId(), startedAt: now };
  return (await rewards.beginSpin(userId, revision, pending)) ? pending : undefined;
}
