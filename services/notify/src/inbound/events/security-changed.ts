import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onSecurityChanged(
  { announceSecurityChange }: UseCases,
  { id, data }: FlorinEvent<'auth.security-changed.v1'>,
): Promise<void> {
  const { userId, what, detail, alsoTo, sealedLink, occurredAt } = data;
  await announceSecurityChange({ key: id, userId, at: new Date(occurredAt), alsoTo, what, detail, sealedLink });
}
