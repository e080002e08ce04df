import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import { freshCallerOf, type Caller } from './caller.ts';
import { endAllSessions } from './end-sessions.ts';

/** Ends every session of the caller but this one; answers how many. Throws STEP_UP_REQUIRED. */
export async function revokeOtherSessions(deps: Deps, caller: Caller): Promise<number> {
  await freshCallerOf(deps, caller);
  const { userId, sessionId, ip } = caller;
  return deps.transact(async (tx) => {
    await deps.users.lock(tx, userId);
    const ended = await endAllSessions(deps, tx, { userId, reason: 'revoked', except: sessionId });
    await audit(deps, tx, { userId, type: 'session-revoked', ip, sessionId, detail: { sessions: ended.length } });
    return ended.length;
  });
}
