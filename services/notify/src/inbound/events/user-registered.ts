import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onUserRegistered(
  { welcomePerson }: UseCases,
  { id, data }: FlorinEvent<'auth.user-registered.v1'>,
): Promise<void> {
  const { userId, name, email, mobile, registeredAt } = data;
  await welcomePerson({ key: id, facts: { userId, name, email, mobile, at: new Date(registeredAt) } });
}
