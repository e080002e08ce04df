import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import { TEST_SECRET, createHttpClient, identityHeaders, waitFor } from '@florin/testing';
import { createHttpApp } from './app.ts';
import { route } from './route.ts';
import { createHttpServer } from './server.ts';
import { amountSchema, text } from './validate.ts';
import { createIdentitySigner } from '../identity.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';

const routes = [
  route({
    method: 'post',
    path: '/v1/things',
    summary: 'Make a thing',
    tag: 'things',
    access: 'user',
    body: z.strictObject({
      name: text(1, 20),
      amount: amountSchema,
      to: z.strictObject({ userId: z.uuid() }).optional(),
    }),
    reply: { status: 201 },
    handler: ({ body, identity }) =>
      Promise.resolve({ body: { name: body.name, amount: Number(body.amount), by: identity.userId } }),
  }),
  route({
    method: 'get',
    path: '/v1/things/:id',
    summary: 'One thing',
    tag: 'things',
    access: 'public',
    params: z.object({ id: z.string().max(10) }),
    query: z.strictObject({ verbose: z.enum(['true', 'false']).optional() }),
    reply: { status: 200 },
    handler: ({ params }) => {
      if (params.id === 'bug') throw new Error('secret detail at db.ts');
      if (params.id === 'busy') throw new FlorinError('RATE_LIMITED', 'slow down', { retryAfterSeconds: 7 });
      return Promise.resolve({ body: { id: params.id } });
    },
  }),
  route({
    method: 'delete',
    path: '/v1/things/:id',
    summary: 'Gone',
    tag: 'things',
    access: 'admin',
    params: z.object({ id: z.string() }),
    reply: { status: 204 },
    handler: () => Promise.resolve({}),
  }),
  route({
    method: 'put',
    path: '/v1/things/order',
    summary: 'In this order',
    tag: 'things',
    access: 'user',
    body: z.strictObject({ ids: z.array(z.string()) }),
    reply: { status: 204 },
    handler: () => Promise.resolve({}),
  }),
];

const streams = route({
  method: 'get',
  path: '/v1/streams/:brokenAt',
  summary: 'Many lines',
  tag: 'things',
  access: 'public',
  params: z.object({ brokenAt: z.coerce.number() }),
  reply: { status: 200, contentType: 'text/csv' },
  handler: ({ params }) => Promise.resolve({ body: pieces(200_000, params.brokenAt), contentType: 'text/csv' }),
});

let streaming = 0;
async function* pieces(count: number, brokenAt: number) {
  streaming += 1;
  try {
    for (let at = 0; at < count; at += 1) {
      if (at === brokenAt) throw new FlorinError('UNAVAILABLE', 'the store is away');
      yield await Promise.resolve('a,b\r\n');
    }
  } finally {
    streaming -= 1;
  }
}

let ready = true;
const server = createHttpServer(
  createHttpApp({
    logger: createLogger('test', 'silent'),
    metrics: createMetrics('test', { defaults: false }),
    identities: createIdentitySigner(TEST_SECRET),
    routes: [...routes, streams],
    ready: () => (ready ? Promise.resolve() : Promise.reject(new Error('no store'))),
  }),
  { host: '127.0.0.1', port: 0 },
);
let http: ReturnType<typeof createHttpClient>;
let url: string;

beforeAll(async () => {
  url = `http://127.0.0.1:${await server.start()}`;
  http = createHttpClient(url);
});
afterAll(() => server.stop());

const thing = { name: 'cup', amount: 5 };

describe('a request that can be served', () => {
  test('gets the reply, a request id and the identity the gateway signed', async () => {
    const reply = await http.post('/v1/things', thing, { headers: identityHeaders({ userId: 'u1' }) });
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({ name: 'cup', amount: 5, by: 'u1' });
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('gets an ETag, and 304 when it comes back with it', async () => {
    const first = await http.get('/v1/things/a');
    const again = await http.get('/v1/things/a', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });
});

describe('a request that can not be served', () => {
  const post = (request: object) => http.send('POST', '/v1/things', { headers: identityHeaders(), ...request });

  test.each([
    ['an unknown field', { ...thing, x: 1 }, 'x'],
    ['a fraction', { ...thing, amount: 1.5 }, 'amount'],
    ['zero', { ...thing, amount: 0 }, 'amount'],
    ['a negative amount', { ...thing, amount: -1 }, 'amount'],
    ['2^53', { ...thing, amount: 2 ** 53 }, 'amount'],
    ['text for a number', { ...thing, amount: '1e3' }, 'amount'],
    ['NUL in text', { ...thing, name: 'a\0b' }, 'name'],
    ['half a surrogate pair', { ...thing, name: '\ud800' }, 'name'],
    ['an object for text', { ...thing, name: { $gt: '' } }, 'name'],
    ['a bad nested id', { ...thing, to: { userId: 'x' } }, 'to.userId'],
  ])('names the field for %s', async (_what, body, path) => {
    const reply = await post({ body });
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(reply.body).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path }], instance: '/v1/things' });
  });

  test.each([
    ['broken JSON', { rawBody: '{', headers: { ...identityHeaders(), 'content-type': 'application/json' } }, 400],
    ['a JSON scalar', { rawBody: '3', headers: { ...identityHeaders(), 'content-type': 'application/json' } }, 400],
    ['another content type', { rawBody: '<a/>', headers: { ...identityHeaders(), 'content-type': 'text/xml' } }, 415],
    ['a body over the limit', { body: { name: 'x'.repeat(200_000), amount: 1 } }, 413],
    ['no body', {}, 400],
    ['no identity', { body: thing, headers: {} }, 401],
    ['a forged identity', { body: thing, headers: { 'x-florin-identity': 'e30.e30.e30' } }, 401],
  ])('answers %s in the problem shape', async (_what, request, status) => {
    const reply = await post(request);
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject({ status, requestId: expect.any(String) });
  });

  test('answers a wrong method with 405 and Allow', async () => {
    const reply = await http.put('/v1/things/a', {});
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('GET, HEAD, DELETE');
  });

  test('a path without parameters is not taken for one with, however its body comes', async () => {
    const put = (contentType: string) =>
      http.put('/v1/things/order', undefined, {
        rawBody: '{"ids":[]}',
        headers: { ...identityHeaders(), 'content-type': contentType },
      });
    expect([(await put('application/json')).status, (await put('text/xml')).status]).toEqual([204, 415]);
  });

  test('a stream is sent whole, with a reply of its own for what fails before it, and cut by what fails in it', async () => {
    const whole = await http.get('/v1/streams/200000');
    expect([whole.headers.get('content-type'), whole.text.length]).toEqual(['text/csv; charset=utf-8', 1_000_000]);
    expect((await http.get('/v1/streams/0')).body).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    await expect(http.get('/v1/streams/100000')).rejects.toThrow();
  });

  test('the source of a stream ends with a client that leaves, before the first piece or in the middle', async () => {
    for (const begun of [false, true]) {
      const leaving = new AbortController();
      const asked = fetch(`${url}/v1/streams/200000`, { signal: leaving.signal }).catch(() => undefined);
      await waitFor(() => streaming > 0);
      if (begun) await asked;
      leaving.abort();
      await waitFor(() => streaming === 0);
    }
  });

  test('answers a doubled query parameter with 400', async () => {
    expect((await http.get('/v1/things/a?verbose=true&verbose=false')).status).toBe(400);
  });

  test('answers a missing role with 403', async () => {
    expect((await http.delete('/v1/things/a', { headers: identityHeaders() })).status).toBe(403);
    expect((await http.delete('/v1/things/a', { headers: identityHeaders({ roles: ['admin'] }) })).status).toBe(204);
  });

  test('shows nothing of a bug', async () => {
    const reply = await http.get('/v1/things/bug');
    expect(reply.status).toBe(500);
    expect(reply.text).not.toMatch(/secret detail/);
  });

  test('says when to come back', async () => {
    const reply = await http.get('/v1/things/busy');
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '7']);
  });
});

test('/readyz answers 503 while a store is away, /healthz still 200', async () => {
  ready = false;
  expect((await http.get('/readyz')).status).toBe(503);
  expect((await http.get('/healthz')).status).toBe(200);
  ready = true;
  expect((await http.get('/readyz')).status).toBe(200);
});

describe('the fast path and Express answer alike', () => {
  const signed = identityHeaders({ userId: 'u1' });
  const json = { 'content-type': 'application/json' };
  const cases: [name: string, method: string, path: string, body?: string, headers?: Record<string, string>][] = [
    ['a read', 'GET', '/v1/things/a?verbose=true'],
    ['a change', 'POST', '/v1/things', JSON.stringify(thing), { ...signed, ...json }],
    ['no body in the reply', 'DELETE', '/v1/things/a', undefined, identityHeaders({ userId: 'u1', roles: ['admin'] })],
    ['two faults', 'POST', '/v1/things', '{"name":"","amount":0.5}', { ...signed, ...json }],
    ['broken JSON', 'POST', '/v1/things', '{"name":', { ...signed, ...json }],
    ['JSON that is no object', 'POST', '/v1/things', '"cup"', { ...signed, ...json }],
    ['a byte order mark', 'POST', '/v1/things', `\uFEFF${JSON.stringify(thing)}`, { ...signed, ...json }],
    ['no identity', 'POST', '/v1/things', JSON.stringify(thing), json],
    ['no role', 'DELETE', '/v1/things/a', undefined, signed],
    ['an unknown query', 'GET', '/v1/things/a?x=1'],
    ['a query given twice', 'GET', '/v1/things/a?verbose=true&verbose=false'],
    ['an escape in the path', 'GET', '/v1/things/%61'],
    ['a fault of ours', 'GET', '/v1/things/bug'],
    ['a refusal with a wait', 'GET', '/v1/things/busy'],
    ['a bad key', 'POST', '/v1/things', JSON.stringify(thing), { ...signed, ...json, 'idempotency-key': 'a b' }],
    ['another path', 'GET', '/v1/nothing'],
    ['another method', 'PUT', '/v1/things/a'],
    ['another content type', 'POST', '/v1/things', 'a=b', { ...signed, 'content-type': 'text/plain' }],
  ];
  test.each(cases.map((one) => ({ name: one[0], one })))('$name', async ({ one }) => {
    const [, method, path, body, headers = {}] = one;
    const ask = async (more: Record<string, string>) => {
      const init = { method, headers: { 'x-request-id': 'the-same-one', ...headers, ...more } };
      const reply = await fetch(new URL(path, url), body === undefined ? init : { ...init, body });
      const { date: _date, ...own } = Object.fromEntries(reply.headers);
      return { status: reply.status, headers: own, text: await reply.text() };
    };
    // a conditional request is Express's
    expect(await ask({})).toEqual(await ask({ 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' }));
  });
});
