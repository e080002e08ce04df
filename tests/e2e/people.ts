import { randomBytes } from 'node:crypto';
import { waitFor, type TestReply, type TestRequest } from '@florin/testing';
import type { Florin } from './florin.ts';

export interface Person {
  id: string;
  name: string;
  email: string;
  username: string;
  password: string;
  token: string;
  refreshToken: string;
  get(path: string, request?: TestRequest): Promise<TestReply>;
  post(path: string, body?: unknown, request?: TestRequest): Promise<TestReply>;
  patch(path: string, body?: unknown, request?: TestRequest): Promise<TestReply>;
}

/** The newest six-digit code mailed to an address, different from `not`. */
export async function codeFor(florin: Florin, email: string, not?: string): Promise<string> {
  return waitFor(
    async () => {
      const { body } = await florin.http.get(`/dev/mailbox?to=${encodeURIComponent(email)}`, {
        headers: { accept: 'application/json' },
      });
      for (const mail of body.data as { text: string }[]) {
        const code = /\b\d{6}\b/.exec(mail.text)?.[0];
        if (code && code !== not) return code;
      }
      return undefined;
    },
    { what: `a code for ${email}` },
  );
}

export function newPerson(name: string): Pick<Person, 'name' | 'email' | 'username' | 'password'> {
  const tag = randomBytes(4).toString('hex');
  const handle = `${name.split(' ')[0]?.toLowerCase() ?? 'p'}_${tag}`;
  return { name, email: `${handle}@example.com`, username: handle, password: `quiet-lantern-${tag}-meadow` };
}

/** Registers, verifies by the mailed code and signs in, as a client would. */
export async function join(florin: Florin, name: string, more: { locale?: string } = {}): Promise<Person> {
  const person = newPerson(name);
  const registered = await florin.http.post('/v1/auth/register', { ...person, ...more });
  if (registered.status !== 201) throw new Error(`register: ${registered.status} ${registered.text}`);
  const verified = await florin.http.post('/v1/auth/verify-email', {
    email: person.email,
    code: await codeFor(florin, person.email),
  });
  if (verified.status !== 200) throw new Error(`verify: ${verified.status} ${verified.text}`);
  const login = await florin.http.post('/v1/auth/login', { identifier: person.email, password: person.password });
  if (login.status !== 200) throw new Error(`login: ${login.status} ${login.text}`);
  const {
    accessToken: token,
    refreshToken,
    user,
  } = login.body as { accessToken: string; refreshToken: string; user: { id: string } };
  return {
    ...person,
    id: user.id,
    token,
    refreshToken,
    get: (path, request) => florin.http.get(path, { token, ...request }),
    post: (path, body, request) => florin.http.post(path, body, { token, ...request }),
    patch: (path, body, request) => florin.http.patch(path, body, { token, ...request }),
  };
}
