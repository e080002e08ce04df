import type { Caller } from './caller.ts';
import { endOne, type EndSessionsNeeds } from './end-sessions.ts';

/** Ends the caller's own session. Doing so twice is no error. */
export async function signOut(deps: EndSessionsNeeds, { userId, sessionId, ip }: Caller): Promise<void> {
  await endOne(deps, { userId, id: sessionId, ip, reason: 'signed-out' });
}
