import type { Recurring } from '../../domain/recurring/recurring.ts';
import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';
import type { RecurringFilter } from './ports.ts';

/** The person's recurring transactions, oldest first. */
export function listRecurring(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, filter, slice }: { ownerId: string; filter: RecurringFilter; slice: Slice },
): Promise<Recurring[]> {
  return stores.recurring.list(ownerId, filter, slice);
}
