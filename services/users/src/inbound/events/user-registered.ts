import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onUserRegistered(
  { registerPerson }: UseCases,
  { data }: FlorinEvent<'auth.user-registered.v1'>,
): Promise<void> {
  const { userId, name, username, email, timeZone, locale, registeredAt } = data;
  await registerPerson({ userId, name, username, email, timeZone, locale, registeredAt: new Date(registeredAt) });
}
