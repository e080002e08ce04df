import type { FlorinEvent } from '@florin/contracts';
import type { MakeEvent } from '@florin/messaging';
import type { Profile } from '../../domain/profile.ts';

/** The event that tells of a changed profile. */
export function profileChanged(
  makeEvent: MakeEvent,
  { userId, name, username, timeZone, locale }: Profile,
): FlorinEvent {
  return makeEvent('users.profile-changed.v1', userId, { userId, name, username, timeZone, locale });
}
