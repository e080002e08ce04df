import { toJsonAmount } from '@florin/money';
import type { GoalWithState } from '../../../app/goals/goal-states.ts';
import { sumView } from '../views.ts';

export function goalView(goal: GoalWithState) {
  const { id, name, description, sourceWalletId, walletId, currency, targetDate, status, percent, reachedOn } = goal;
  return {
    ...{ id, name, description, walletId: sourceWalletId, goalWalletId: walletId },
    target: toJsonAmount(goal.target),
    ...{ currency, targetDate, status },
    saved: sumView(goal.saved),
    remaining: sumView(goal.remaining),
    percent,
    neededPerMonth: goal.neededPerMonth === null ? null : sumView(goal.neededPerMonth),
    pacePerMonth: sumView(goal.pacePerMonth),
    reachedOn,
    createdAt: goal.createdAt,
  };
}
