import { tokensLiveUntil } from '../../domain/session.ts';
import type { Session } from '../../domain/session.ts';
import type { App, Unit } from '../ports.ts';

/** Why a session ended, as the event and the device list tell it. */
export type EndReason =
  | 'signed-out'
  | 'revoked'
  | 'refresh-reused'
  | 'password-changed'
  | 'password-reset'
  | 'contact-restored'
  | 'roles-changed'
  | 'frozen'
  | 'terminated'
  | 'too-many-sessions';

/**
 * Ends sessions of one person by id. Each ends by an event of its own, so that a gateway compares ids and never times.
 * Answers those that were living.
 */
export async function endSessions(
  app: App,
  unit: Unit,
  { userId, ids, reason }: { userId: string; ids: readonly string[]; reason: EndReason },
): Promise<Session[]> {
  const now = app.clock();
  const ended = await app.stores.sessions.end(unit.trx, { userId, ids, reason, now });
  await app.stores.revocations.insert(
    unit.trx,
    ended.map((session) => ({
      sessionId: session.id,
      userId,
      revokedAt: now,
      neededUntil: tokensLiveUntil(session, now),
    })),
  );
  for (const session of ended) {
    unit.emit('auth.session-revoked.v1', { userId, sessionId: session.id, reason, revokedAt: now.toISOString() });
    if (session.pushToken !== null) {
      const { id: deviceId, platform } = session;
      unit.emit('auth.push-token-changed.v1', { userId, deviceId, platform, pushToken: null });
    }
  }
  return ended;
}

/** Ends every session of a person, but for `except`. */
export async function endAllSessions(
  app: App,
  unit: Unit,
  { userId, reason, except }: { userId: string; reason: EndReason; except?: string | undefined },
): Promise<Session[]> {
  const live = await app.stores.sessions.liveOf(unit.trx, userId, app.clock());
  const ids = live.map(({ id }) => id).filter((id) => id !== except);
  return endSessions(app, unit, { userId, ids, reason });
}
