import { Writable } from 'node:stream';
import { z } from 'zod';
import {
  ConfigError,
  createIdentitySigner,
  createLogger,
  createServiceTokens,
  deriveKey,
  loadConfig,
  processEnv,
  seal,
  unseal,
} from './index.ts';

const SECRET = 'a-secret-for-tests-of-at-least-32-characters';

test('what is sealed opens with the same key and context only', () => {
  const key = deriveKey(SECRET, 'code');
  const sealed = seal(key, '123456', 'code');
  expect(sealed).not.toContain('123456');
  expect(unseal(key, sealed, 'code')).toBe('123456');
  expect(() => unseal(key, sealed, 'link')).toThrow();
  expect(() => unseal(deriveKey(SECRET, 'link'), sealed, 'code')).toThrow();
  expect(() => unseal(key, `${sealed.slice(0, -2)}AA`, 'code')).toThrow();
});

test('an identity survives signing, and a service token is not an identity', () => {
  const identity = {
    userId: 'u',
    sessionId: 's',
    roles: ['user' as const],
    amr: ['pwd'],
    authTime: 1,
    emailVerified: true,
  };
  const signer = createIdentitySigner(SECRET);
  expect(signer.verify(signer.sign(identity))).toMatchObject(identity);
  expect(() => signer.verify(createServiceTokens(SECRET, 'finance').current())).toThrow('The caller is not known');
});

function logSink() {
  let out = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out += chunk.toString();
      done();
    },
  });
  return { sink, text: () => out };
}

test('a log line never holds a secret', () => {
  const { sink, text } = logSink();
  createLogger('test', 'info', sink).info(
    { password: 'hunter2', body: { otp: '123456', deep: { token: 'abc' } }, email: 'a@b.c' },
    'x',
  );
  expect(text()).not.toMatch(/hunter2|123456|abc/);
  expect(text()).toContain('a@b.c');
});

test('a log line tells an error and its causes, and nothing that hangs on them', () => {
  const { sink, text } = logSink();
  const cause = Object.assign(new Error('cut'), { code: '57P01', client: { user: 'postgres', key: 'k3y' } });
  createLogger('test', 'info', sink).warn({ err: new Error('no database', { cause }) }, 'x');
  expect(JSON.parse(text())).toMatchObject({
    err: { type: 'Error', message: 'no database', cause: { message: 'cut', errorCode: '57P01' } },
  });
  expect(text()).not.toMatch(/k3y|postgres/);
});

describe('loadConfig', () => {
  const shape = { ...processEnv({ httpPort: 4001, grpcPort: 5001 }), POSTGRES_URL: z.url() };

  test('names every faulty variable', () => {
    const load = () => loadConfig(shape, { HTTP_PORT: 'x', LOG_LEVEL: '' });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(/HTTP_PORT[^]*POSTGRES_URL/);
  });

  test('refuses the development secret beyond this machine', () => {
    const given = { POSTGRES_URL: 'postgres://x/y', HTTP_HOST: '0.0.0.0' };
    expect(() => loadConfig(shape, given)).toThrow(/INTERNAL_SECRET/);
    expect(() => loadConfig(shape, { ...given, FLORIN_BIND: '0.0.0.0' })).toThrow(/INTERNAL_SECRET/);
    expect(loadConfig(shape, { ...given, FLORIN_BIND: '127.0.0.1' }).HTTP_HOST).toBe('0.0.0.0');
    expect(loadConfig(shape, { ...given, INTERNAL_SECRET: SECRET }).HTTP_HOST).toBe('0.0.0.0');
  });
});
