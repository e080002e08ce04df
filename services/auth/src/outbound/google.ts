import { createPublicKey } from 'node:crypto';
import { FlorinError } from '@florin/errors';
import { z } from 'zod';
import type { GoogleClaims } from '../app/sign-ins/ports.ts';

const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];
const FETCH_MS = 3_000;
const KEPT_MS = 3_600_000;
/** A token with an unknown key id makes us look for new keys, at most this often. */
const LOOK_AGAIN_MS = 30_000;
const MAX_BYTES = 100_000;

const jwksSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string() })).max(50) });
const payloadSchema = z.looseObject({
  sub: z.string().min(1).max(255),
  email: z.string().max(254).optional(),
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).optional(),
  name: z.string().max(200).optional(),
  locale: z.string().max(20).optional(),
});

/**
 * Verifies Google ID tokens: signature by the keys at `jwksUrl`, issuer Google, audience one of ours, not expired.
 * The returned function rejects with UNAUTHENTICATED for anything else, with UNAVAILABLE when the keys can't be had.
 */
export function createGoogleVerifier({ clientIds, jwksUrl }: { clientIds: string[]; jwksUrl: string }) {
  let cached = { at: 0, pems: {} as Record<string, string> };

  const pemsFor = async (kid: string): Promise<Record<string, string>> => {
    const age = Date.now() - cached.at;
    const known = Object.hasOwn(cached.pems, kid);
    if (age > KEPT_MS || (!known && age > LOOK_AGAIN_MS)) cached = { at: Date.now(), pems: await fetchPems(jwksUrl) };
    return cached.pems;
  };

  return async (idToken: string): Promise<GoogleClaims> => {
    const kid = keyId(idToken);
    if (clientIds.length === 0 || kid === undefined) throw refused();
    const pems = await pemsFor(kid);
    const { OAuth2Client } = await import('google-auth-library');
    // the library's errors hold the token, so they are not passed on as a cause
    const ticket = await new OAuth2Client()
      .verifySignedJwtWithCertsAsync(idToken, pems, clientIds, ISSUERS)
      .catch(() => Promise.reject(refused()));
    const parsed = payloadSchema.safeParse(ticket.getPayload());
    if (!parsed.success) throw refused();
    const { sub, email, email_verified: emailVerified, name, locale } = parsed.data;
    return {
      iss: 'https://accounts.google.com',
      sub,
      email: email ?? null,
      emailVerified: emailVerified === true,
      name: name ?? null,
      locale: locale ?? null,
      all: parsed.data,
    };
  };
}

function keyId(token: string): string | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8'));
    return z.object({ kid: z.string().max(200) }).parse(header).kid;
  } catch {
    return undefined;
  }
}

async function fetchPems(url: string): Promise<Record<string, string>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS), redirect: 'error' });
    const text = await response.text();
    if (!response.ok || text.length > MAX_BYTES) throw new Error(`the keys answered ${response.status}`);
    const { keys } = jwksSchema.parse(JSON.parse(text));
    return Object.fromEntries(keys.map((key) => [key.kid, toPem(key)]));
  } catch (error) {
    throw new FlorinError('UNAVAILABLE', 'Google can not be reached at present', {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
}

function toPem(jwk: Record<string, unknown>): string {
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'pem', type: 'spki' }).toString();
}

function refused(): FlorinError {
  return new FlorinError('UNAUTHENTICATED', 'The Google token is not valid');
}
