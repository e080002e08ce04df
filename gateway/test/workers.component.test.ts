import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request as send } from 'node:http';
import { join } from 'node:path';
import { createBus } from '@florin/messaging';
import { createLogger, newId } from '@florin/service-kit';
import { TEST_SECRET, createTestDatabase, freePorts, testNamespace, waitFor, type TestDatabase } from '@florin/testing';
import { Redis } from 'ioredis';
import { createHarness, type Harness } from './harness.ts';
import { event } from './support/tokens.ts';

const redisUrl = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const withRedis = (await answers()) ? describe : describe.skip;
const LIMIT = 30;

async function answers(): Promise<boolean> {
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 500 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return true;
  } catch {
    console.warn(`the workers of a gateway were not tested: no Redis answers at ${redisUrl}`);
    return false;
  } finally {
    redis.disconnect();
  }
}

withRedis('two workers of one gateway', () => {
  let harness: Harness;
  let database: TestDatabase;
  let gateway: ChildProcess;
  let port: number;
  const namespace = testNamespace();

  beforeAll(async () => {
    // its fakes stand in for the services of the workers, too
    harness = await createHarness();
    database = await createTestDatabase();
    [port = 0] = await freePorts(1);
    const urls = ['AUTH', 'USERS', 'LEDGER', 'FINANCE', 'NOTIFY'].map((name) => [`${name}_URL`, harness.upstream.url]);
    gateway = fork(join(import.meta.dirname, '../src/main.ts'), {
      env: {
        PATH: process.env['PATH'],
        ...Object.fromEntries(urls),
        ...{ PORT: String(port), GATEWAY_WORKERS: '2', REDIS_URL: redisUrl, INTERNAL_SECRET: TEST_SECRET },
        ...{ BUS_POSTGRES_URL: database.url, BUS_NAMESPACE: namespace, LOG_LEVEL: 'silent' },
        ...{ RATE_LIMIT_USER_PER_MINUTE: String(LIMIT), AUTH_GRPC: harness.grpc['AUTH_GRPC'] },
      },
      stdio: 'inherit',
      execArgv: [],
    });
    await waitFor(async () => (await ask('/readyz').catch(() => undefined))?.status === 200, {
      timeoutMs: 20_000,
      what: 'the workers to be ready',
    });
  }, 30_000);
  afterAll(async () => {
    if (gateway.exitCode === null) gateway.kill('SIGKILL');
    await harness.stop();
    await database.drop();
  });

  /** Over a connection of its own, which the next worker in turn gets. */
  function ask(path: string, token = ''): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
      send({ port, host: '127.0.0.1', path, headers, agent: false }, (reply) => {
        let body = '';
        reply.on('data', (chunk: Buffer) => (body += chunk.toString()));
        reply.on('error', reject).on('end', () => {
          resolve({ status: reply.statusCode ?? 0, body });
        });
      })
        .on('error', reject)
        .end();
    });
  }
  /** Whether nobody answers a new connection: it is refused, or waits in vain where it came as the workers were leaving. */
  const stopped = () =>
    Promise.race([
      ask('/healthz').then(
        () => false,
        () => true,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, 300, true).unref()),
    ]);
  const askTimes = (times: number, token: string) =>
    Promise.all(Array.from({ length: times }, async () => (await ask('/v1/transfers', token)).status));

  test('keep one limit together', async () => {
    const statuses = await askTimes(LIMIT + 10, harness.token());
    expect(statuses.filter((status) => status === 200)).toHaveLength(LIMIT);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  test('tell what both measured', async () => {
    const count = async () =>
      Number(
        /_request_duration_seconds_count\{[^}]*route="\/v1\/budgets"[^}]*\} (\d+)/.exec(
          (await ask('/metrics')).body,
        )?.[1] ?? 0,
      );
    const token = harness.token();
    await Promise.all(Array.from({ length: 12 }, () => ask('/v1/budgets', token)));
    expect([await count(), await count()]).toEqual([12, 12]);
  });

  test('refuse a session that was ended, both', async () => {
    const [userId, sessionId] = [newId(), newId()];
    const token = harness.token({ sub: userId, sid: sessionId });
    expect(await askTimes(6, token)).toEqual(Array(6).fill(200));
    const auth = createBus({
      postgresUrl: database.url,
      namespace,
      service: 'auth',
      logger: createLogger('auth', 'silent'),
    });
    await auth.start();
    const revokedAt = new Date().toISOString();
    await auth.publish([event('auth.session-revoked.v1', { userId, sessionId, reason: 'logout', revokedAt })]);
    await waitFor(async () => (await askTimes(4, token)).every((status) => status === 401), {
      what: 'the end of the session at both',
    });
    await auth.stop();
  });

  test('answer what is under way when they are told to stop, and end', async () => {
    let answer: (() => void) | undefined;
    harness.upstream.handler = (_request, response) => {
      answer = () => response.setHeader('Content-Type', 'application/json').end('{"late":true}');
    };
    const reply = ask('/v1/transfers', harness.token());
    await waitFor(() => answer !== undefined);
    const ended = once(gateway, 'exit');
    gateway.kill('SIGTERM');
    await waitFor(() => stopped(), { what: 'an end of new connections' });
    answer?.();
    expect(await reply).toEqual({ status: 200, body: '{"late":true}' });
    expect(await ended).toEqual([0, null]);
  });
});
