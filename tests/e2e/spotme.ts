import { randomBytes } from 'node:crypto';
import type { TestReply, TestRequest } from '@florin/testing';
import type { Florin } from './florin.ts';

interface SpotMeUser {
  id: string;
  name: string;
  username: string;
  email: string;
  balance: number;
  img: string;
}

export interface SpotMePerson {
  user: SpotMeUser;
  /** as the API gave it, with its Bearer */
  token: string;
  get(path: string): Promise<TestReply>;
  post(path: string, body?: unknown): Promise<TestReply>;
}

export const PASSWORD = '12345678';
export const BEARER_JWT = /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/;
export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** one pixel */
export const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export function newcomer(name: string) {
  const tag = randomBytes(4).toString('hex');
  const username = `${name.split(' ')[0]?.toLowerCase() ?? ''}${tag}`;
  return { name, username, email: `${username}@example.com`, password: PASSWORD, confirmPassword: PASSWORD };
}

export function asForm(fields: Record<string, string>): TestRequest {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { rawBody: new URLSearchParams(fields).toString(), headers };
}

/** The status and the whole body. */
export async function shown(reply: Promise<TestReply>): Promise<[number, unknown]> {
  const { status, body } = await reply;
  return [status, body];
}

/** A client that sends a token as SpotMe gave it. */
export function withToken({ http }: Florin, token: string): Pick<SpotMePerson, 'get' | 'post'> {
  const headers = { authorization: token };
  return {
    get: (path) => http.get(path, { headers }),
    post: (path, body) => http.post(path, body, { headers }),
  };
}

export async function signUp(florin: Florin, name: string): Promise<SpotMePerson> {
  const { status, body, text } = await florin.http.post('/auth/signup', newcomer(name));
  if (status !== 200) throw new Error(`signup: ${status} ${text}`);
  const { token, user } = body as Pick<SpotMePerson, 'token' | 'user'>;
  return { token, user, ...withToken(florin, token) };
}

export async function befriend(one: SpotMePerson, other: SpotMePerson): Promise<void> {
  await one.post('/auth/add-friend', { recipientID: other.user.id });
  await other.post('/auth/handle-friend-request', { recipientID: one.user.id, acceptedRequest: 'true' });
}
