import { notFound } from '@florin/errors';
import type { Recurring } from '../../domain/recurring/recurring.ts';
import type { Deps } from '../index.ts';

/** One of the person's recurring transactions. Throws NOT_FOUND. */
export async function getRecurring(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<Recurring> {
  const recurring = await stores.recurring.find(ownerId, id);
  if (!recurring) throw notFound('Recurring transaction');
  return recurring;
}
