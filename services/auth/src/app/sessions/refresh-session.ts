import { timingSafeEqual } from 'node:crypto';
import { FlorinError } from '@florin/errors';
import { areaOf } from '../../domain/ip.ts';
import { decideRefresh } from '../../domain/refresh.ts';
import { isLive, type Session } from '../../domain/session.ts';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import { sendNotice } from '../notices/send-notice.ts';
import { endSessions } from './end-sessions.ts';
import type { Opened } from './open-session.ts';
import { tokensOf } from './session-tokens.ts';

const MAX_RACES = 5;

/**
 * Changes a refresh token for its successor. Of many callers at once one rotates and all get the same successor; so
 * does a retry within 20 s. Any older token was stolen: the session ends and the person is told. Throws
 * UNAUTHENTICATED or SESSION_REVOKED.
 */
export async function refreshSession(deps: Deps, { token, ip }: { token: string; ip: string }): Promise<Opened> {
  const parsed = deps.secrets.parseRefreshToken(token);
  if (!parsed) throw refused();
  for (let race = 0; race < MAX_RACES; race += 1) {
    const session = await deps.sessions.byId(deps.db, parsed.sessionId);
    const now = deps.clock();
    if (!session || !isTheirs(deps, session, parsed)) throw refused();
    if (session.revokedAt !== null) throw new FlorinError('SESSION_REVOKED', 'The session has ended; sign in again');
    if (!isLive(session, now)) throw refused();
    const decision = decideRefresh(session, parsed.generation, now);
    if (decision.kind === 'reuse') return endStolen(deps, session, ip);
    if (decision.kind === 'replay') return answer(deps, session, decision.generation);
    const { id, generation } = session;
    if (await deps.sessions.rotate(deps.db, { id, generation, now, ipArea: areaOf(ip) })) {
      return answer(deps, { ...session, generation: generation + 1, lastUsedAt: now }, generation + 1);
    }
  }
  throw new FlorinError('UNAVAILABLE', 'The session is busy', { retryAfterSeconds: 1 });
}

function isTheirs(deps: Deps, session: Session, { generation, mac }: { generation: number; mac: Buffer }): boolean {
  const ours = deps.secrets.refreshMac(session.id, generation, session.tokenSalt);
  return session.kind === 'refresh' && timingSafeEqual(ours, mac);
}

async function answer(deps: Deps, session: Session, generation: number): Promise<Opened> {
  const user = await deps.users.find(deps.db, { kind: 'id', value: session.userId });
  if (user?.status !== 'active') throw refused();
  return { user, session, opaqueToken: null, ...(await tokensOf(deps, user, session, generation)) };
}

async function endStolen(deps: Deps, { id, userId, deviceName }: Session, ip: string): Promise<never> {
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, userId);
    const ended = await endSessions(deps, tx, { userId, ids: [id], reason: 'refresh-reused' });
    if (ended.length === 0) return;
    await audit(deps, tx, { userId, type: 'refresh-reused', ip, sessionId: id, detail: { device: deviceName } });
    const detail = `An old sign-in key of ${deviceName} was used again, so that sign-in was ended.`;
    await sendNotice(deps, tx, { userId, what: 'refresh-reused', detail });
  });
  throw new FlorinError('SESSION_REVOKED', 'The session has ended; sign in again');
}

function refused(): FlorinError {
  return new FlorinError('UNAUTHENTICATED', 'The refresh token is not valid');
}
