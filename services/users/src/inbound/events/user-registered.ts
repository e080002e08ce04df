import type { UseCases } from '../../app/index.ts';
import type { EventOf } from './consumers.ts';

export async function onUserRegistered(
  { followAuth }: UseCases,
  { data }: EventOf<'auth.user-registered.v1'>,
): Promise<void> {
  const { userId, name, username, email, timeZone, locale, registeredAt } = data;
  await followAuth.registered({
    userId,
    name,
    username,
    email,
    timeZone,
    locale,
    registeredAt: new Date(registeredAt),
  });
}
