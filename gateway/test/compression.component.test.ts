import { request as send, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { dialectRoute, type Dialect } from '../src/dialects/dialect.ts';
import { createHarness, type Harness } from './harness.ts';

const ROWS = Array.from({ length: 2_000 }, (_, at) => ({ id: at, description: `Flat white ${at}` }));
const LARGE = JSON.stringify({ data: ROWS });
const SMALL = JSON.stringify({ data: ROWS.slice(0, 20) });

const rows = dialectRoute({
  method: ['GET', 'POST'],
  path: '/shop/rows/:count',
  summary: 'Rows',
  tag: 'test',
  access: 'public',
  params: z.object({ count: z.coerce.number() }),
  replies: { 200: { description: 'Rows', example: {} } },
  handler: ({ params }) => Promise.resolve({ body: { data: ROWS.slice(0, params.count) } }),
});
const shop: Dialect = {
  name: 'shop',
  title: 'Shop',
  description: 'A shop',
  prefixes: ['/shop'],
  routes: [rows],
  renderError: ({ code }) => ({ status: 418, body: { code } }),
};

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness({}, { dialects: () => [shop] });
  await harness.ready();
  harness.upstream.handler = (request, response) => {
    const [, , , kind = ''] = request.url?.split('/') ?? [];
    const body = kind === 'small' ? SMALL : kind === 'tiny' ? '{"data":[]}' : LARGE;
    response.setHeader('Content-Type', kind === 'picture' ? 'image/png' : 'application/json; charset=utf-8');
    response.setHeader('ETag', kind === 'strong' ? '"a"' : 'W/"a"');
    if (kind === 'coded') response.setHeader('Content-Encoding', 'zstd');
    if (kind === 'piecewise') {
      response.write(body.slice(0, 5_000));
      response.end(body.slice(5_000));
    } else response.setHeader('Content-Length', Buffer.byteLength(body)).end(body);
  };
});
afterAll(() => harness.stop());

interface Got {
  headers: IncomingHttpHeaders;
  /** as it came */
  bytes: Buffer;
}

function get(path: string, accepted?: string, method = 'GET'): Promise<Got> {
  const headers = { authorization: `Bearer ${harness.token()}`, ...(accepted ? { 'accept-encoding': accepted } : {}) };
  return new Promise((resolve, reject) => {
    send(`${harness.url}${path}`, { method, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => {
        resolve({ headers: reply.headers, bytes: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['gzip;q=1.0, br;q=0', 'gzip', gunzipSync],
])('a client that takes %s gets a list by %s, whole', async (accepted, encoding, read) => {
  for (const [path, whole] of [
    ['/v1/transfers/small', SMALL],
    ['/v1/transfers/large', LARGE],
    ['/shop/rows/2000', LARGE],
    ['/shop/rows/100', JSON.stringify({ data: ROWS.slice(0, 100) })],
  ] as const) {
    const { headers, bytes } = await get(path, accepted);
    const isSmall = whole.length < 1_400;
    expect([path, headers['content-encoding']]).toEqual([path, isSmall ? undefined : encoding]);
    expect((isSmall ? bytes : read(bytes)).toString()).toBe(whole);
    expect(Number(headers['content-length'])).toBe(bytes.length);
    if (!isSmall) expect(headers.vary).toMatch(/Accept-Encoding/);
  }
});

test.each([
  ['a client that takes none', '/v1/transfers/large', undefined],
  ['a client that takes others only', '/v1/transfers/large', 'zstd, identity'],
  ['a client that refuses both', '/v1/transfers/large', 'br;q=0, gzip; q=0.0'],
  ['a reply of one packet', '/v1/transfers/tiny', 'br'],
  ["a dialect's reply of one packet", '/shop/rows/2', 'br'],
  ['a picture', '/v1/transfers/picture', 'br'],
  ['a reply whose length is not told', '/v1/transfers/piecewise', 'br'],
  ['a reply of auth, which may hold a secret', '/v1/auth/sessions', 'br'],
])('%s gets it as it is', async (_case, path, accepted) => {
  const { headers, bytes } = await get(path, accepted);
  expect(headers['content-encoding']).toBeUndefined();
  expect(bytes.length).toBeGreaterThan(0);
});

test('what a service has encoded itself is left alone', async () => {
  const { headers, bytes } = await get('/v1/transfers/coded', 'br');
  expect(headers['content-encoding']).toBe('zstd');
  expect(bytes.toString()).toBe(LARGE);
});

test('a write and a HEAD are not compressed', async () => {
  expect((await get('/v1/transfers/large', 'br', 'POST')).headers['content-encoding']).toBeUndefined();
  expect((await get('/shop/rows/2000', 'br', 'POST')).headers['content-encoding']).toBeUndefined();
  const { headers, bytes } = await get('/v1/transfers/large', 'br', 'HEAD');
  expect([headers['content-encoding'], bytes.length]).toEqual([undefined, 0]);
});

test('an ETag that says the same byte for byte becomes a weak one, a weak one stays as it is', async () => {
  expect((await get('/v1/transfers/strong', 'br')).headers.etag).toBe('W/"a"');
  expect((await get('/v1/transfers/strong')).headers.etag).toBe('"a"');
  expect((await get('/v1/transfers/large', 'br')).headers.etag).toBe('W/"a"');
});
