import type { Profile } from '../../domain/profile.ts';
import { ensureProfile } from './ensure-profiles.ts';
import type { Deps } from '../index.ts';

/** A person's own profile. Throws NOT_FOUND for somebody auth does not know, UNAVAILABLE. */
export function getProfile(deps: Deps, userId: string): Promise<Profile> {
  return ensureProfile(deps, userId);
}
