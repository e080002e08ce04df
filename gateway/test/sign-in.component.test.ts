import { createHmac } from 'node:crypto';
import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import jwt from 'jsonwebtoken';
import { createHarness, type Harness } from './harness.ts';
import { accessToken, event, newKey } from './support/tokens.ts';
import { identityOf } from './support/upstream.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
  await harness.ready();
});
afterAll(() => harness.stop());

const lastSeen = () => harness.upstream.seen.at(-1)!;
const ask = (token: string, headers: Record<string, string> = {}) =>
  harness.http.get('/v1/transfers', { headers: { authorization: `Bearer ${token}`, ...headers } });

test('a good token reaches the service as a signed identity, not as a token', async () => {
  const [sub, sid] = [newId(), newId()];
  const reply = await ask(harness.token({ sub, sid, roles: ['user', 'admin'] }));
  expect(reply.status).toBe(200);
  expect(identityOf(lastSeen().headers)).toMatchObject({ userId: sub, sessionId: sid, roles: ['user', 'admin'] });
  expect(lastSeen().headers.authorization).toBeUndefined();
});

test('the signed identity of one session is signed once and used again', async () => {
  const token = harness.token();
  await ask(token);
  const first = lastSeen().headers['x-florin-identity'];
  await ask(token);
  expect(lastSeen().headers['x-florin-identity']).toBe(first);
});

test('"Bearer Bearer <token>" is accepted, as SpotMe clients send it', async () => {
  expect((await ask(`Bearer ${harness.token()}`)).status).toBe(200);
  expect(identityOf(lastSeen().headers)).toBeDefined();
});

test('no token passes on without identity: the service decides', async () => {
  expect((await harness.http.get('/v1/transfers')).status).toBe(200);
  expect(identityOf(lastSeen().headers)).toBeUndefined();
});

describe('a bad token answers 401 problem+json and does not reach the service', () => {
  const now = Math.floor(Date.now() / 1000);
  const signedByHs256 = (key: string) => {
    const head = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid: harness.key.kid })).toString(
      'base64url',
    );
    const body = harness.token().split('.')[1]!;
    return `${head}.${body}.${createHmac('sha256', key).update(`${head}.${body}`).digest('base64url')}`;
  };
  const cases: [string, () => string][] = [
    ['expired', () => harness.token({ exp: now - 1 })],
    [
      'tampered with',
      () => harness.token().replace(/\.[^.]+\./, `.${harness.token({ roles: ['admin'] }).split('.')[1]!}.`),
    ],
    ['alg none', () => `${jwt.sign({ sub: newId() }, '', { algorithm: 'none' })}x`],
    ['HS256 with the public key as secret', () => signedByHs256(JSON.stringify(harness.key.jwk))],
    ['a key of somebody else under our key id', () => accessToken({ ...newKey(), kid: harness.key.kid })],
    ['an unknown key id', () => accessToken(newKey())],
    ['another audience', () => harness.token({ aud: 'other' })],
    ['another issuer', () => harness.token({ iss: 'https://evil.example' })],
    ['typ of the header is not at+jwt', () => harness.token({}, { typ: 'JWT' })],
    ['typ claim of a refresh token', () => harness.token({ typ: 'refresh' })],
    ['a role nobody knows', () => harness.token({ roles: ['root'] })],
    ['no session id', () => harness.token({ sid: undefined })],
    ['over-long', () => harness.token({ pad: 'x'.repeat(5000) })],
  ];
  test.each(cases)('%s', async (_name, token) => {
    const before = harness.upstream.seen.length;
    const reply = await ask(token());
    expect(reply.status).toBe(401);
    expect(reply.headers.get('content-type')).toMatch('application/problem+json');
    expect(reply.body.code).toBe('UNAUTHENTICATED');
    expect(harness.upstream.seen.slice(before).filter(({ url }) => url === '/v1/transfers')).toEqual([]);
  });

  test('expired is told apart from what is no token and from what is not ours', async () => {
    expect((await ask(harness.token({ exp: now - 1 }))).body.meta).toEqual({ reason: 'expired' });
    expect((await ask(harness.token({ aud: 'x' }))).body.meta).toEqual({ reason: 'invalid' });
    for (const token of ['nonsense', 'a.b.c', harness.token({}).slice(5)]) {
      const { status, body, headers } = await ask(token);
      expect([status, body.meta, body.detail]).toEqual([
        401,
        { reason: 'malformed' },
        expect.stringMatching(/^This is no access token/),
      ]);
      expect(headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });

  test('but an operation that needs no sign-in works with a stale token', async () => {
    const reply = await harness.http.post('/v1/auth/login', {}, { token: harness.token({ exp: now - 1 }) });
    expect(reply.status).toBe(200);
    expect(identityOf(lastSeen().headers)).toBeUndefined();
  });
});

test('identity headers a client sends never reach the service', async () => {
  const forged = { 'x-florin-identity': 'forged', 'X-Florin-Client-Ip': '6.6.6.6', 'x-florin-anything': 'x' };
  await harness.http.get('/v1/transfers', { headers: forged });
  expect(lastSeen().headers['x-florin-identity']).toBeUndefined();
  expect(lastSeen().headers['x-florin-anything']).toBeUndefined();
  expect(lastSeen().headers['x-florin-client-ip']).toBe('127.0.0.1');
  await ask(harness.token(), forged);
  expect(identityOf(lastSeen().headers)).toBeDefined();
});

test('a cached token stops being accepted when it expires', async () => {
  const clock = createTestClock(new Date());
  const other = await createHarness({}, { clock: clock.now });
  try {
    await other.ready();
    const token = other.token();
    expect((await other.http.get('/v1/transfers', { token })).status).toBe(200);
    clock.advance(700_000); // ten minutes of the token, and however long this machine took to get here
    expect((await other.http.get('/v1/transfers', { token })).body.meta).toEqual({ reason: 'expired' });
  } finally {
    await other.stop();
  }
});

describe('revocation', () => {
  const now = () => new Date().toISOString();
  test('of one session ends its tokens at once and leaves others', async () => {
    const [sub, sid] = [newId(), newId()];
    const [ended, other] = [harness.token({ sub, sid }), harness.token({ sub })];
    expect((await ask(ended)).status).toBe(200);
    await harness.bus.publish([
      event('auth.session-revoked.v1', { userId: sub, sessionId: sid, reason: 'logout', revokedAt: now() }),
    ]);
    const reply = await ask(ended);
    expect([reply.status, reply.body.code]).toEqual([401, 'SESSION_REVOKED']);
    expect((await ask(other)).status).toBe(200);
  });

  test('of all sessions but one ends the others, and a later sign-in works at once', async () => {
    const [sub, kept] = [newId(), newId()];
    const [ended, staying] = [harness.token({ sub }), harness.token({ sub, sid: kept })];
    const data = { userId: sub, exceptSessionId: kept, reason: 'password changed', revokedAt: now() };
    await harness.bus.publish([event('auth.sessions-revoked.v1', data)]);
    await waitFor(() => now() > data.revokedAt);
    expect((await ask(ended)).status).toBe(401);
    expect((await ask(staying)).status).toBe(200);
    expect((await ask(harness.token({ sub }))).status).toBe(200);
  });

  test('of a terminated user ends all', async () => {
    const sub = newId();
    const token = harness.token({ sub });
    await harness.bus.publish([event('auth.user-terminated.v1', { userId: sub, terminatedAt: now() })]);
    expect((await ask(token)).status).toBe(401);
  });

  test('said before this gateway started is read from auth, over pages; until then sign-ins answer 503', async () => {
    const other = await createHarness();
    try {
      const [userId, sessionId] = [newId(), newId()];
      const revocation = { userId, sessionId, exceptSessionId: '', revokedAt: now() };
      other.revoked.pages = [[{ ...revocation, sessionId: newId() }], [revocation]];
      other.bus.up = false; // looks at auth more often
      const token = other.token({ sub: userId, sid: sessionId });
      await waitFor(async () => (await other.http.get('/v1/transfers', { token })).body.code === 'SESSION_REVOKED');
    } finally {
      await other.stop();
    }
  });

  test('that can not be read keeps the gateway from being ready and from believing tokens', async () => {
    const other = await createHarness({ AUTH_GRPC: '127.0.0.1:1' });
    try {
      const ready = await other.http.get('/readyz');
      expect([ready.status, ready.body.checks.revocations]).toEqual([503, 'not ready']);
      const reply = await other.http.get('/v1/transfers', { token: other.token() });
      expect([reply.status, reply.body.code]).toEqual([503, 'UNAVAILABLE']);
      expect(reply.headers.get('retry-after')).toBe('1');
      expect((await other.http.get('/v1/transfers')).status).toBe(200);
    } finally {
      await other.stop();
    }
  });
});

describe('signing keys', () => {
  test('a new key is found when its id is first seen, with a cool-down against made-up ids', async () => {
    const clock = createTestClock(new Date());
    const other = await createHarness({}, { clock: clock.now });
    try {
      await other.ready();
      await waitFor(() => other.keys.reads > 0);
      const added = newKey();
      other.keys.list.push(added);
      clock.advance(10_001);
      expect((await other.http.get('/v1/transfers', { token: accessToken(added) })).status).toBe(200);
      const reads = other.keys.reads;
      for (let i = 0; i < 5; i += 1) await other.http.get('/v1/transfers', { token: accessToken(newKey()) });
      expect(other.keys.reads).toBe(reads);
    } finally {
      await other.stop();
    }
  });

  test('are kept while auth is down', async () => {
    const clock = createTestClock(new Date());
    const other = await createHarness({}, { clock: clock.now });
    try {
      await other.ready();
      expect((await other.http.get('/v1/transfers', { token: other.token() })).status).toBe(200);
      other.upstream.handler = (request, response) => {
        response.statusCode = request.url === '/.well-known/jwks.json' ? 500 : 200;
        response.end();
      };
      clock.advance(3_600_000);
      const claims = {
        iat: Math.floor(clock.now().getTime() / 1000),
        exp: Math.floor(clock.now().getTime() / 1000) + 600,
      };
      for (let i = 0; i < 3; i += 1) {
        expect((await other.http.get('/v1/transfers', { token: other.token(claims) })).status).toBe(200);
        clock.advance(20_000);
      }
    } finally {
      await other.stop();
    }
  });
});
