import { FlorinError, notFound } from '@florin/errors';
import type { Session } from '../../domain/session.ts';
import { STEP_UP_MS, isLive } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import type { App } from '../ports.ts';
import type { EndReason } from './end-sessions.ts';
import { endAllSessions, endSessions } from './end-sessions.ts';

export interface Caller {
  userId: string;
  sessionId: string;
  ip: string;
}

/** Ends the caller's own session. Doing so twice is no error. */
export async function signOut(app: App, { userId, sessionId, ip }: Caller): Promise<void> {
  await endOne(app, { userId, id: sessionId, ip, reason: 'signed-out' });
}

/** The caller's living sessions, last used first. */
export async function listSessions(app: App, { userId }: Caller): Promise<Session[]> {
  return app.stores.sessions.liveOf(app.db, userId, app.clock());
}

/** Ends one session of the caller (ASVS 5 7.5.2: by a fresh sign-in). Throws STEP_UP_REQUIRED, NOT_FOUND when it is not theirs or has ended. */
export async function revokeSession(app: App, caller: Caller, id: string): Promise<void> {
  await freshCallerOf(app, caller);
  const { userId, ip } = caller;
  if (!(await endOne(app, { userId, id, ip, reason: 'revoked' }))) throw notFound('Session');
}

/** Ends every session of the caller but this one; answers how many. Throws STEP_UP_REQUIRED. */
export async function revokeOtherSessions(app: App, caller: Caller): Promise<number> {
  await freshCallerOf(app, caller);
  const { userId, sessionId, ip } = caller;
  return app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, userId);
    const ended = await endAllSessions(app, unit, { userId, reason: 'revoked', except: sessionId });
    await audit(app, unit, { userId, type: 'session-revoked', ip, sessionId, detail: { sessions: ended.length } });
    return ended.length;
  });
}

/** Support ends every session of a person (ASVS 5 7.4.5); answers how many. */
export async function revokeSessionsOf(app: App, userId: string, by: string): Promise<number> {
  return app.unit(async (unit) => {
    const user = await app.stores.users.lock(unit.trx, userId);
    if (!user) throw notFound('User');
    const ended = await endAllSessions(app, unit, { userId, reason: 'revoked' });
    await audit(app, unit, { userId, type: 'session-revoked', detail: { sessions: ended.length, by } });
    return ended.length;
  });
}

async function endOne(
  app: App,
  { userId, id, ip, reason }: { userId: string; id: string; ip: string; reason: EndReason },
): Promise<boolean> {
  return app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, userId);
    const [ended] = await endSessions(app, unit, { userId, ids: [id], reason });
    if (!ended) return false;
    const type = reason === 'signed-out' ? 'signed-out' : 'session-revoked';
    await audit(app, unit, { userId, type, ip, sessionId: id, detail: { device: ended.deviceName } });
    return true;
  });
}

/** The caller's session and account, both living. Throws SESSION_REVOKED. */
export async function callerOf(app: App, { userId, sessionId }: Caller): Promise<{ user: User; session: Session }> {
  const session = await app.stores.sessions.byId(app.db, sessionId);
  const user = await app.stores.users.find(app.db, { kind: 'id', value: userId });
  if (session?.userId !== userId || !isLive(session, app.clock()) || user?.status !== 'active') {
    throw new FlorinError('SESSION_REVOKED', 'The session has ended; sign in again');
  }
  return { user, session };
}

/** As `callerOf`, for changes that a stolen session must not make: throws STEP_UP_REQUIRED unless the sign-in is fresh (ASVS 5 7.5.1). */
export async function freshCallerOf(app: App, caller: Caller): Promise<{ user: User; session: Session }> {
  const found = await callerOf(app, caller);
  if (app.clock().getTime() - found.session.authTime.getTime() > STEP_UP_MS) {
    throw new FlorinError('STEP_UP_REQUIRED', 'Prove again who you are: POST /v1/auth/step-up');
  }
  return found;
}
