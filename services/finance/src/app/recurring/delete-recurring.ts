import type { Deps } from '../index.ts';
import type { Keyed } from '../ports.ts';
import { lockOwn } from './own-recurring.ts';

/** Ends a recurring transaction, once per key; what was posted stays. Throws NOT_FOUND. */
export async function deleteRecurring(
  { once }: Pick<Deps, 'once'>,
  { ownerId, key, id }: Keyed<{ id: string }>,
): Promise<void> {
  await once({ scope: `${ownerId} delete recurring`, key, request: { id } }, async (tx) => {
    await lockOwn(tx, ownerId, id);
    await tx.recurring.remove(ownerId, id);
    return null;
  });
}
