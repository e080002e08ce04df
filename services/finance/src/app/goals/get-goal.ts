import { notFound } from '@florin/errors';
import { withStates, type GoalWithState, type Stating } from './goal-states.ts';

/** One of the person's goals. Throws NOT_FOUND, UNAVAILABLE without the ledger. */
export async function getGoal(deps: Stating, { ownerId, id }: { ownerId: string; id: string }): Promise<GoalWithState> {
  const goal = await deps.stores.goals.find(ownerId, id);
  const [found] = goal ? await withStates(deps, ownerId, [goal]) : [];
  if (!found) throw notFound('Goal');
  return found;
}
