import type { Deps } from '../index.ts';

const CONSUMER = 'auth.profiles';

export interface ProfileChange {
  /** of the event that told of the change */
  eventId: string;
  userId: string;
  name: string;
  timeZone: string | null;
  locale: string | null;
}

/** Takes over what a person changed in their profile. It is the users service's to tell the others, so nothing is emitted. */
export async function syncProfile(
  deps: Pick<Deps, 'clock' | 'oncePerEvent' | 'users'>,
  change: ProfileChange,
): Promise<void> {
  await deps.oncePerEvent(CONSUMER, change.eventId, async (tx) => {
    const user = await deps.users.lock(tx, change.userId);
    if (user?.status !== 'active' && user?.status !== 'frozen') return;
    const { name, timeZone, locale } = change;
    await deps.users.update(tx, user.id, { name, timeZone, locale, updatedAt: deps.clock() });
  });
}
