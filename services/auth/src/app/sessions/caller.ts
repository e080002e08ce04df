import { FlorinError } from '@florin/errors';
import { STEP_UP_MS, isLive } from '../../domain/session.ts';
import type { Session } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';

export type CallerNeeds = Pick<Deps, 'clock' | 'db' | 'sessions' | 'users'>;

export interface Caller {
  userId: string;
  sessionId: string;
  ip: string;
}

/** The caller's session and account, both living. Throws SESSION_REVOKED. */
export async function callerOf(
  deps: CallerNeeds,
  { userId, sessionId }: Caller,
): Promise<{ user: User; session: Session }> {
  const session = await deps.sessions.byId(deps.db, sessionId);
  const user = await deps.users.find(deps.db, { kind: 'id', value: userId });
  if (session?.userId !== userId || !isLive(session, deps.clock()) || user?.status !== 'active') {
    throw new FlorinError('SESSION_REVOKED', 'The session has ended; sign in again');
  }
  return { user, session };
}

/** As `callerOf`, for changes that a stolen session must not make: throws STEP_UP_REQUIRED unless the sign-in is fresh (ASVS 5 7.5.1). */
export async function freshCallerOf(deps: CallerNeeds, caller: Caller): Promise<{ user: User; session: Session }> {
  const found = await callerOf(deps, caller);
  if (deps.clock().getTime() - found.session.authTime.getTime() > STEP_UP_MS) {
    throw new FlorinError('STEP_UP_REQUIRED', 'Prove again who you are: POST /v1/auth/step-up');
  }
  return found;
}
