import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join as joinPath } from 'node:path';
import {
  TEST_SECRET,
  createHttpClient,
  createTestDatabase,
  freePorts,
  testMongoUrl,
  testNamespace,
  testStores,
  waitFor,
  type TestDatabase,
} from '@florin/testing';
import { end, type Florin } from './florin.ts';
import { METRICS, readMetrics } from './metrics.ts';
import { join, type Person } from './people.ts';

const ROOT = joinPath(import.meta.dirname, '../..');
const NAMES = ['auth', 'users', 'ledger', 'finance', 'notify'] as const;

let database: TestDatabase;
let florin: Pick<Florin, 'http' | 'url'>;
const processes = new Map<string, ChildProcess>();
/** by process, the port that tells its metrics */
const scraped = new Map<string, string>();
const environments = new Map<string, Record<string, string>>();
let output = '';

function run(name: string): void {
  const folder = name === 'gateway' ? 'gateway' : `services/${name}`;
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environments.get(name) };
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: joinPath(ROOT, folder), env });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += `${name}: ${chunk.toString()}`));
  processes.set(name, child);
}

const ready = (port: string) =>
  waitFor(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok, {
    timeoutMs: 40_000,
    what: `readiness on ${port}`,
  });

beforeAll(async () => {
  database = await createTestDatabase();
  const ports = (await freePorts(12)).map(String);
  const http = (name: string) => ports[NAMES.indexOf(name as 'auth')]!;
  const grpc = (name: string) => ports[5 + NAMES.indexOf(name as 'auth')]!;
  const { amqpUrl } = testStores();
  const port = ports[10]!;
  const common: Record<string, string> = {
    INTERNAL_SECRET: TEST_SECRET,
    DEPLOYMENT: 'development',
    PUBLIC_URL: `http://localhost:${port}`,
    BUS_NAMESPACE: testNamespace(),
    ...(amqpUrl ? { AMQP_URL: amqpUrl } : { BUS_POSTGRES_URL: database.url }),
    ...Object.fromEntries(NAMES.map((name) => [`${name.toUpperCase()}_GRPC`, `127.0.0.1:${grpc(name)}`])),
    ...Object.fromEntries(NAMES.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${http(name)}`])),
  };
  for (const name of NAMES) {
    const store: Record<string, string> =
      name === 'users' || name === 'notify' ? { MONGODB_URL: testMongoUrl() } : { POSTGRES_URL: database.url };
    environments.set(name, { ...common, ...store, HTTP_PORT: http(name), GRPC_PORT: grpc(name) });
  }
  environments.set('gateway', { ...common, PORT: port, METRICS_PORT: ports[11]! });
  for (const name of NAMES) scraped.set(name, http(name));
  scraped.set('gateway', ports[11]!);
  const url = `http://127.0.0.1:${port}`;
  florin = { url, http: createHttpClient(url) };
  // all at once, in no order: each waits for what it needs
  for (const name of ['gateway', ...NAMES]) run(name);
  try {
    await Promise.all([...NAMES.map(http), port].map(ready));
  } catch (error) {
    throw new Error(`not all processes came up:\n${output}`, { cause: error });
  }
}, 90_000);

afterAll(async () => {
  await Promise.all([...processes.values()].map((child) => end(child, 'SIGTERM')));
  await database.drop();
});

describe('six processes started by hand', () => {
  let ada: Person;
  let ben: Person;

  test('do what npm start does', async () => {
    [ada, ben] = await Promise.all([join(florin as Florin, 'Ada Fern'), join(florin as Florin, 'Ben Oak')]);
    const deposit = await ada.post(
      '/v1/deposits',
      { amount: 1_000, currency: 'USD' },
      { idempotencyKey: randomUUID() },
    );
    expect(deposit.body).toMatchObject({ status: 'succeeded' });
    const sent = await ada.post(
      '/v1/transfers',
      { to: { email: ben.email }, amount: 400, currency: 'USD' },
      { idempotencyKey: randomUUID() },
    );
    expect(sent.status).toBe(201);
    await waitFor(async () =>
      ((await ben.get('/v1/transactions')).body.data as { amount: number }[]).some((row) => row.amount === 400),
    );
    await waitFor(async () =>
      ((await ben.get('/v1/notifications')).body.data as { body: string }[]).some((each) => each.body.includes('4.00')),
    );
  });

  test('tell the metrics of docs/metrics.md, with its labels, and no others', async () => {
    for (const [name, port] of scraped) {
      const response = await fetch(`http://127.0.0.1:${port}/metrics`);
      expect(response.headers.get('content-type')).toContain('openmetrics');
      const { types, labels } = readMetrics(await response.text());
      const listed = METRICS.filter(({ processes }) => processes === 'all' || processes.split(', ').includes(name));
      expect([name, types]).toEqual([name, Object.fromEntries(listed.map((each) => [each.name, each.type]))]);
      for (const each of listed) {
        const given = [...(labels.get(each.name) ?? [])].filter((label) => label !== 'service' && label !== 'le');
        expect([each.name, given.filter((label) => !each.labels.includes(label))]).toEqual([each.name, []]);
      }
    }
    expect((await fetch(`http://127.0.0.1:${scraped.get('gateway')!}/v1/users/me`)).status).toBe(404);
  });

  test('count what was done: transfers and refusals, sign-ins, deliveries, calls, batches', async () => {
    const refused = await ada.post(
      '/v1/transfers',
      { to: { email: ben.email }, amount: 900_000, currency: 'USD' },
      { idempotencyKey: randomUUID() },
    );
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const wrong = { identifier: ben.email, password: 'not-the-password-of-ben' };
    expect((await florin.http.post('/v1/auth/login', wrong)).status).toBe(401);
    const told = async (name: string) => (await fetch(`http://127.0.0.1:${scraped.get(name)!}/metrics`)).text();
    const ledger = await told('ledger');
    expect(ledger).toMatch(/^florin_ledger_transfers_total\{kind="peer",.*\} 1$/m);
    expect(ledger).toMatch(/^florin_ledger_transfers_total\{kind="deposit",.*\} 1$/m);
    expect(ledger).toMatch(/^florin_ledger_refusals_total\{code="[A-Z_]+",.*\} 1$/m);
    expect(ledger).toMatch(/^florin_ledger_batch_wait_seconds_count\{.*\} [1-9]/m);
    expect(ledger).toMatch(/^florin_ledger_integrity_breaches\{.*\} 0$/m);
    expect(ledger).toMatch(/^florin_grpc_client_duration_seconds_count\{(?=.*target="auth").*code="OK".*\} [1-9]/m);
    expect(ledger).toMatch(/^florin_pool_wait_seconds_count\{.*pool="florin-ledger-poster".*\} [1-9]/m);
    const signIns = /^florin_auth_sign_ins_total\{way="password",outcome="wrong-password",.*\} 1$/m;
    expect(await told('auth')).toMatch(signIns);
    expect(await told('gateway')).toMatch(
      /^florin_upstream_request_duration_seconds_count\{.*outcome="answered".*\} [1-9]/m,
    );
    await waitFor(async () =>
      /^florin_notify_deliveries_total\{channel="email",outcome="sent",/m.test(await told('notify')),
    );
    expect(await told('finance')).toMatch(/^florin_bus_queue_events\{consumer="finance\.[a-z-]+",.*\} \d+$/m);
  });

  test('a dead ledger answers 503 with Retry-After and never hangs; the others go on; once back, it works', async () => {
    await end(processes.get('ledger')!, 'SIGKILL');
    const started = performance.now();
    const reply = await ada.get('/v1/accounts');
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(reply.body).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ada.get('/v1/users/me')).status).toBe(200);
    run('ledger');
    await waitFor(async () => (await ada.get('/v1/accounts')).status === 200, {
      timeoutMs: 20_000,
      what: 'the ledger to be back',
    });
  });

  test('a signal drains and ends each with 0', async () => {
    const codes = await Promise.all([...processes.values()].map((child) => end(child, 'SIGTERM')));
    expect(codes).toEqual(codes.map(() => 0));
  });
});
