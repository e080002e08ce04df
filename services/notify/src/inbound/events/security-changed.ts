import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

export const onSecurityChanged: EventHandler<'auth.security-changed.v1', UseCases> = async (
  { announceSecurityChange },
  { id, data },
) => {
  const { userId, what, detail, alsoTo, sealedLink, occurredAt } = data;
  await announceSecurityChange({ key: id, userId, at: new Date(occurredAt), alsoTo, what, detail, sealedLink });
};
