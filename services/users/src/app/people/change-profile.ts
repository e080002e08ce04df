import type { FlorinEvent } from '@florin/contracts';
import type { MakeEvent } from '@florin/messaging';
import type { Profile } from '../../domain/profile.ts';
import { ensureProfile } from './ensure-profiles.ts';
import type { ProfileChange } from './ports.ts';
import type { Deps } from '../index.ts';

/** Changes the person's own profile and tells the other services. Throws NOT_FOUND, UNAVAILABLE. */
export async function changeProfile(
  deps: Deps,
  { userId, change }: { userId: string; change: ProfileChange },
): Promise<Profile> {
  const { profiles, makeEvent, nudge } = deps;
  await ensureProfile(deps, userId);
  const changed = await profiles.change(userId, change, (after) => profileChanged(makeEvent, after));
  nudge();
  return changed ?? ensureProfile(deps, userId);
}

/** The event that tells of a changed profile. */
export function profileChanged(
  makeEvent: MakeEvent,
  { userId, name, username, timeZone, locale }: Profile,
): FlorinEvent {
  return makeEvent('users.profile-changed.v1', userId, { userId, name, username, timeZone, locale });
}
