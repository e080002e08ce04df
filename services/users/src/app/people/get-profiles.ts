import type { Profile } from '../../domain/profile.ts';
import { ensureProfiles } from './ensure-profiles.ts';
import type { Deps } from '../index.ts';

/** Profiles by id; unknown and terminated ids are left out. Throws UNAVAILABLE. */
export async function getProfiles(deps: Deps, userIds: readonly string[]): Promise<Profile[]> {
  return [...(await ensureProfiles(deps, userIds)).values()];
}
