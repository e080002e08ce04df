import { ACCESS_SECONDS, type Session } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Opened } from './open-session.ts';

/** The tokens of a session as it is now: a new access token, and the living refresh token or that of `generation`. */
export async function tokensOf(
  deps: Pick<Deps, 'clock' | 'keys' | 'secrets'>,
  user: User,
  session: Session,
  generation = session.generation,
): Promise<Pick<Opened, 'accessToken' | 'expiresIn' | 'refreshToken'>> {
  const left = Math.floor((session.expiresAt.getTime() - deps.clock().getTime()) / 1000);
  if (session.kind === 'opaque') return { accessToken: null, expiresIn: left, refreshToken: null };
  const expiresIn = session.kind === 'refresh' ? Math.min(ACCESS_SECONDS, Math.max(1, left)) : left;
  const accessToken = await deps.keys.sign(
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
    session.kind === 'refresh' ? deps.secrets.refreshToken(session.id, generation, session.tokenSalt) : null;
  return { accessToken, expiresIn, refreshToken };
}
