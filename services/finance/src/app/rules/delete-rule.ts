import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { Keyed } from '../ports.ts';

/** Deletes a rule, once per key; what it filed stays. Throws NOT_FOUND. */
export async function deleteRule(
  { once }: Pick<Deps, 'once'>,
  { ownerId, key, id }: Keyed<{ id: string }>,
): Promise<void> {
  await once({ scope: `${ownerId} delete rule`, key, request: { id } }, async (tx) => {
    if (!(await tx.rules.find(ownerId, id, 'update'))) throw notFound('Rule');
    await tx.rules.remove(ownerId, id);
    return null;
  });
}
