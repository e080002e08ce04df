import type { Reply } from '@florin/service-kit';
import type { ChallengeOffer } from '../../app/challenges/offer-second-factor.ts';
import type { Opened } from '../../app/sessions/open-session.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Session } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { sessionCookies } from './views/cookie.ts';

/** The person as /v1 shows them to themselves. */
export function userView(user: User) {
  return {
    id: user.id,
    email: user.email,
    emailVerified: user.emailVerifiedAt !== null,
    name: user.name,
    username: user.username,
    mobile: user.mobile,
    mobileVerified: user.mobileVerifiedAt !== null,
    locale: user.locale,
    timeZone: user.timeZone,
    roles: user.roles,
    createdAt: user.createdAt.toISOString(),
  };
}

/** Tokens in the body, or, in cookie mode, in cookies that scripts can't read. */
export function signedInReply(opened: Opened, cookies: boolean, extra: object = {}): Reply {
  const { user, expiresIn, accessToken, refreshToken } = opened;
  const common = { tokenType: 'Bearer', expiresIn, user: userView(user), ...extra };
  const headers = { 'Cache-Control': 'no-store' };
  if (!cookies) return { headers, body: { accessToken, refreshToken, ...common } };
  return { headers: { ...headers, 'Set-Cookie': sessionCookies(opened) }, body: common };
}

export function challengeReply({ token, factors, expiresAt }: ChallengeOffer): Reply {
  return {
    headers: { 'Cache-Control': 'no-store' },
    body: { secondFactorRequired: true, challenge: token, factors, expiresAt: expiresAt.toISOString() },
  };
}

export function sessionView(session: Session, currentId: string) {
  return {
    id: session.id,
    current: session.id === currentId,
    platform: session.platform,
    device: session.deviceName,
    area: session.ipArea,
    via: session.via,
    pushToken: session.pushToken !== null,
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  };
}

export function eventView({ n, type, at, ipArea, sessionId, detail }: AuditEntry) {
  return { n, type, at: at.toISOString(), area: ipArea, sessionId, detail };
}
