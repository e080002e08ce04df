import { FlorinError } from '@florin/errors';
import { newId } from '@florin/service-kit';
import { z } from 'zod';
import { dialectRoute, type Dialect } from '../src/dialects/dialect.ts';
import { sendRaw } from './support/raw.ts';
import { createHarness, type Harness } from './harness.ts';
import { event } from './support/tokens.ts';

const echo = dialectRoute({
  method: ['GET', 'POST'],
  path: '/shop/echo/:id',
  summary: 'Says what came',
  tag: 'test',
  access: 'public',
  params: z.object({ id: z.string() }),
  query: z.object({ page: z.string().optional() }),
  body: z.object({ name: z.string().optional(), amount: z.union([z.string(), z.number()]).optional() }),
  example: { name: 'Ada' },
  replies: { 200: { description: 'What came', example: { name: 'Ada' } } },
  handler: ({ body, params, query, session }) =>
    Promise.resolve({ body: { ...body, ...params, ...query, user: session?.identity.userId ?? null } }),
});

const me = dialectRoute({
  method: 'POST',
  path: '/shop/me',
  summary: 'Who am I',
  tag: 'test',
  access: 'session',
  replies: { 200: { description: 'You' } },
  handler: ({ session }) =>
    Promise.resolve({ status: 201, body: session.identity.userId, cookies: ['a=1; Path=/', 'b=2; Path=/'] }),
});

const bug = dialectRoute({
  method: 'GET',
  path: '/shop/bug',
  summary: 'Breaks',
  tag: 'test',
  access: 'public',
  replies: { 500: { description: 'always' } },
  handler: () => Promise.reject(new Error('secret at /srv/shop.ts')),
});

const shopLogin = dialectRoute({
  method: 'POST',
  path: '/shop/login',
  summary: 'Sign in',
  tag: 'test',
  access: 'public',
  replies: { 200: { description: 'Done' } },
  handler: () => Promise.resolve({ body: { by: 'shop' } }),
});

const barLogin = { ...shopLogin, handler: () => Promise.resolve({ body: { by: 'bar' } }) };

const shop: Dialect = {
  name: 'shop',
  title: 'Shop',
  description: 'A shop',
  prefixes: ['/shop'],
  routes: [echo, me, bug, shopLogin],
  queryInBody: true,
  renderError: ({ code, message, meta }) => ({ status: 418, body: { shop: code, message, reason: meta['reason'] } }),
};
const bar: Dialect = {
  name: 'bar',
  title: 'Bar',
  description: 'A bar',
  prefixes: ['/shop/bar'],
  routes: [{ ...barLogin, claims: ({ body }) => 'platform' in body }],
  renderError: ({ code }) => ({ status: 400, body: { bar: code } }),
};

const person = newId();
const opaque = { sessionId: newId(), asked: 0 };
const introspectSession = ({ token }: { token: string }) => {
  opaque.asked += 1;
  const active = token === 'good';
  const user = { id: person, roles: ['user'], emailVerified: true };
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  return Promise.resolve({ active, user, sessionId: opaque.sessionId, amr: ['pwd'], authTime: '1', expiresAt });
};

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness({}, { dialects: () => [shop, bar] }, { auth: { introspectSession } });
  await harness.ready();
});
afterAll(() => harness.stop());

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a request', () => {
  test('may be JSON, a form, or the query string; the body wins; unknown fields are ignored', async () => {
    const expected = { id: '7', name: 'Ada', user: null };
    const sends = [
      harness.http.post('/shop/echo/7', { name: 'Ada', other: 1 }),
      harness.http.send('POST', '/shop/echo/7/', { rawBody: 'name=Ada&other=1', headers: form }),
      harness.http.get('/shop/echo/7?name=Ada'),
      harness.http.post('/shop/echo/7?name=Bob', { name: 'Ada' }),
    ];
    for (const reply of await Promise.all(sends)) expect(reply.body).toEqual(expected);
  });

  test('HEAD answers as GET, without a body', async () => {
    const reply = await fetch(`${harness.url}/shop/echo/7`, { method: 'HEAD' });
    expect([reply.status, await reply.text()]).toEqual([200, '']);
  });

  test('a path that two dialects serve goes by the body', async () => {
    expect((await harness.http.post('/shop/login', {})).body).toEqual({ by: 'shop' });
    expect((await harness.http.post('/shop/login', { platform: 'ios' })).body).toEqual({ by: 'bar' });
  });
});

describe("a fault is told in the dialect's own shape", () => {
  const post = (rawBody: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    harness.http.send('POST', '/shop/echo/7', { rawBody, headers });
  test.each<[string, () => ReturnType<typeof post>, string]>([
    ['broken JSON', () => post('{'), 'INVALID_ARGUMENT'],
    ['a list for a body', () => post('[1]'), 'INVALID_ARGUMENT'],
    ['text for a body', () => post('"x"'), 'INVALID_ARGUMENT'],
    ['a list where text belongs', () => post('{"name":["x"]}'), 'INVALID_ARGUMENT'],
    ['an operator where text belongs', () => post('{"name":{"$gt":""}}'), 'INVALID_ARGUMENT'],
    ['a field twice', () => post('name=a&name=b', form), 'INVALID_ARGUMENT'],
    ['a query field twice', () => harness.http.get('/shop/echo/7?page=1&page=2'), 'INVALID_ARGUMENT'],
    ['NUL', () => post('{"name":"a\\u0000b"}'), 'INVALID_ARGUMENT'],
    ['a lone surrogate', () => post('{"name":"\\ud800"}'), 'INVALID_ARGUMENT'],
    ['deep nesting', () => post('{"a":'.repeat(5000) + '1' + '}'.repeat(5000)), 'INVALID_ARGUMENT'],
    ['a field of a megabyte', () => post(JSON.stringify({ name: 'x'.repeat(1024 * 1024) })), 'PAYLOAD_TOO_LARGE'],
    ['another content type', () => post('<a/>', { 'content-type': 'application/xml' }), 'UNSUPPORTED_MEDIA_TYPE'],
    ['a wrong method', () => harness.http.delete('/shop/echo/7'), 'METHOD_NOT_ALLOWED'],
    ['an unknown path', () => harness.http.get('/shop/none'), 'NOT_FOUND'],
    ['a bug', () => harness.http.get('/shop/bug'), 'INTERNAL'],
  ])('%s', async (_name, send, code) => {
    const reply = await send();
    expect([reply.status, reply.body.shop]).toEqual([418, code]);
    expect(reply.text).not.toMatch(/secret|srv/);
  });

  test('bytes that are no UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        'POST /shop/echo/7 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n',
      ),
      Buffer.from('{"name":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    expect(await sendRaw(harness.port, bytes)).toMatch('INVALID_ARGUMENT');
  });

  test.each(['//shop/echo/7', '/shop//echo/7', '/shop/%2e%2e/echo/7', '/shop/echo/%00', '/shop/echo%2f7'])(
    'the path trick %s',
    async (path) => {
      const reply = await sendRaw(harness.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(reply).toMatch(/^HTTP\/1.1 418 /);
      expect(reply).toMatch('"shop":"INVALID_ARGUMENT"');
    },
  );

  test('the longest prefix words it, and what no dialect owns is problem+json', async () => {
    expect((await harness.http.get('/shop/bar/none')).body).toEqual({ bar: 'NOT_FOUND' });
    expect((await harness.http.get('/shops')).body.code).toBe('NOT_FOUND');
  });

  test('the wrong method names the right ones', async () => {
    expect((await harness.http.delete('/shop/echo/7')).headers.get('allow')).toBe('GET, POST');
  });
});

describe('the caller', () => {
  const cookie = (value: string, headers: Record<string, string> = {}) =>
    harness.http.post('/shop/me', {}, { headers: { cookie: value, ...headers } });

  test('may sign in by bearer token, token cookie or opaque cookie; several cookies can be set', async () => {
    const token = harness.token({ sub: person });
    const byBearer = await harness.http.post('/shop/me', {}, { token });
    expect([byBearer.status, byBearer.body]).toEqual([201, person]);
    expect(byBearer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
    expect((await cookie(`x=1; session-token=${token}`)).body).toBe(person);
    expect((await cookie('connect.sid=good')).body).toBe(person);
    const asked = opaque.asked;
    expect((await cookie('connect.sid=good')).body).toBe(person);
    expect(opaque.asked).toBe(asked);
  });

  test('a bad token is not made up for by a good cookie', async () => {
    const reply = await cookie('connect.sid=good', { authorization: 'Bearer a.b.c' });
    expect(reply.body).toMatchObject({ shop: 'UNAUTHENTICATED' });
  });

  test.each<[string, Record<string, string>, string]>([
    ['nothing', {}, 'missing'],
    ['a token that is none', { authorization: 'Bearer nonsense' }, 'malformed'],
    ['a cookie of nobody', { cookie: 'connect.sid=bad' }, 'invalid'],
  ])('who sends %s is told apart', async (_name, headers, reason) => {
    expect((await harness.http.post('/shop/me', {}, { headers })).body).toMatchObject({
      shop: 'UNAUTHENTICATED',
      reason,
    });
  });

  test('an expired token is told apart too', async () => {
    const reply = await harness.http.post('/shop/me', {}, { token: harness.token({ exp: 1 }) });
    expect(reply.body).toMatchObject({ shop: 'UNAUTHENTICATED', reason: 'expired' });
  });

  test("a cookie does not sign in what another site's page sends", async () => {
    const crossSite: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
    ];
    for (const headers of crossSite) {
      expect((await cookie('connect.sid=good', headers)).body).toMatchObject({ shop: 'FORBIDDEN' });
    }
    expect((await cookie('connect.sid=good', { 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await cookie('connect.sid=good', { origin: harness.url })).status).toBe(201);
  });

  test('an ended opaque session is refused at once, in /v1 too', async () => {
    const headers = { cookie: 'connect.sid=good' };
    expect((await harness.http.get('/v1/transfers', { headers })).status).toBe(200);
    const data = { userId: person, sessionId: opaque.sessionId, reason: 'logout', revokedAt: new Date().toISOString() };
    await harness.bus.publish([event('auth.session-revoked.v1', data)]);
    expect((await harness.http.get('/v1/transfers', { headers })).body.code).toBe('SESSION_REVOKED');
    expect((await cookie('connect.sid=good')).body).toMatchObject({ shop: 'SESSION_REVOKED' });
  });
});

test('each dialect has its document, and the docs list it', async () => {
  const { body } = await harness.http.get('/openapi/shop.json');
  expect(body.paths['/shop/echo/{id}'].post.requestBody.content['application/json'].example).toEqual({ name: 'Ada' });
  expect(body.paths['/shop/me'].post.security).toEqual([{ bearer: [] }]);
  expect((await harness.http.get('/openapi/index.json')).body.data.slice(1)).toEqual([
    { title: 'Shop', url: '/openapi/shop.json' },
    { title: 'Bar', url: '/openapi/bar.json' },
  ]);
});

test('errors of the services come through with their code', async () => {
  const failing: Dialect = {
    ...shop,
    routes: [
      { ...bug, handler: () => Promise.reject(new FlorinError('RATE_LIMITED', 'slow down', { retryAfterSeconds: 7 })) },
    ],
  };
  const other = await createHarness({}, { dialects: () => [failing] });
  try {
    const reply = await other.http.get('/shop/bug');
    expect([reply.body.shop, reply.headers.get('retry-after')]).toEqual(['RATE_LIMITED', '7']);
  } finally {
    await other.stop();
  }
});
