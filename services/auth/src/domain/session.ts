export const ACCESS_SECONDS = 600;
const DAY_SECONDS = 86_400;
const REMEMBERED = { idle: 30 * DAY_SECONDS, absolute: 90 * DAY_SECONDS };
const NOT_REMEMBERED = { idle: DAY_SECONDS, absolute: DAY_SECONDS };
/** Sign-ins of one person that may live at once; the oldest ends when one more comes. */
export const MAX_SESSIONS = 200;
/** A sign-in is fresh enough to change a factor for this long (ASVS 5 7.5). */
export const STEP_UP_MS = 10 * 60_000;
export const MAX_TOKEN_SECONDS = 366 * DAY_SECONDS;

/** `refresh`: short access tokens and a rotating refresh token; `token`: one long JWT; `opaque`: a cookie looked up here. */
export type SessionKind = 'refresh' | 'token' | 'opaque';

export interface Session {
  id: string;
  userId: string;
  kind: SessionKind;
  via: string;
  /** RFC 8176 */
  amr: string[];
  authTime: Date;
  createdAt: Date;
  lastUsedAt: Date;
  idleSeconds: number | null;
  idleExpiresAt: Date;
  expiresAt: Date;
  generation: number;
  rotations: Date[];
  tokenSalt: Buffer;
  opaqueHash: Buffer | null;
  platform: string;
  deviceName: string;
  deviceKey: Buffer | null;
  ipArea: string;
  pushToken: string | null;
  revokedAt: Date | null;
  revokeReason: string | null;
}

export interface Device {
  /** a random id the client keeps, at least 16 characters; it makes the device known */
  id?: string | undefined;
  platform?: string | undefined;
  userAgent?: string | undefined;
  ip: string;
  pushToken?: string | undefined;
}

export interface SessionSpec {
  kind: SessionKind;
  /** of a token or opaque session */
  lifetimeSeconds?: number;
  /** of a refresh session: 30 days idle and 90 absolute, else 24 hours */
  remember?: boolean;
  via: string;
  device: Device;
}

/** Seconds a new session lives without use, and at most. */
export function lifetimes({ kind, lifetimeSeconds, remember }: SessionSpec): { idle: number; absolute: number } {
  if (kind === 'refresh') return remember === true ? REMEMBERED : NOT_REMEMBERED;
  const seconds = Math.min(MAX_TOKEN_SECONDS, Math.max(60, lifetimeSeconds ?? DAY_SECONDS));
  return { idle: seconds, absolute: seconds };
}

export function isLive(session: Session, now: Date): boolean {
  return session.revokedAt === null && session.idleExpiresAt > now && session.expiresAt > now;
}

/** Until when a gateway may still meet an access token of this session. */
export function tokensLiveUntil(session: Session, now: Date): Date {
  if (session.kind === 'refresh') return new Date(now.getTime() + ACCESS_SECONDS * 1000);
  return session.expiresAt;
}
