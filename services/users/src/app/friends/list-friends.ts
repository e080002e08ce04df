import type { Profile } from '../../domain/profile.ts';
import { isHidden } from '../blocks/check-reach.ts';
import type { Deps } from '../index.ts';
import { ensureProfiles } from '../people/ensure-profiles.ts';
import type { Page, PageRequest } from './ports.ts';

/**
 * The person's friends, latest friendship first: to a viewer none of a person who blocks them, nor those between whom and
 * them there is a block. Throws INVALID_ARGUMENT on the cursor, UNAVAILABLE.
 */
export async function listFriends(
  deps: Deps,
  { userId, viewerId = userId, ...page }: PageRequest & { userId: string; viewerId?: string | undefined },
): Promise<Page<Profile>> {
  if (await isHidden(deps, { viewerId, userId })) return { items: [], nextCursor: null };
  const { items, nextCursor } = await deps.relations.listFriends(userId, page);
  const blocked = viewerId === userId ? new Map() : await deps.blocks.between(viewerId, items);
  const seen = items.filter((id) => !blocked.has(id));
  const profiles = await ensureProfiles(deps, seen);
  return { items: seen.flatMap((id) => profiles.get(id) ?? []), nextCursor };
}
