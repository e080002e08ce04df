import { FlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';

export type LinkKind = 'freeze' | 'undo-contact';

/** What a link from a notice would do. Looking changes nothing: mail programs look at links on their own. Throws NOT_FOUND. */
export async function readLink(
  deps: Pick<Deps, 'actionLinks' | 'clock' | 'db' | 'secrets'>,
  token: string,
): Promise<LinkKind> {
  const link = await deps.actionLinks.find(deps.db, deps.secrets.hashToken(token));
  if (!link || link.usedAt !== null || link.expiresAt <= deps.clock()) throw gone();
  return link.kind;
}

export function gone(): FlorinError {
  return new FlorinError('NOT_FOUND', 'This link was used, has expired, or never was');
}
