import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

export const onUserRegistered: EventHandler<'auth.user-registered.v1', UseCases> = async (
  { registerPerson },
  { data },
) => {
  const { userId, name, username, email, timeZone, locale, registeredAt } = data;
  await registerPerson({ userId, name, username, email, timeZone, locale, registeredAt: new Date(registeredAt) });
};
