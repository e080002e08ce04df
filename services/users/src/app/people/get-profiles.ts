import type { Profile } from '../../domain/profile.ts';
import { ensureProfiles, type EnsureNeeds } from './ensure-profiles.ts';

/** Profiles by id; unknown and terminated ids are left out. Throws UNAVAILABLE. */
export async function getProfiles(deps: EnsureNeeds, userIds: readonly string[]): Promise<Profile[]> {
  return [...(await ensureProfiles(deps, userIds)).values()];
}
