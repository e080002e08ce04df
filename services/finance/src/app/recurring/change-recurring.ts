import { goOnAt, goOnFrom, passedOver, requireGoingOn, type Recurring } from '../../domain/recurring/recurring.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Once, Tx } from '../ports.ts';
import { blockOf } from '../occurrences/begin-occurrences.ts';
import { lockOwn, pausedTwice } from './own-recurring.ts';

export type RecurringChange = 'skip' | 'pause' | 'resume';

/**
 * Passes the next occurrence over, pauses, or goes on; what fell due in a pause is not made up for. Throws NOT_FOUND, CONFLICT
 * for one that has ended, or whose wallet or category is not there to go on.
 */
export async function changeRecurring(
  deps: Pick<Deps, 'once' | 'clock'>,
  { ownerId, key, id, change }: Keyed<{ id: string; change: RecurringChange }>,
): Promise<Once<Recurring>> {
  return deps.once({ scope: `${ownerId} ${change} recurring`, key, request: { id } }, async (tx) => {
    const recurring = await lockOwn(tx, ownerId, id);
    requireGoingOn(recurring);
    const now = deps.clock();
    const changed = await CHANGES[change](tx, recurring, now);
    await tx.recurring.save([changed], now);
    return { ...changed, updatedAt: now };
  });
}

const CHANGES: Record<RecurringChange, (tx: Tx, recurring: Recurring, now: Date) => Promise<Recurring>> = {
  skip: async (tx, recurring) => {
    await tx.recurring.record([passedOver(recurring, 'skipped')]);
    return goOnAt(recurring, recurring.nextNumber + 1);
  },
  pause: (_tx, recurring) => Promise.resolve({ ...recurring, status: 'paused', pausedReason: 'asked' }),
  resume: async (tx, paused, now) => {
    if (paused.status === 'active') return paused;
    if (blockOf(paused, await tx.recurring.lockTargets([paused]))) throw pausedTwice();
    const { recurring, passed } = goOnFrom({ ...paused, status: 'active', pausedReason: null }, now);
    await tx.recurring.record(passed.slice(-MAX_NOTED));
    return recurring;
  },
};

const MAX_NOTED = 100;
