import type { UseCases } from '../../app/index.ts';
import type { EventOf } from './consumers.ts';

export async function onContactChanged(
  { followAuth }: UseCases,
  { data }: EventOf<'auth.contact-changed.v1'>,
): Promise<void> {
  const { userId, name, username, email, changedAt } = data;
  await followAuth.contactChanged(userId, { name, username, email, changedAt: new Date(changedAt) });
}
