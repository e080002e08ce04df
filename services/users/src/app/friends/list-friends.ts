import type { Profile } from '../../domain/profile.ts';
import type { Deps } from '../index.ts';
import { ensureProfiles } from '../people/ensure-profiles.ts';
import type { Page, PageRequest } from './ports.ts';

/** The person's friends, latest friendship first. Throws INVALID_ARGUMENT on the cursor, UNAVAILABLE. */
export async function listFriends(
  deps: Deps,
  { userId, ...page }: PageRequest & { userId: string },
): Promise<Page<Profile>> {
  const { items, nextCursor } = await deps.relations.listFriends(userId, page);
  const profiles = await ensureProfiles(deps, items);
  return { items: items.flatMap((id) => profiles.get(id) ?? []), nextCursor };
}
