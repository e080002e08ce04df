import { FlorinError } from '@florin/errors';
import { STEP_UP_MS, isLive, type Session } from '../../domain/session.ts';
import { isVerified, type User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Tx, Db } from '../ports.ts';

export interface Caller {
  userId: string;
  sessionId: string;
  ip: string;
}

/** The caller's session and account, both living. Throws SESSION_REVOKED. */
export async function callerOf(
  deps: Deps,
  caller: Caller,
  db: Db = deps.db,
): Promise<{ user: User; session: Session }> {
  const user = await deps.users.find(db, { kind: 'id', value: caller.userId });
  return living(deps, caller, user, db);
}

/** As `callerOf`, with the account's row locked. */
export async function lockCaller(deps: Deps, tx: Tx, caller: Caller): Promise<{ user: User; session: Session }> {
  return living(deps, caller, await deps.users.lock(tx, caller.userId), tx);
}

async function living(deps: Deps, { userId, sessionId }: Caller, user: User | undefined, db: Db) {
  const session = await deps.sessions.byId(db, sessionId);
  if (session?.userId !== userId || !isLive(session, deps.clock()) || user?.status !== 'active') {
    throw new FlorinError('SESSION_REVOKED', 'The session has ended; sign in again');
  }
  return { user, session };
}

/** As `callerOf`, for changes that a stolen session must not make: throws STEP_UP_REQUIRED unless the sign-in is fresh (ASVS 5 7.5.1). */
export async function freshCallerOf(deps: Deps, caller: Caller): Promise<{ user: User; session: Session }> {
  const found = await callerOf(deps, caller);
  requireFresh(deps, found.session);
  return found;
}

export function requireFresh({ clock }: Pick<Deps, 'clock'>, { authTime }: Session): void {
  if (clock().getTime() - authTime.getTime() <= STEP_UP_MS) return;
  throw new FlorinError('STEP_UP_REQUIRED', 'Prove again who you are: POST /v1/auth/step-up');
}

/** As `freshCallerOf`, for what an account may do once it has a proven contact. Throws EMAIL_NOT_VERIFIED. */
export async function provenCallerOf(deps: Deps, caller: Caller): Promise<{ user: User; session: Session }> {
  const found = await freshCallerOf(deps, caller);
  requireProven(found.user);
  return found;
}

/** An account that nobody has proven may belong to anybody: it enrols no factor. Throws EMAIL_NOT_VERIFIED. */
export function requireProven(user: User): void {
  if (!isVerified(user))
    throw new FlorinError('EMAIL_NOT_VERIFIED', 'Verify your e-mail address or mobile number first');
}
