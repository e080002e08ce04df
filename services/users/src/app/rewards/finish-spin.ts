import { isFlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { PendingSpin } from './ports.ts';

/**
 * Second and third step of a spin: the ledger takes the cost under the spin's id, then the profile takes the result
 * together with the event that grants the points. Doing it again changes nothing. Throws INSUFFICIENT_FUNDS, UNAVAILABLE.
 */
export async function finishSpin(
  { rewards, spendPoints, makeEvent, nudge }: Pick<Deps, 'rewards' | 'spendPoints' | 'makeEvent' | 'nudge'>,
  { userId, pending }: { userId: string; pending: PendingSpin },
): Promise<void> {
  const { id, cost, reward } = pending;
  try {
    if (cost > 0) await spendPoints({ id: `spin:${id}`, userId, points: cost, note: 'Wheel spin' });
  } catch (error) {
    if (isRefusal(error)) await rewards.dropSpin(userId, id);
    throw error;
  }
  const grant = { userId, grantId: `spin:${id}`, reason: 'spin', points: String(reward), lapsesAt: null };
  const events = reward > 0 ? [makeEvent('users.points-granted.v1', userId, grant)] : [];
  await rewards.endSpin(userId, pending, events);
  nudge();
}

/** The ledger said no: nothing was taken and nothing will be. Silence of the ledger is no refusal. */
function isRefusal(error: unknown): boolean {
  return isFlorinError(error) && ['INSUFFICIENT_FUNDS', 'ACCOUNT_FROZEN', 'LIMIT_EXCEEDED'].includes(error.code);
}
