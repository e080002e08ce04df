import type { UseCases } from '../../app/index.ts';
import { securityNotice } from '../../templates/account.ts';
import type { EventOf } from './event-of.ts';

export async function onSecurityChanged(
  { announce, unsealLink, publicUrl }: UseCases,
  { id, data }: EventOf<'auth.security-changed.v1'>,
): Promise<void> {
  const { userId, what, detail, alsoTo, sealedLink, occurredAt } = data;
  const link = sealedLink === null ? null : new URL(unsealLink(sealedLink), publicUrl).href;
  const notice = securityNotice({ what, detail, link });
  await announce({ key: id, userId, notice, at: new Date(occurredAt), alsoTo, emailTo: 'unverified' });
}
