import type { Profile } from '../../domain/profile.ts';
import type { EnsureNeeds } from './ensure-profiles.ts';
import { ensureProfile } from './ensure-profiles.ts';
import type { ProfileChange } from './ports.ts';
import { profileChanged } from './profile-changed.ts';

/** Changes the person's own profile and tells the other services. Throws NOT_FOUND, UNAVAILABLE. */
export async function changeProfile(
  deps: EnsureNeeds,
  { userId, change }: { userId: string; change: ProfileChange },
): Promise<Profile> {
  const { profiles, makeEvent, nudge } = deps;
  await ensureProfile(deps, userId);
  const changed = await profiles.change(userId, change, (after) => profileChanged(makeEvent, after));
  nudge();
  return changed ?? ensureProfile(deps, userId);
}
