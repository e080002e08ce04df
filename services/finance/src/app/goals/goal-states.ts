import { addDays, dayOf } from '@florin/calendar';
import { PACE_DAYS, stateOfGoal, type Goal, type GoalState } from '../../domain/goals/goal.ts';
import type { Deps } from '../index.ts';
import { withBalances } from '../wallets/balances.ts';

export type GoalWithState = Goal & GoalState;

export type Stating = Pick<Deps, 'stores' | 'ledger' | 'preferences' | 'clock'>;

/** Goals with what the ledger holds for them, in one call. Throws UNAVAILABLE. */
export async function withStates(deps: Stating, ownerId: string, goals: readonly Goal[]): Promise<GoalWithState[]> {
  if (goals.length === 0) return [];
  const { timeZone } = await deps.preferences.of(ownerId);
  const now = deps.clock();
  const today = dayOf(now, timeZone);
  const wallets = await withBalances(deps.ledger, await deps.stores.goals.wallets(ownerId, goals));
  const held = new Map(wallets.map(({ id, balance }) => [id, balance]));
  const since = addDays(today, -PACE_DAYS);
  const moved = await deps.stores.goals.moved(ownerId, [...held.keys()], since);
  return goals.map((goal) => {
    const [saved, recent] = [held.get(goal.walletId) ?? 0n, moved.get(goal.walletId) ?? 0n];
    const ageDays = Math.floor((now.getTime() - goal.createdAt.getTime()) / 86_400_000);
    return { ...goal, ...stateOfGoal(goal, { saved, recent, ageDays, today }) };
  });
}
