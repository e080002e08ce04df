import { dayOf, type Day } from '@florin/calendar';
import { notFound } from '@florin/errors';
import { toPositive, type AmountInput } from '../../domain/amount.ts';
import { requireOpenGoal } from '../../domain/goals/goal.ts';
import type { Deps } from '../index.ts';
import { requireDate } from './create-goal.ts';
import { getGoal } from './get-goal.ts';
import type { GoalWithState, Stating } from './goal-states.ts';

export interface GoalChanges {
  name?: string | undefined;
  description?: string | undefined;
  target?: AmountInput | undefined;
  targetDate?: Day | null | undefined;
}

/** Changes what a goal is called and how much it is to hold by when. Throws NOT_FOUND, INVALID_ARGUMENT, CONFLICT. */
export async function updateGoal(
  deps: Stating & Pick<Deps, 'transact'>,
  { ownerId, id, changes }: { ownerId: string; id: string; changes: GoalChanges },
): Promise<GoalWithState> {
  const { timeZone } = await deps.preferences.of(ownerId);
  await deps.transact(async (tx) => {
    const goal = await tx.goals.find(ownerId, id, 'update');
    if (!goal) throw notFound('Goal');
    requireOpenGoal(goal);
    const { target, targetDate, name, description } = changes;
    if (targetDate !== undefined) requireDate(targetDate, dayOf(deps.clock(), timeZone));
    const sum = target && toPositive(target, goal.currency, 'target');
    await tx.goals.update(id, { name, description, target: sum, targetDate }, deps.clock());
    if (name !== undefined) await tx.wallets.update(goal.walletId, { name }, deps.clock());
  });
  return getGoal(deps, { ownerId, id });
}
