import type { Profile } from '../../domain/profile.ts';
import type { Page, PageRequest } from '../friends/ports.ts';
import type { Deps } from '../index.ts';
import { ensureProfiles } from '../people/ensure-profiles.ts';

/** The people whom the person blocks, the latest first. Throws INVALID_ARGUMENT on the cursor, UNAVAILABLE. */
export async function listBlocks(
  deps: Deps,
  { userId, ...page }: PageRequest & { userId: string },
): Promise<Page<Profile>> {
  const { items, nextCursor } = await deps.blocks.list(userId, page);
  const profiles = await ensureProfiles(deps, items);
  return { items: items.flatMap((id) => profiles.get(id) ?? []), nextCursor };
}
