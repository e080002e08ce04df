import type { Import } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';

/** The person's imports, latest first. */
export async function listImports(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, slice }: { ownerId: string; slice: Slice },
): Promise<Import[]> {
  return stores.imports.list(ownerId, slice);
}
