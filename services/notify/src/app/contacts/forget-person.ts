import type { Deps } from '../index.ts';

type Needs = Pick<Deps, 'contacts' | 'messages' | 'notifications' | 'preferences'>;

/** Deletes what is held of a person who left at that time: contact, waiting messages, inbox and preferences. */
export async function forgetPerson(
  { contacts, messages, notifications, preferences }: Needs,
  { userId, at }: { userId: string; at: Date },
): Promise<void> {
  await contacts.terminate(userId, at);
  await messages.forget(userId);
  await notifications.forget(userId);
  await preferences.forget(userId);
}
