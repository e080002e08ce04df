import type { Deps } from '../index.ts';
import { finishSpin } from './finish-spin.ts';

/** a spin older than this lost its process */
const STALLED_MS = 15_000;

/** Finishes spins, at most `maximum`, whose process died or whose ledger did not answer. Returns how many ended. */
export async function resumeSpins(deps: Deps, maximum: number): Promise<number> {
  const { rewards, clock, logger } = deps;
  const stalled = await rewards.findStalledSpins(new Date(clock().getTime() - STALLED_MS), maximum);
  let ended = 0;
  for (const userId of stalled) {
    const pending = (await rewards.find(userId))?.pending;
    if (!pending) continue;
    try {
      await finishSpin(deps, { userId, pending });
      ended += 1;
    } catch (error) {
      logger.warn({ err: error, userId, spinId: pending.id }, 'a spin could not be finished yet');
    }
  }
  return ended;
}
