import { notFound } from '@florin/errors';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import { endAllSessions } from './end-sessions.ts';

/** Support ends every session of a person (ASVS 5 7.4.5); answers how many. */
export async function revokeUserSessions(deps: Deps, userId: string, by: string): Promise<number> {
  return deps.transact(async (tx) => {
    const user = await deps.users.lock(tx, userId);
    if (!user) throw notFound('User');
    const ended = await endAllSessions(deps, tx, { userId, reason: 'revoked' });
    await audit(deps, tx, { userId, type: 'session-revoked', detail: { sessions: ended.length, by } });
    return ended.length;
  });
}
