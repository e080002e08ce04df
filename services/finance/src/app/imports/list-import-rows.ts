import type { ImportRow, RowState } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';
import { getImport } from './get-import.ts';

interface ListImportRows {
  ownerId: string;
  id: string;
  state?: RowState | undefined;
  slice: { limit: number; after?: number };
}

/** What a file holds, in its order, and what becomes of it. Throws NOT_FOUND. */
export async function listImportRows(
  deps: Pick<Deps, 'stores'>,
  { ownerId, id, state, slice }: ListImportRows,
): Promise<ImportRow[]> {
  await getImport(deps, { ownerId, id });
  return deps.stores.importRows.list(id, state, slice);
}
