import { timingSafeEqual } from 'node:crypto';
import { FlorinError } from '@florin/errors';
import { decideRefresh } from '../../domain/refresh.ts';
import type { Session } from '../../domain/session.ts';
import { isLive } from '../../domain/session.ts';
import { areaOf } from '../../domain/ip.ts';
import { audit } from '../abuse/audit.ts';
import { notice } from '../abuse/notice.ts';
import type { App } from '../ports.ts';
import { endSessions } from './end-sessions.ts';
import type { Opened } from './open-session.ts';
import { tokensOf } from './open-session.ts';

const MOST_RACES = 5;

/**
 * Changes a refresh token for its successor. Of many callers at once one rotates and all get the same successor; so
 * does a retry within 20 s. Any older token was stolen: the session ends and the person is told. Throws
 * UNAUTHENTICATED or SESSION_REVOKED.
 */
export async function refresh(app: App, { token, ip }: { token: string; ip: string }): Promise<Opened> {
  const parsed = app.secrets.parseRefreshToken(token);
  if (!parsed) throw refused();
  for (let race = 0; race < MOST_RACES; race += 1) {
    const session = await app.stores.sessions.byId(app.db, parsed.sessionId);
    const now = app.clock();
    if (!session || !isTheirs(app, session, parsed)) throw refused();
    if (session.revokedAt !== null) throw new FlorinError('SESSION_REVOKED', 'The session has ended; sign in again');
    if (!isLive(session, now)) throw refused();
    const decision = decideRefresh(session, parsed.generation, now);
    if (decision.kind === 'reuse') return endStolen(app, session, ip);
    if (decision.kind === 'replay') return answer(app, session, decision.generation);
    const { id, generation } = session;
    if (await app.stores.sessions.rotate(app.db, { id, generation, now, ipArea: areaOf(ip) })) {
      return answer(app, { ...session, generation: generation + 1, lastUsedAt: now }, generation + 1);
    }
  }
  throw new FlorinError('UNAVAILABLE', 'The session is busy', { retryAfterSeconds: 1 });
}

function isTheirs(app: App, session: Session, { generation, mac }: { generation: number; mac: Buffer }): boolean {
  const ours = app.secrets.refreshMac(session.id, generation, session.tokenSalt);
  return session.kind === 'refresh' && timingSafeEqual(ours, mac);
}

async function answer(app: App, session: Session, generation: number): Promise<Opened> {
  const user = await app.stores.users.find(app.db, { kind: 'id', value: session.userId });
  if (user?.status !== 'active') throw refused();
  return { user, session, opaqueToken: null, ...(await tokensOf(app, user, session, generation)) };
}

async function endStolen(app: App, { id, userId, deviceName }: Session, ip: string): Promise<never> {
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, userId);
    const ended = await endSessions(app, unit, { userId, ids: [id], reason: 'refresh-reused' });
    if (ended.length === 0) return;
    await audit(app, unit, { userId, type: 'refresh-reused', ip, sessionId: id, detail: { device: deviceName } });
    const detail = `An old sign-in key of ${deviceName} was used again, so that sign-in was ended.`;
    await notice(app, unit, { userId, what: 'refresh-reused', detail });
  });
  throw new FlorinError('SESSION_REVOKED', 'The session has ended; sign in again');
}

function refused(): FlorinError {
  return new FlorinError('UNAUTHENTICATED', 'The refresh token is not valid');
}
