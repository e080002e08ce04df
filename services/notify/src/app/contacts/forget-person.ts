import type { Deps } from '../index.ts';

type Needs = Pick<Deps, 'contacts' | 'messages' | 'notifications' | 'preferences' | 'gathered'>;

/** Deletes what is held of a person who left at that time: contact, waiting messages and news, inbox and preferences. */
export async function forgetPerson(
  { contacts, messages, notifications, preferences, gathered }: Needs,
  { userId, at }: { userId: string; at: Date },
): Promise<void> {
  await contacts.terminate(userId, at);
  await messages.forget(userId);
  await notifications.forget(userId);
  await preferences.forget(userId);
  await gathered.forget(userId);
}
