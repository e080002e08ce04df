import { randomInt } from 'node:crypto';
import { Redis } from 'ioredis';
import { createMemoryBus } from '@florin/messaging/memory';
import { createTestClock } from '@florin/testing';
import { sendRaw } from './support/raw.ts';
import { compose } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';
import { createHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness({ ALLOWED_ORIGINS: 'https://app.example', DEPLOYMENT: 'development' });
  await harness.ready();
});
afterAll(() => harness.stop());

async function withWorld(environment: Record<string, string>, work: (other: Harness) => Promise<void>, overrides = {}) {
  const other = await createHarness(environment, overrides);
  try {
    await other.ready();
    await work(other);
  } finally {
    await other.stop();
  }
}

describe('paths', () => {
  test.each(['/nothing', '/v1', '/v1/unknown', '/V1/transfers', '/dev', '/v1transfers', '/openapi/none.json'])(
    'unknown %s answers 404 problem+json',
    async (path) => {
      const reply = await harness.http.get(path);
      expect([reply.status, reply.body.code, reply.body.instance]).toEqual([404, 'NOT_FOUND', path]);
      expect(reply.body.requestId).toBe(reply.headers.get('x-request-id'));
    },
  );

  test.each([
    '//v1/transfers',
    '/v1//transfers',
    '/v1/../v1/transfers',
    '/v1/./transfers',
    '/v1/auth/%2e%2e/transfers',
    '/v1/auth/%2E%2E/transfers',
    '/v1/auth%2f..%2ftransfers',
    '/v1/transfers%00',
    '/v1/transfers%5c..',
    '/v1/%252e',
    '/v1/transfers/%zz',
    '/v1/transfers/%ff',
    '/v1\\transfers',
    'http://evil.example/v1/transfers',
    '*',
    '/v1/transfers#x',
    `/${'a'.repeat(5000)}`,
  ])('trick %s answers 400 and reaches nobody', async (path) => {
    const before = harness.upstream.seen.length;
    const reply = await sendRaw(harness.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1.1 400 /);
    expect(reply).toMatch('application/problem+json');
    expect(harness.upstream.seen.length).toBe(before);
  });

  test('methods nobody serves answer 405', async () => {
    const reply = await sendRaw(harness.port, 'TRACE /v1/transfers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(reply).toMatch(/^HTTP\/1.1 405 /);
    expect(reply).toMatch(/Allow: GET/);
  });
});

describe('what is hardly HTTP', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['headers over 16 KB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'both lengths, as for request smuggling',
      'POST /v1/transfers HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'two different lengths',
      'POST /v1/transfers HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde',
      400,
    ],
    ['a broken chunk', 'POST /v1/transfers HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n', 400],
  ])('%s answers problem+json', async (_name, bytes, status) => {
    const reply = await sendRaw(harness.port, bytes);
    expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(reply).toMatch('problem+json');
  });
});

describe('probes', () => {
  test('/healthz, /readyz and /metrics answer', async () => {
    expect((await harness.http.get('/healthz')).body).toEqual({ status: 'ok' });
    const ready = await harness.http.get('/readyz');
    expect(ready.body.status).toBe('ready');
    expect(Object.keys(ready.body.checks)).toEqual([
      'auth',
      'users',
      'ledger',
      'finance',
      'notify',
      'bus',
      'revocations',
      'signing keys',
      'running',
    ]);
    await harness.http.get('/v1/transfers/123');
    const metrics = await harness.http.get('/metrics');
    expect(metrics.text).toMatch(/florin_http_request_duration_seconds_count\{[^}]*route="\/v1\/transfers"/);
    expect(metrics.text).not.toMatch('/v1/transfers/123');
  });

  test('/metrics is for this machine only, and not for what a proxy hands on', async () => {
    expect((await harness.http.get('/metrics', { headers: { 'x-forwarded-for': '1.2.3.4' } })).status).toBe(404);
    await withWorld({ METRICS: 'off' }, async (other) => {
      expect((await other.http.get('/metrics')).status).toBe(404);
    });
  });
});

describe('browsers', () => {
  const preflight = (origin: string) =>
    harness.http.send('OPTIONS', '/v1/transfers', {
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });

  test('a page of a listed origin may call, with cookies', async () => {
    const reply = await preflight('https://app.example');
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(reply.headers.get('access-control-allow-credentials')).toBe('true');
    expect(reply.headers.get('access-control-allow-headers')).toMatch('Authorization');
    const call = await harness.http.get('/v1/transfers', { headers: { origin: 'https://app.example' } });
    expect(call.headers.get('access-control-expose-headers')).toMatch('Idempotency-Replayed');
  });

  test('a page of another origin may not', async () => {
    for (const origin of ['https://evil.example', 'null', 'https://app.example.evil.example']) {
      expect((await preflight(origin)).headers.has('access-control-allow-origin')).toBe(false);
      const call = await harness.http.get('/v1/transfers', { headers: { origin } });
      expect(call.headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  test('every reply carries a strict content security policy, errors too', async () => {
    for (const path of ['/openapi.json', '/v1/unknown', '/v1/transfers']) {
      const { headers } = await harness.http.get(path);
      expect(headers.get('content-security-policy')).toMatch(
        path.startsWith('/v1/') ? "default-src 'none'" : "default-src 'self'",
      );
      expect(headers.get('content-security-policy')).not.toMatch('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.has('strict-transport-security')).toBe(false);
    }
    await withWorld({ PUBLIC_URL: 'https://money.example/' }, async (other) => {
      expect((await other.http.get('/docs')).headers.get('strict-transport-security')).toMatch('max-age');
    });
  });
});

describe('the docs', () => {
  test('the document is served and listed', async () => {
    expect((await harness.http.get('/openapi.json')).body.paths['/v1/transfers']).toBeDefined();
    expect((await harness.http.get('/openapi/index.json')).body.data[0]).toEqual({
      title: 'Florin /v1',
      url: '/openapi.json',
    });
  });

  test('/ welcomes programs with JSON', async () => {
    expect((await harness.http.get('/', { headers: { accept: 'application/json' } })).body.docs).toBe('/docs');
  });
});

test('the mailbox is there in development only', async () => {
  expect((await harness.http.get('/dev/mailbox?to=a')).body.url).toBe('/dev/mailbox?to=a');
  await withWorld({ DEPLOYMENT: 'production' }, async (other) => {
    expect((await other.http.get('/dev/mailbox')).status).toBe(404);
  });
});

describe("the caller's address", () => {
  const seenBy = async (other: Harness, forwarded?: string) => {
    await other.http.get('/v1/transfers', forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } });
    return other.upstream.seen.at(-1)!.headers['x-florin-client-ip'];
  };
  test('is the connection’s own when no proxy is trusted, whatever the client claims', async () => {
    expect(await seenBy(harness, '1.2.3.4')).toBe('127.0.0.1');
  });

  test('is the last one that a trusted proxy saw', async () => {
    await withWorld({ TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8' }, async (other) => {
      expect(await seenBy(other, '6.6.6.6, 1.2.3.4, 10.1.2.3')).toBe('1.2.3.4');
      expect(await seenBy(other, '::ffff:1.2.3.4')).toBe('1.2.3.4');
      expect(await seenBy(other, 'not an address')).toBe('127.0.0.1');
    });
  });

  test('a faulty list of proxies is refused before anything starts', () => {
    const environment = { AMQP_URL: 'amqp://x', LOG_LEVEL: 'silent', TRUSTED_PROXIES: 'nonsense' };
    expect(() => compose(readConfig(environment), { bus: createMemoryBus() })).toThrow(/TRUSTED_PROXIES/);
  });
});

describe('limits', () => {
  const limited = { RATE_LIMIT_ADDRESS_PER_MINUTE: '5', RATE_LIMIT_USER_PER_MINUTE: '8', TRUSTED_PROXIES: '127.0.0.1' };
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

  test('per address: the sixth call in a minute answers 429 and says when to come back; another address is free', async () => {
    const clock = createTestClock(new Date());
    await withWorld(
      limited,
      async (other) => {
        const replies = [];
        for (let i = 0; i < 6; i += 1) replies.push(await other.http.get('/v1/transfers', from('1.1.1.1')));
        expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
        expect(replies[0]!.headers.get('ratelimit-limit')).toBe('5');
        expect(replies[0]!.headers.get('ratelimit-remaining')).toBe('4');
        expect(replies[5]!.body.code).toBe('RATE_LIMITED');
        expect(replies[5]!.headers.get('retry-after')).toBe('60');
        expect(replies[5]!.headers.get('ratelimit-reset')).toBe('60');
        expect((await other.http.get('/v1/transfers', from('1.1.1.2'))).status).toBe(200);
        expect((await other.http.get('/healthz', from('1.1.1.1'))).status).toBe(200);
        clock.advance(60_001);
        expect((await other.http.get('/v1/transfers', from('1.1.1.1'))).status).toBe(200);
      },
      { clock: clock.now },
    );
  });

  test('addresses of one IPv6 network of 64 bits count as one', async () => {
    await withWorld(limited, async (other) => {
      const statuses = [];
      for (let i = 1; i <= 6; i += 1) {
        const address = i % 2 === 0 ? `2001:db8:0:1::${i}` : `2001:0db8:0000:0001:0:${i}:0:1`;
        statuses.push((await other.http.get('/v1/transfers', from(address))).status);
      }
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
      expect((await other.http.get('/v1/transfers', from('2001:db8:0:2::1'))).status).toBe(200);
    });
  });

  test('per person, from whatever address; made-up tokens count for the address', async () => {
    await withWorld(limited, async (other) => {
      const token = other.token();
      const statuses = [];
      for (let i = 0; i < 9; i += 1) {
        statuses.push((await other.http.get('/v1/transfers', { token, ...from(`1.1.2.${i}`) })).status);
      }
      expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 429]);
      const made = [];
      for (let i = 0; i < 6; i += 1) {
        const reply = await other.http.get('/v1/transfers', { token: `${other.token()}x`, ...from('1.1.3.1') });
        made.push(reply.status);
      }
      expect(made).toEqual([401, 401, 401, 401, 401, 429]);
    });
  });

  test('in development they are ten times as wide', async () => {
    await withWorld({ ...limited, DEPLOYMENT: 'development' }, async (other) => {
      expect((await other.http.get('/v1/transfers', from('1.1.1.1'))).headers.get('ratelimit-limit')).toBe('50');
    });
  });

  test('are kept in memory while Redis is away', async () => {
    await withWorld({ ...limited, REDIS_URL: 'redis://127.0.0.1:1' }, async (other) => {
      const statuses = [];
      for (let i = 0; i < 6; i += 1) statuses.push((await other.http.get('/v1/transfers', from('1.1.1.1'))).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    });
  });

  test('are shared by gateways over Redis, where there is one', async () => {
    const url = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';
    const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    const reachable = await probe.connect().then(
      () => true,
      () => false,
    );
    probe.disconnect();
    const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
    await withWorld({ ...limited, REDIS_URL: url }, async (one) => {
      await withWorld({ ...limited, REDIS_URL: url }, async (other) => {
        const last = { left: '' };
        for (const gateway of [one, other, one, other, one]) {
          const reply = await gateway.http.get('/v1/transfers', from(address));
          last.left = reply.headers.get('ratelimit-remaining')!;
        }
        expect(last.left).toBe(reachable ? '0' : '2');
      });
    });
  });
});
