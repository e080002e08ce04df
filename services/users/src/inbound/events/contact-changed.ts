import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

export const onContactChanged: EventHandler<'auth.contact-changed.v1', UseCases> = async (
  { applyContact },
  { data },
) => {
  const { userId, name, username, email, changedAt } = data;
  await applyContact({ userId, contact: { name, username, email, changedAt: new Date(changedAt) } });
};
