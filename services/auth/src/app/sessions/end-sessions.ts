import { tokensLiveUntil, type Session } from '../../domain/session.ts';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Why a session ended, as the event and the device list tell it. */
export type EndReason =
  | 'signed-out'
  | 'revoked'
  | 'refresh-reused'
  | 'password-changed'
  | 'password-reset'
  | 'contact-restored'
  | 'handed-over'
  | 'roles-changed'
  | 'frozen'
  | 'terminated'
  | 'too-many-sessions';

/**
 * Ends sessions of one person by id. Each ends by an event of its own, so that a gateway compares ids and never times.
 * Answers those that were living.
 */
export async function endSessions(
  deps: Deps,
  tx: Tx,
  { userId, ids, reason }: { userId: string; ids: readonly string[]; reason: EndReason },
): Promise<Session[]> {
  const now = deps.clock();
  const ended = await deps.sessions.end(tx, { userId, ids, reason, now });
  await deps.revocations.insert(
    tx,
    ended.map((session) => ({
      sessionId: session.id,
      userId,
      revokedAt: now,
      neededUntil: tokensLiveUntil(session, now),
    })),
  );
  for (const session of ended) {
    tx.emit('auth.session-revoked.v1', { userId, sessionId: session.id, reason, revokedAt: now.toISOString() });
    if (session.pushToken !== null) {
      const { id: deviceId, platform } = session;
      tx.emit('auth.push-token-changed.v1', { userId, deviceId, platform, pushToken: null });
    }
  }
  return ended;
}

/** Ends every session of a person, but for `except`. */
export async function endAllSessions(
  deps: Deps,
  tx: Tx,
  { userId, reason, except }: { userId: string; reason: EndReason; except?: string | undefined },
): Promise<Session[]> {
  const live = await deps.sessions.liveOf(tx, userId, deps.clock());
  const ids = live.map(({ id }) => id).filter((id) => id !== except);
  return endSessions(deps, tx, { userId, ids, reason });
}

export async function endOne(
  deps: Deps,
  { userId, id, ip, reason }: { userId: string; id: string; ip: string; reason: EndReason },
): Promise<boolean> {
  return deps.transact(async (tx) => {
    await deps.users.lock(tx, userId);
    const [ended] = await endSessions(deps, tx, { userId, ids: [id], reason });
    if (!ended) return false;
    const type = reason === 'signed-out' ? 'signed-out' : 'session-revoked';
    await audit(deps, tx, { userId, type, ip, sessionId: id, detail: { device: ended.deviceName } });
    return true;
  });
}
