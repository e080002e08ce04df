import { upcoming, type Occurrence, type Recurring } from '../../domain/recurring/recurring.ts';
import type { Deps } from '../index.ts';
import { getRecurring } from '../recurring/get-recurring.ts';

const MAX_UPCOMING = 12;

export interface Occurrences {
  recurring: Recurring;
  /** what comes next, at most 12 */
  upcoming: ReturnType<typeof upcoming>;
  /** what has been, newest first, at most 100 */
  past: Occurrence[];
}

/** The next and the last occurrences of a recurring transaction. Throws NOT_FOUND. */
export async function listOccurrences(
  deps: Pick<Deps, 'stores'>,
  order: { ownerId: string; id: string },
): Promise<Occurrences> {
  const recurring = await getRecurring(deps, order);
  const past = await deps.stores.recurring.occurrences(order.ownerId, order.id);
  return { recurring, upcoming: upcoming(recurring, MAX_UPCOMING), past };
}
