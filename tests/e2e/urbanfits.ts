import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waitFor, type TestReply, type TestRequest } from '@florin/testing';
import type { Florin } from './florin.ts';
import { codeFor } from './people.ts';
import { signUp } from './spotme.ts';

export { startGoogle } from '../../services/auth/test/support/google-issuer.ts';

/** A browser: it keeps the cookies it is given and drops the ones that are taken away. */
export function browser({ http }: Pick<Florin, 'http'>) {
  const cookies = new Map<string, string>();
  let setCookies: string[] = [];
  const keep = (set: string) => {
    const [pair = ''] = set.split(';', 1);
    const at = pair.indexOf('=');
    const gone = /; Expires=Thu, 01 Jan 1970/.test(set);
    if (gone) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  };
  const send = async (method: string, path: string, request: TestRequest = {}): Promise<TestReply> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': 'Mozilla/5.0', ...(cookie === '' ? {} : { cookie }), ...request.headers };
    const reply = await http.send(method, path, { ...request, headers });
    setCookies = reply.headers.getSetCookie();
    setCookies.forEach(keep);
    return reply;
  };
  /** the status and the whole body */
  const shown = async (method: string, path: string, body?: unknown): Promise<[number, unknown]> => {
    const reply = await send(method, path, body === undefined ? {} : { body });
    return [reply.status, reply.body as unknown];
  };
  return {
    cookies,
    /** what the last reply set */
    setCookies: () => setCookies,
    send,
    get: (path: string) => shown('GET', path),
    post: (path: string, body?: unknown) => shown('POST', path, body),
    put: (path: string, body?: unknown) => shown('PUT', path, body),
  };
}
export type Browser = ReturnType<typeof browser>;

/** Somebody signed up by SpotMe, since Urban Fits has no sign-up, with a proven address, which 2FA asks for, and signed in here. */
export async function customer(florin: Florin, name: string, fields: object = {}) {
  const { user: account, token } = await signUp(florin, name);
  const verified = await florin.http.post(
    '/v1/auth/verify-email',
    { email: account.email, code: await codeFor(florin, account.email) },
    { headers: { authorization: token } },
  );
  if (verified.status !== 200) throw new Error(`verify: ${verified.status} ${verified.text}`);
  const app = browser(florin);
  const login = { email: account.email, password: '12345678', register_provider: 'urbanfits', ...fields };
  const [status, body] = await app.post('/auth/login', login);
  if (status !== 200) throw new Error(`login: ${status} ${JSON.stringify(body)}`);
  const { user } = body as { user: { uf_wallet: { card_number: string } } };
  return { account, token, login, app, card: user.uf_wallet.card_number };
}

const STEP_MS = 30_000;

/** An authenticator app (RFC 6238). Every code is of a later step than the one before, so that none is a replay. */
export async function authenticator(secret: string) {
  // so that the first code, of the step before, is not outrun
  await waitFor(() => Date.now() % STEP_MS < STEP_MS - 3_000, { what: 'a step that has just begun' });
  const key = fromBase32(secret);
  let last = 0;
  return {
    /** may be asked for three times in a row: the step before, this one, the next */
    next: () => {
      const now = Math.floor(Date.now() / STEP_MS);
      last = Math.max(last + 1, now - 1);
      if (last > now + 1) throw new Error('no further code fits yet');
      return codeAt(key, last);
    },
    wrong: () => {
      const now = Math.floor(Date.now() / STEP_MS);
      const near = [-2, -1, 0, 1, 2].map((offset) => codeAt(key, now + offset));
      return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? '';
    },
  };
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => {
    const value = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter);
    return value.toString(2).padStart(5, '0');
  });
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

function codeAt(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Sets 2FA up for a signed-in browser. */
export async function enrol(app: Browser) {
  const [, body] = await app.get('/2fa/get-qr-code');
  const { qrSecret } = body as { qrSecret: string };
  const phone = await authenticator(qrSecret);
  const [status, reply] = await app.post('/2fa/create-user-2fa', { qr_secret: qrSecret, totp_code: phone.next() });
  if (status !== 201) throw new Error(`create-user-2fa: ${status} ${JSON.stringify(reply)}`);
  return phone;
}

/** Gives a role as an operator would, to the person of a Florin started with this FLORIN_DATA. */
export async function grantAdmin(dataDir: string, email: string): Promise<void> {
  const env = { PATH: process.env['PATH'], FLORIN_DATA: dataDir };
  const file = join(import.meta.dirname, '../../services/auth/src/commands/administer.ts');
  await promisify(execFile)(process.execPath, [file, 'grant', email], { env });
}
