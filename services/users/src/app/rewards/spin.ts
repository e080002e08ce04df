import { FlorinError, isFlorinError, notFound } from '@florin/errors';
import type { Clock, Logger } from '@florin/service-kit';
import { newId } from '@florin/service-kit';
import type { Random } from '../../domain/random.ts';
import { decideSpin } from '../../domain/wheel.ts';
import type { EnsureProfiles } from '../people/ensure.ts';
import { ensureProfile } from '../people/ensure.ts';
import type { MakeEvent } from '../ports.ts';
import type { PendingSpin, RewardState, RewardStore, SpendPoints } from './ports.ts';

export interface SpinDeps {
  rewards: RewardStore;
  ensure: EnsureProfiles;
  spend: SpendPoints;
  makeEvent: MakeEvent;
  clock: Clock;
  random: Random;
  logger: Logger;
  nudge: () => void;
}

export type SpinResult = Pick<PendingSpin, 'reward' | 'spunAt' | 'nextSpinAt'>;

const MAX_TRIES = 8;
/** a spin older than this lost its process */
const STALLED_MS = 15_000;
const RESUME_AT_MOST = 50;

/**
 * One turn of the wheel in three steps: what it costs and brings is decided and written down, the ledger takes the cost
 * under the spin's id, then the profile takes the result together with the event that grants the points. Whatever
 * breaks in between, the next try or the reconciler goes on with the same spin: never paid twice, never drawn again.
 */
export function createSpin(deps: SpinDeps) {
  const { rewards, clock } = deps;

  /** Throws NOT_FOUND for another's card, CONFLICT in the cooldown, INSUFFICIENT_FUNDS, UNAVAILABLE. */
  async function spin(userId: string, cardNumber?: string): Promise<SpinResult> {
    await ensureProfile(deps.ensure, userId);
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const state = await rewards.find(userId);
      if (!state || (cardNumber !== undefined && state.cardNumber !== cardNumber)) throw notFound('membership card');
      // a second tap meets the first one's spin and gets its result
      const pending = state.pending ?? (await begin(deps, state));
      if (pending) return finish(deps, userId, pending);
    }
    throw new FlorinError('UNAVAILABLE', 'The profile is being changed by others; try again', { retryAfterSeconds: 1 });
  }

  /** Goes on with spins whose process died or whose ledger did not answer; how many ended. */
  async function resume(): Promise<number> {
    const stalled = await rewards.findStalledSpins(new Date(clock().getTime() - STALLED_MS), RESUME_AT_MOST);
    let ended = 0;
    for (const userId of stalled) {
      const pending = (await rewards.find(userId))?.pending;
      if (!pending) continue;
      try {
        await finish(deps, userId, pending);
        ended += 1;
      } catch (error) {
        deps.logger.warn({ err: error, userId, spinId: pending.id }, 'a spin could not be ended yet');
      }
    }
    return ended;
  }

  return { spin, resume };
}

/** Undefined when somebody wrote in between. */
async function begin({ rewards, clock, random }: SpinDeps, state: RewardState): Promise<PendingSpin | undefined> {
  const { userId, timeZone, wheel, revision } = state;
  const now = clock();
  const decided = decideSpin(
    { timeZone, lastReward: wheel?.lastReward ?? null, paidWindow: wheel?.paidWindow ?? null },
    now,
    random,
  );
  if (!decided) {
    const nextSpinAt = wheel?.nextSpinAt?.toISOString() ?? null;
    throw new FlorinError('CONFLICT', 'You can not spin yet: each window pays out once', { meta: { nextSpinAt } });
  }
  const pending = { ...decided, id: newId(), startedAt: now };
  return (await rewards.beginSpin(userId, revision, pending)) ? pending : undefined;
}

async function finish(deps: SpinDeps, userId: string, pending: PendingSpin): Promise<SpinResult> {
  const { rewards, spend, makeEvent, nudge } = deps;
  const { id, cost, reward } = pending;
  try {
    if (cost > 0) await spend({ id: `spin:${id}`, userId, points: cost, note: 'Wheel spin' });
  } catch (error) {
    if (isRefusal(error)) await rewards.dropSpin(userId, id);
    throw error;
  }
  const grant = { userId, grantId: `spin:${id}`, reason: 'spin', points: String(reward), lapsesAt: null };
  const events = reward > 0 ? [makeEvent('users.points-granted.v1', userId, grant)] : [];
  await rewards.endSpin(userId, pending, events);
  nudge();
  return pending;
}

/** The ledger said no: nothing was taken and nothing will be. Its silence is no such answer. */
function isRefusal(error: unknown): boolean {
  return isFlorinError(error) && ['INSUFFICIENT_FUNDS', 'ACCOUNT_FROZEN', 'LIMIT_EXCEEDED'].includes(error.code);
}
