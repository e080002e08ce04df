import type { Caller } from './caller.ts';
import { endOne } from './end-sessions.ts';
import type { Deps } from '../index.ts';

/** Ends the caller's own session. Doing so twice is no error. */
export async function signOut(deps: Deps, { userId, sessionId, ip }: Caller): Promise<void> {
  await endOne(deps, { userId, id: sessionId, ip, reason: 'signed-out' });
}
