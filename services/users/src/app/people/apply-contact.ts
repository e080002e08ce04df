import { FlorinError } from '@florin/errors';
import { profileChanged } from './change-profile.ts';
import { ensureProfiles } from './ensure-profiles.ts';
import type { Contact } from './ports.ts';
import type { Deps } from '../index.ts';

/** Takes over a name, username or address that changed in auth, unless something later is known. Throws UNAVAILABLE. */
export async function applyContact(
  deps: Deps,
  { userId, contact }: { userId: string; contact: Contact },
): Promise<void> {
  const { profiles, makeEvent, nudge } = deps;
  const apply = () => profiles.applyContact(userId, contact, (after) => profileChanged(makeEvent, after));
  let applied = await apply();
  if (!applied) {
    // the registration event is late: make the profile of what auth knows, then see whether this is news
    await ensureProfiles(deps, [userId]);
    applied = await apply();
  }
  if (!applied) throw new FlorinError('UNAVAILABLE', 'auth does not know the user yet');
  nudge();
}
