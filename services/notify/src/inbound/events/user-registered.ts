import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

export const onUserRegistered: EventHandler<'auth.user-registered.v1', UseCases> = async (
  { welcomePerson },
  { id, data },
) => {
  const { userId, name, email, mobile, registeredAt } = data;
  await welcomePerson({ key: id, facts: { userId, name, email, mobile, at: new Date(registeredAt) } });
};
