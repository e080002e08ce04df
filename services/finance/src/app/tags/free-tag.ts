import { FlorinError } from '@florin/errors';
import type { Tx } from '../ports.ts';

/** Throws CONFLICT when the person has another tag of this name, whatever its case. */
export async function requireFreeTag(
  { owners, tags }: Pick<Tx, 'owners' | 'tags'>,
  ownerId: string,
  name: string,
  exceptId?: string,
): Promise<void> {
  await owners.lock(ownerId);
  if ((await tags.byNames(ownerId, [name])).every(({ id }) => id === exceptId)) return;
  throw new FlorinError('CONFLICT', `There is a tag named ${name} already`);
}
