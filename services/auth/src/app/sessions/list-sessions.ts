import type { Session } from '../../domain/session.ts';
import type { Deps } from '../index.ts';
import type { Caller } from './caller.ts';

/** The caller's living sessions, last used first. */
export function listSessions(deps: Pick<Deps, 'clock' | 'db' | 'sessions'>, { userId }: Caller): Promise<Session[]> {
  return deps.sessions.liveOf(deps.db, userId, deps.clock());
}
