import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onContactChanged(
  { applyContact }: UseCases,
  { data }: FlorinEvent<'auth.contact-changed.v1'>,
): Promise<void> {
  const { userId, name, username, email, changedAt } = data;
  await applyContact({ userId, contact: { name, username, email, changedAt: new Date(changedAt) } });
}
