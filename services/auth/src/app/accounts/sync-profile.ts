import type { App } from '../ports.ts';

export interface ProfileChange {
  userId: string;
  name: string;
  timeZone: string | null;
  locale: string | null;
}

/** Takes over what a person changed in their profile. It is the users service's to tell the others, so nothing is emitted. */
export async function syncProfile(app: App, db: App['db'], change: ProfileChange): Promise<void> {
  const user = await app.stores.users.lock(db, change.userId);
  if (user?.status !== 'active' && user?.status !== 'frozen') return;
  const { name, timeZone, locale } = change;
  await app.stores.users.update(db, user.id, { name, timeZone, locale, updatedAt: app.clock() });
}
