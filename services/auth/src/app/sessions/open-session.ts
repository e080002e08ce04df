import { deviceName } from '../../domain/device-name.ts';
import { areaOf } from '../../domain/ip.ts';
import { MAX_SESSIONS, lifetimes, type Session, type SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import { deviceKeys } from '../devices/device-keys.ts';
import type { Deps } from '../index.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';
import { endSessions } from './end-sessions.ts';
import { tokensOf } from './session-tokens.ts';

export interface Opened {
  user: User;
  session: Session;
  /** null of an opaque session */
  accessToken: string | null;
  /** seconds the access token, or the opaque session, lives */
  expiresIn: number;
  /** of a refresh session */
  refreshToken: string | null;
  /** of an opaque session */
  opaqueToken: string | null;
}

/**
 * Signs a person in: the one place where sessions begin. Remembers the device, tells of a new one, and ends the oldest
 * session beyond the most a person may have. `amr` says how the person proved who they are (RFC 8176).
 */
export async function openSession(
  deps: Deps,
  tx: Tx,
  { user, spec, amr }: { user: User; spec: SessionSpec; amr: string[] },
): Promise<Opened> {
  const now = deps.clock();
  const { device } = spec;
  const opaqueToken = spec.kind === 'opaque' ? deps.secrets.newToken() : null;
  const keys = deviceKeys(deps, device);
  const session = newSession(deps, { user, spec, amr, now, opaqueToken, deviceKey: keys.device });
  const others = keys.known.filter((key) => !key.equals(keys.device));
  // sent one behind the other, answered together
  const [, known, oldest] = await Promise.all([
    deps.sessions.insert(tx, session),
    deps.knownDevices.remember(tx, user.id, [keys.device, ...others], now),
    deps.sessions.beyond(tx, user.id, MAX_SESSIONS),
    audit(deps, tx, {
      userId: user.id,
      type: 'signed-in',
      ip: device.ip,
      sessionId: session.id,
      detail: { device: session.deviceName, via: spec.via, how: amr.join(' ') },
    }),
  ]);
  if (device.pushToken !== undefined && device.pushToken !== '') emitPushToken(tx, session);
  if (known.any && !known.first) await tellNewDevice(deps, tx, session);
  if (oldest.length > 0) {
    await endSessions(deps, tx, { userId: user.id, ids: oldest, reason: 'too-many-sessions' });
  }
  return { user, session, opaqueToken, ...(await tokensOf(deps, user, session)) };
}

interface NewSession {
  user: User;
  spec: SessionSpec;
  amr: string[];
  now: Date;
  opaqueToken: string | null;
  deviceKey: Buffer;
}

function newSession(deps: Deps, { user, spec, amr, now, opaqueToken, deviceKey }: NewSession): Session {
  const { idle, absolute } = lifetimes(spec);
  const { device } = spec;
  return {
    id: deps.newId(),
    userId: user.id,
    kind: spec.kind,
    via: spec.via,
    amr,
    authTime: now,
    createdAt: now,
    lastUsedAt: now,
    idleSeconds: idle,
    idleExpiresAt: new Date(now.getTime() + idle * 1000),
    expiresAt: new Date(now.getTime() + absolute * 1000),
    generation: 0,
    rotations: [],
    tokenSalt: deps.secrets.newSalt(),
    opaqueHash: opaqueToken === null ? null : deps.secrets.hashToken(opaqueToken),
    platform: device.platform ?? 'unknown',
    deviceName: deviceName(device.userAgent, device.platform),
    deviceKey,
    ipArea: areaOf(device.ip),
    pushToken: device.pushToken ?? null,
    revokedAt: null,
    revokeReason: null,
  };
}

function emitPushToken(tx: Tx, { userId, id, platform, pushToken }: Session): void {
  tx.emit('auth.push-token-changed.v1', { userId, deviceId: id, platform, pushToken });
}

async function tellNewDevice(deps: Deps, tx: Tx, { userId, deviceName, ipArea }: Session): Promise<void> {
  await sendNotice(deps, tx, {
    userId,
    what: 'new-device',
    detail: `Your account was used on ${deviceName} near ${ipArea}.`,
  });
}
