import type { Slice } from '../ports.ts';
import { withStates, type GoalWithState, type Stating } from './goal-states.ts';
import type { GoalFilter } from './ports.ts';

/** The person's goals, oldest first. Throws UNAVAILABLE without the ledger. */
export async function listGoals(
  deps: Stating,
  { ownerId, filter, slice }: { ownerId: string; filter: GoalFilter; slice: Slice },
): Promise<GoalWithState[]> {
  return withStates(deps, ownerId, await deps.stores.goals.list(ownerId, filter, slice));
}
