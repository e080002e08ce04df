import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Clock } from '@florin/service-kit';
import type { KeySet } from './key-set.ts';
import { badCredential, startOf, type Session } from './session.ts';

const claimsSchema = z.object({
  typ: z.literal('access'),
  sub: z.uuid(),
  sid: z.uuid(),
  amr: z.array(z.string().max(20)).max(10),
  auth_time: z.int().min(0),
  roles: z.array(z.enum(['user', 'support', 'admin'])).max(10),
  email_verified: z.boolean(),
  iat: z.int(),
  exp: z.int(),
});

const MAX_TOKEN_LENGTH = 4_096;
const AUDIENCE = 'florin';

export interface AccessTokens {
  /** The session a token proves. Throws UNAUTHENTICATED (meta.reason `expired`, `malformed` or `invalid`), UNAVAILABLE without keys. */
  verify(token: string): Promise<Session>;
}

/** Verifies access tokens: RFC 9068 profile, ES256 only, `typ` at+jwt, our issuer and audience. */
export function createAccessTokens(options: { keys: KeySet; issuer: string; clock: Clock }): AccessTokens {
  const { keys, issuer, clock } = options;
  return {
    verify: async (token) => {
      const kid = keyIdOf(token);
      if (kid === undefined) throw badCredential('malformed');
      const key = await keys.key(kid);
      if (!key) throw badCredential('invalid');
      const clockTimestamp = Math.floor(clock().getTime() / 1000);
      try {
        const payload = jwt.verify(token, key, { algorithms: ['ES256'], audience: AUDIENCE, issuer, clockTimestamp });
        return toSession(claimsSchema.parse(payload));
      } catch (error) {
        throw badCredential(error instanceof jwt.TokenExpiredError ? 'expired' : 'invalid', error);
      }
    },
  };
}

function keyIdOf(token: string): string | undefined {
  if (token.length > MAX_TOKEN_LENGTH) return undefined;
  const header = decodeHeader(token);
  const fits = header?.alg === 'ES256' && header.typ?.toLowerCase() === 'at+jwt' && typeof header.kid === 'string';
  return fits ? header.kid : undefined;
}

function decodeHeader(token: string): jwt.JwtHeader | undefined {
  try {
    return jwt.decode(token, { complete: true })?.header;
  } catch {
    return undefined;
  }
}

function toSession(claims: z.infer<typeof claimsSchema>): Session {
  return {
    identity: {
      userId: claims.sub,
      sessionId: claims.sid,
      roles: claims.roles,
      amr: claims.amr,
      authTime: claims.auth_time,
      emailVerified: claims.email_verified,
    },
    startedAt: startOf(claims.sid, claims.iat),
    expiresAt: claims.exp * 1000,
  };
}
