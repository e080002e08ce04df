import { newId } from '@florin/service-kit';
import { deviceName } from '../../domain/device-name.ts';
import { areaOf } from '../../domain/ip.ts';
import type { Session, SessionSpec } from '../../domain/session.ts';
import { ACCESS_SECONDS, MOST_SESSIONS, lifetimes } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { deviceKeys } from '../abuse/devices.ts';
import { notice } from '../abuse/notice.ts';
import type { App, Unit } from '../ports.ts';
import { endSessions } from './end-sessions.ts';

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
  app: App,
  unit: Unit,
  { user, spec, amr }: { user: User; spec: SessionSpec; amr: string[] },
): Promise<Opened> {
  const now = app.clock();
  const { device } = spec;
  const opaqueToken = spec.kind === 'opaque' ? app.secrets.newToken() : null;
  const keys = deviceKeys(app, device);
  const session = newSession(app, { user, spec, amr, now, opaqueToken, deviceKey: keys.device });
  const lanes = keys.lanes.filter((key) => !key.equals(keys.device));
  // sent one behind the other, answered together
  const [, known, oldest] = await Promise.all([
    app.stores.sessions.insert(unit.trx, session),
    app.stores.knownDevices.remember(unit.trx, user.id, [keys.device, ...lanes], now),
    app.stores.sessions.beyond(unit.trx, user.id, MOST_SESSIONS),
    audit(app, unit, {
      userId: user.id,
      type: 'signed-in',
      ip: device.ip,
      sessionId: session.id,
      detail: { device: session.deviceName, via: spec.via, how: amr.join(' ') },
    }),
  ]);
  if (device.pushToken !== undefined && device.pushToken !== '') emitPushToken(unit, session);
  if (known.any && !known.first) await tellNewDevice(app, unit, session);
  if (oldest.length > 0) {
    await endSessions(app, unit, { userId: user.id, ids: oldest, reason: 'too-many-sessions' });
  }
  return { user, session, opaqueToken, ...(await tokensOf(app, user, session)) };
}

/** The tokens of a session as it is now: a new access token, and the living refresh token or that of `generation`. */
export async function tokensOf(
  app: App,
  user: User,
  session: Session,
  generation = session.generation,
): Promise<Pick<Opened, 'accessToken' | 'expiresIn' | 'refreshToken'>> {
  const left = Math.floor((session.expiresAt.getTime() - app.clock().getTime()) / 1000);
  if (session.kind === 'opaque') return { accessToken: null, expiresIn: left, refreshToken: null };
  const expiresIn = session.kind === 'refresh' ? Math.min(ACCESS_SECONDS, Math.max(1, left)) : left;
  const accessToken = await app.keys.sign(
    {
      sub: user.id,
      sid: session.id,
      amr: session.amr,
      auth_time: Math.floor(session.authTime.getTime() / 1000),
      roles: user.roles,
      email_verified: user.emailVerifiedAt !== null,
    },
    expiresIn,
  );
  const refreshToken =
    session.kind === 'refresh' ? app.secrets.refreshToken(session.id, generation, session.tokenSalt) : null;
  return { accessToken, expiresIn, refreshToken };
}

interface NewSession {
  user: User;
  spec: SessionSpec;
  amr: string[];
  now: Date;
  opaqueToken: string | null;
  deviceKey: Buffer;
}

function newSession(app: App, { user, spec, amr, now, opaqueToken, deviceKey }: NewSession): Session {
  const { idle, absolute } = lifetimes(spec);
  const { device } = spec;
  return {
    id: newId(),
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
    tokenSalt: app.secrets.newSalt(),
    opaqueHash: opaqueToken === null ? null : app.secrets.hashToken(opaqueToken),
    platform: device.platform ?? 'unknown',
    deviceName: deviceName(device.userAgent, device.platform),
    deviceKey,
    ipArea: areaOf(device.ip),
    pushToken: device.pushToken ?? null,
    revokedAt: null,
    revokeReason: null,
  };
}

function emitPushToken(unit: Unit, { userId, id, platform, pushToken }: Session): void {
  unit.emit('auth.push-token-changed.v1', { userId, deviceId: id, platform, pushToken });
}

async function tellNewDevice(app: App, unit: Unit, { userId, deviceName, ipArea }: Session): Promise<void> {
  await notice(app, unit, {
    userId,
    what: 'new-device',
    detail: `Your account was used on ${deviceName} near ${ipArea}.`,
  });
}
