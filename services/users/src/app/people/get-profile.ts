import type { Profile } from '../../domain/profile.ts';
import { ensureProfile, type EnsureNeeds } from './ensure-profiles.ts';

/** A person's own profile. Throws NOT_FOUND for somebody auth does not know, UNAVAILABLE. */
export function getProfile(deps: EnsureNeeds, userId: string): Promise<Profile> {
  return ensureProfile(deps, userId);
}
