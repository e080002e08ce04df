import { notFound } from '@florin/errors';
import type { Import } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';

/** Throws NOT_FOUND, also while its file comes in. */
export async function getImport(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<Import> {
  const found = await stores.imports.find(ownerId, id);
  if (!found || found.status === 'receiving') throw notFound('Import');
  return found;
}
