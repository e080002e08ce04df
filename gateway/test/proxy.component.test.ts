import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { waitFor } from '@florin/testing';
import { sendRaw } from './support/raw.ts';
import { createHarness, type Harness } from './harness.ts';
import { fakeUpstream, type FakeUpstream } from './support/upstream.ts';
import { way } from './support/way.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
  await harness.ready();
});
afterAll(() => harness.stop());

/** Only for the tests that wait for it: a busy machine may well take this long over a good reply. */
const SHORT_TIMEOUT = { UPSTREAM_TIMEOUT_MS: '400' };

/** A gateway whose ledger is the given server, so that breaking it leaves the others alone. */
async function withLedger(
  work: (other: Harness, ledger: FakeUpstream) => Promise<void>,
  env: Record<string, string> = {},
) {
  const ledger = await fakeUpstream();
  const other = await createHarness({ LEDGER_URL: ledger.url, ...env });
  try {
    await other.ready();
    await work(other, ledger);
  } finally {
    await other.stop();
    await ledger.stop();
  }
}

test('paths go to the service that owns their first segment', async () => {
  await withLedger(async (other, ledger) => {
    for (const path of ['/v1/accounts', '/v1/transfers/1?x=1', '/v1/admin/accounts', '/v1/payment-requests/']) {
      expect((await other.http.get(path)).status).toBe(200);
    }
    expect(ledger.seen.map(({ url }) => url)).toEqual([
      '/v1/accounts',
      '/v1/transfers/1?x=1',
      '/v1/admin/accounts',
      '/v1/payment-requests/',
    ]);
    for (const path of ['/v1/users/me', '/v1/friends', '/v1/wallets', '/v1/notifications', '/.well-known/x']) {
      expect((await other.http.get(path)).body.url).toBe(path);
    }
    expect(ledger.seen).toHaveLength(4);
  });
});

test('only listed headers go up and come down; request id and trace are passed on', async () => {
  harness.upstream.handler = (_request, response) => {
    response.setHeader('ETag', '"1"').setHeader('Set-Cookie', 'a=b').setHeader('Server', 'secret/1.0');
    response.setHeader('Idempotency-Replayed', 'true').setHeader('X-Internal', 'x').end('{}');
  };
  const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const reply = await harness.http.post(
    '/v1/transfers',
    { a: 1 },
    {
      idempotencyKey: 'k1',
      headers: {
        cookie: 'a=b',
        'x-forwarded-for': '1.2.3.4',
        te: 'trailers',
        'proxy-authorization': 'x',
        traceparent: trace,
        'x-request-id': 'my-request-1',
        'x-other': 'y',
        'x-florin-timeout-ms': '1',
      },
    },
  );
  const { 'x-florin-timeout-ms': waits, ...headers } = harness.upstream.seen.at(-1)!.headers;
  // what streams may take longer than its first byte
  if (way.fastPath) expect(Math.abs(Number(waits) - 12_500)).toBeLessThanOrEqual(2_500);
  else expect(waits).toBeUndefined();
  expect(Object.keys(headers).sort()).toEqual([
    'accept',
    'accept-language',
    'connection',
    'content-length',
    'content-type',
    'host',
    'idempotency-key',
    'traceparent',
    'user-agent',
    'x-florin-client-ip',
    'x-request-id',
  ]);
  expect(headers['idempotency-key']).toBe('k1');
  expect(headers['x-request-id']).toBe('my-request-1');
  expect(headers.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)/);
  expect(reply.headers.get('etag')).toBe('"1"');
  expect(reply.headers.get('idempotency-replayed')).toBe('true');
  expect(reply.headers.get('x-request-id')).toBe('my-request-1');
  for (const name of ['set-cookie', 'server', 'x-internal', 'x-powered-by'])
    expect(reply.headers.has(name)).toBe(false);
});

test('a body of a megabyte goes up and comes down unchanged, with and without a length', async () => {
  harness.upstream.handler = (_request, response, body) => {
    response.setHeader('Content-Type', 'application/octet-stream').end(body);
  };
  const bytes = randomBytes(1024 * 1024);
  const sum = (data: Buffer) => createHash('sha256').update(data).digest('hex');
  for (const body of [bytes, new Blob([bytes]).stream()]) {
    const response = await fetch(`${harness.url}/v1/transfers`, { method: 'POST', body, duplex: 'half' });
    expect(sum(Buffer.from(await response.arrayBuffer()))).toBe(sum(bytes));
  }
});

test('a reply is streamed, not collected', async () => {
  let finish = () => {};
  harness.upstream.handler = (_request, response) => {
    response.write('first');
    finish = () => void response.end('last');
  };
  const response = await fetch(`${harness.url}/v1/transfers`);
  const reader = response.body!.getReader();
  expect(Buffer.from((await reader.read()).value).toString()).toBe('first');
  finish();
  expect(Buffer.from((await reader.read()).value).toString()).toBe('last');
});

test('HEAD carries the headers and no body; 204 and 304 pass', async () => {
  harness.upstream.handler = (request, response) => {
    if (request.url === '/v1/transfers/204') response.writeHead(204).end();
    else if (request.headers['if-none-match'] === '"1"') response.writeHead(304, { ETag: '"1"' }).end();
    else response.writeHead(200, { 'Content-Length': '5' }).end('hello');
  };
  const head = await harness.http.send('HEAD', '/v1/transfers');
  expect([head.status, head.headers.get('content-length'), head.text]).toEqual([200, '5', '']);
  expect((await harness.http.delete('/v1/transfers/204')).status).toBe(204);
  expect((await harness.http.get('/v1/transfers', { headers: { 'if-none-match': '"1"' } })).status).toBe(304);
});

test('OPTIONS that is no preflight is answered by the service', async () => {
  harness.upstream.handler = (_request, response) => response.writeHead(405, { Allow: 'GET, HEAD, POST' }).end();
  const reply = await harness.http.send('OPTIONS', '/v1/transfers');
  expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
});

test('"Connection: close" is honoured', async () => {
  harness.upstream.handler = (_request, response) => response.end('ok');
  const started = performance.now();
  const reply = await sendRaw(
    harness.port,
    'GET /v1/transfers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    30_000,
  );
  expect(reply).toMatch(/^HTTP\/1.1 200 /);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('a keep-alive connection to the service is used again', async () => {
  harness.upstream.handler = (_request, response) => response.end('ok');
  const connections = new Set<unknown>();
  harness.upstream.server.on('request', (request: { socket: unknown }) => connections.add(request.socket));
  for (let i = 0; i < 5; i += 1) await harness.http.get('/v1/transfers');
  expect(connections.size).toBe(1);
});

describe('an upstream in trouble', () => {
  test('that is dead: 503 problem+json with Retry-After, the others work on, /readyz names it and stays 200', async () => {
    await withLedger(async (other, ledger) => {
      await ledger.stop();
      const reply = await other.http.get('/v1/transfers');
      expect([reply.status, reply.body.code]).toEqual([503, 'UNAVAILABLE']);
      expect(reply.headers.get('content-type')).toMatch('application/problem+json');
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
      const change = await other.http.post('/v1/transfers', {}, { idempotencyKey: 'k1' });
      expect([change.status, change.body.meta]).toEqual([503, { outcome: 'none' }]);
      expect((await other.http.get('/v1/wallets')).status).toBe(200);
      const ready = await waitFor(async () => {
        const answer = await other.http.get('/readyz');
        return answer.body.checks.ledger === 'not ready' ? answer : undefined;
      });
      expect(ready.status).toBe(200);
      expect(ready.body.checks).toMatchObject({ ledger: 'not ready', finance: 'ready', bus: 'ready' });
    });
  });

  test('that does not answer in time: 504, without waiting longer', async () => {
    await withLedger(async (other, ledger) => {
      ledger.handler = () => undefined;
      const started = performance.now();
      const reply = await other.http.get('/v1/transfers');
      expect([reply.status, reply.body.code]).toEqual([504, 'DEADLINE_EXCEEDED']);
      expect([reply.headers.get('retry-after'), reply.body.meta]).toEqual(['1', { outcome: 'none' }]);
      const change = await other.http.post('/v1/transfers', {}, { idempotencyKey: 'k2' });
      expect(change.headers.get('retry-after')).toBe('1');
      expect([change.status, change.body.meta]).toEqual([504, { outcome: 'unknown', idempotencyKey: 'k2' }]);
      expect(performance.now() - started).toBeLessThan(8_000);
    }, SHORT_TIMEOUT);
  });

  test('that dies in the middle of a reply: the client sees a cut, and the gateway lives', async () => {
    await withLedger(async (other, ledger) => {
      ledger.handler = (_request, response) => {
        response.writeHead(200, { 'Content-Length': '100' }).write('half');
        setImmediate(() => response.destroy());
      };
      await expect(fetch(`${other.url}/v1/transfers`).then((response) => response.text())).rejects.toThrow();
      ledger.handler = (_request, response) => response.end('whole');
      expect((await other.http.get('/v1/transfers')).text).toBe('whole');
    });
  });

  test('that stops sending in the middle of a reply: cut after the time-out', async () => {
    await withLedger(async (other, ledger) => {
      ledger.handler = (_request, response) => void response.writeHead(200, { 'Content-Length': '100' }).write('half');
      await expect(fetch(`${other.url}/v1/transfers`).then((response) => response.text())).rejects.toThrow();
    }, SHORT_TIMEOUT);
  });

  test("that was restarted between two requests: the stale connection is not the client's trouble", async () => {
    await withLedger(async (other, ledger) => {
      expect((await other.http.get('/v1/transfers')).status).toBe(200);
      ledger.server.closeAllConnections();
      expect((await other.http.get('/v1/transfers')).status).toBe(200);
    });
  });

  test('opens the breaker after 20 failures, so that requests fail at once; it closes again later', async () => {
    await withLedger(async (other, ledger) => {
      ledger.handler = (_request, response) => response.destroy();
      for (let i = 0; i < 20; i += 1) expect((await other.http.post('/v1/transfers', {})).status).toBe(503);
      const seen = ledger.seen.length;
      expect((await other.http.post('/v1/transfers', {})).status).toBe(503);
      expect(ledger.seen.length).toBe(seen);
      ledger.handler = (_request, response) => response.end('{}');
      await waitFor(async () => (await other.http.get('/v1/transfers')).status === 200, { timeoutMs: 20_000 });
    });
  });

  test('refusals of the service never open the breaker, nor its own considered 503', async () => {
    await withLedger(async (other, ledger) => {
      for (const status of [400, 422, 500, 503]) {
        ledger.handler = (_request, response) =>
          response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end('{}');
        for (let i = 0; i < 25; i += 1) expect((await other.http.get('/v1/transfers')).status).toBe(status);
        expect(ledger.seen.filter(({ url }) => url === '/v1/transfers').length).toBeGreaterThanOrEqual(25);
      }
      expect(ledger.seen).toHaveLength(100);
    });
  });

  test('clients that leave early do not open the breaker', async () => {
    await withLedger(async (other, ledger) => {
      ledger.handler = () => undefined;
      for (let i = 0; i < 25; i += 1) {
        const seen = ledger.seen.length;
        const gone = httpRequest(`${other.url}/v1/transfers`).on('error', () => undefined);
        gone.end();
        await waitFor(() => ledger.seen.length > seen);
        gone.destroy();
      }
      ledger.handler = (_request, response) => response.end('{}');
      expect((await other.http.get('/v1/transfers')).status).toBe(200);
    });
  });
});

describe('a body that is too large answers 413', () => {
  const size = 1024 * 1024 + 1;
  test('by its Content-Length, before a byte of it is read', async () => {
    const before = harness.upstream.seen.length;
    const head = `POST /v1/wallets HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\n\r\n`;
    const reply = await sendRaw(harness.port, head);
    expect(reply).toMatch(/^HTTP\/1.1 413 /);
    expect(reply).toMatch('PAYLOAD_TOO_LARGE');
    expect(harness.upstream.seen.length).toBe(before);
  });

  test('by counting, when it comes in chunks', async () => {
    const chunk = 'x'.repeat(64 * 1024);
    const chunks = `${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(17);
    const head = 'POST /v1/wallets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
    const before = harness.upstream.seen.length;
    expect(await sendRaw(harness.port, `${head}${chunks}0\r\n\r\n`)).toMatch(/^HTTP\/1.1 413 /);
    expect(harness.upstream.seen.length).toBe(before);
  });

  test('chunks without end are cut', async () => {
    const chunk = `10000\r\n${'x'.repeat(65536)}\r\n`.repeat(40);
    const head = 'POST /v1/wallets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
    const started = performance.now();
    expect(await sendRaw(harness.port, head + chunk, 30_000)).toMatch(/^HTTP\/1.1 413 /);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('and up to the limit it passes; pictures of users may be larger', async () => {
    harness.upstream.handler = (_request, response, body) => response.end(String(body.length));
    expect((await harness.http.post('/v1/transfers', undefined, { rawBody: 'x'.repeat(size - 1) })).text).toBe(
      String(size - 1),
    );
    expect((await harness.http.post('/v1/users/me/picture', undefined, { rawBody: 'x'.repeat(size) })).text).toBe(
      String(size),
    );
  });
});
