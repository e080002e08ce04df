import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, waitFor } from '@florin/testing';
import { startGoogle } from '../../services/auth/test/support/google-issuer.ts';
import { startFlorin, type Bus, type Florin } from './florin.ts';
import { codeFor } from './people.ts';

/** Patterns of what differs from run to run. */
export const ID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string;
export const JWT = expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string;

interface OtpReply {
  status: number;
  body: any;
}

/** Florin with a Google of its own, and a hand in its database for what only time or an operator does. */
export async function startWithGoogle(bus: Bus) {
  const google = await startGoogle();
  const database = await createTestDatabase();
  const florin = await startFlorin(bus, {
    POSTGRES_URL: database.url,
    DIALECT_PASSWORDS: 'published',
    GOOGLE_CLIENT_IDS: 'client-1',
    GOOGLE_JWKS_URL: google.jwksUrl,
  });
  const sql = async (statement: string, values: unknown[]) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query(statement, values);
    } finally {
      await client.end();
    }
  };
  return {
    ...florin,
    google,
    /** Makes every code sent to an address so far too old. */
    expireCodes: (address: string) =>
      sql("UPDATE auth.codes SET expires_at = now() - interval '1 minute' WHERE address = $1", [address]),
    freeze: (email: string) => sql("UPDATE auth.users SET status = 'frozen' WHERE email = $1", [email]),
    stop: async () => {
      await florin.stop();
      await database.drop();
      await google.stop();
    },
  };
}

/** A client of the OTP auth API. */
export function otpClient(florin: Florin) {
  const post = async (path: string, body: object = {}, token?: string): Promise<OtpReply> => {
    const reply = await florin.http.post(`/auth/${path}`, body, token === undefined ? {} : { token });
    return { status: reply.status, body: reply.body as unknown };
  };
  /** Every code sent to an address, the newest first. */
  const codes = async (to: string) => {
    const { body } = await florin.http.get(`/dev/mailbox?to=${encodeURIComponent(to)}`, {
      headers: { accept: 'application/json' },
    });
    return (body.data as { text: string }[]).flatMap(({ text }) => /\b\d{6}\b/.exec(text) ?? []);
  };
  const register = async (email = newEmail(), password = 'Password321!') => {
    const { body } = await post('register', { email, password, dob: '1998-01-23' });
    return { email, password, id: body.id as string, code: await codeFor(florin, email) };
  };
  return {
    post,
    /** The same as a form. */
    form: async (path: string, fields: Record<string, string>): Promise<OtpReply> => {
      const { status, body } = await florin.http.send('POST', `/auth/${path}`, {
        rawBody: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      return { status, body: body as unknown };
    },
    /** Makes an account; its first code is not used yet. */
    register,
    /** Makes an account and verifies it; `token` is that of the verification. */
    join: async (email?: string) => {
      const person = await register(email);
      const verified = await post('verify', { email: person.email, otp: person.code, platform: 'web' });
      return { ...person, token: verified.body.token as string };
    },
    /** Asks for a code and waits for its message. */
    newCode: async (email: string, phone?: string) => {
      const to = phone ?? email;
      const before = (await codes(to)).length;
      await post('send-otp', { email, phone: phone !== undefined });
      return waitFor(
        async () => {
          const all = await codes(to);
          return all.length > before && all[0];
        },
        { what: `a new code for ${to}` },
      );
    },
    codes,
    sessions: async (token: string) => (await florin.http.get('/v1/auth/sessions', { token })).body.data as object[],
  };
}

export function newEmail(): string {
  return `p${randomBytes(5).toString('hex')}@example.com`;
}

/** Another code than this one. */
export function otherThan(code: string): string {
  return code === '111111' ? '222222' : '111111';
}

/** Days a token lives; the second between sign-in and signature does not count. */
export function daysOf(token: string): number {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  const { iat, exp } = JSON.parse(claims) as Record<'iat' | 'exp', number>;
  return Math.round((exp - iat) / 3600) / 24;
}
