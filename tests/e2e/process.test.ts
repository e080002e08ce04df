import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile, readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { freePorts, waitFor } from '@florin/testing';
import { end, enterableDirectory, launch, type Florin } from './florin.ts';
import { join } from './people.ts';

let dataDir: string;

beforeAll(async () => {
  dataDir = await enterableDirectory();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const start = (environment: Record<string, string> = {}) =>
  launch({ FLORIN_DATA: dataDir, ...environment }) as Promise<Florin>;

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Process ids whose command line holds `text`, read from /proc; empty where there is none. */
async function processesOf(text: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return line.includes(text) && pid !== process.pid ? [pid] : [];
    }),
  );
  return found.flat();
}

test('npm start with nothing configured tells what it does, keeps data over kill -9, and leaves no process behind', async () => {
  const first = await start();
  expect(first.output()).toMatch(/PostgreSQL \(embedded\)[^]*ledger[^]*gateway[^]*Florin is ready after/);
  expect(first.output()).toContain('/docs');
  expect(first.output()).toContain('/dev/mailbox');
  const ada = await join(first, 'Ada Fern');
  const deposit = await ada.post('/v1/deposits', { amount: 500, currency: 'USD' }, { idempotencyKey: randomUUID() });
  expect(deposit.status).toBe(201);

  await end(first.process, 'SIGKILL');
  const second = await start();
  const login = await second.http.post('/v1/auth/login', { identifier: ada.email, password: ada.password });
  const accounts = await second.http.get('/v1/accounts', { token: login.body.accessToken as string });
  expect(accounts.body.data).toContainEqual(expect.objectContaining({ kind: 'main', posted: 500 }));
  expect((await second.http.get('/v1/users/me', { token: login.body.accessToken as string })).body.name).toBe(
    'Ada Fern',
  );

  const stopped = performance.now();
  expect(await end(second.process, 'SIGINT')).toBe(0);
  expect(performance.now() - stopped).toBeLessThan(10_000);
  await waitFor(async () => (await processesOf(dataDir)).length === 0, { what: 'the end of every process' });
}, 120_000);

test('a second start on the same data says who holds it', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(new RegExp(`${first.process.pid}`));
  expect(alive(first.process.pid!)).toBe(true);
  await end(first.process);
}, 120_000);

test('a busy port is named, with how to choose another', async () => {
  const [port] = await freePorts(1);
  const holder = createServer().listen(port, '127.0.0.1');
  await expect(start({ PORT: String(port) })).rejects.toThrow(new RegExp(`Port ${port}[^]*PORT=${port + 1} npm start`));
  holder.close();
});

test('a second Ctrl-C stops at once', async () => {
  const florin = await start();
  // a request whose body never ends keeps the first Ctrl-C draining; "100 Continue" tells that the gateway has it
  const client = connect(Number(new URL(florin.url).port), '127.0.0.1');
  client.on('error', () => undefined);
  client.write(
    'POST /v1/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nexpect: 100-continue\r\ncontent-length: 99\r\n\r\n',
  );
  const [continued] = (await once(client, 'data')) as [Buffer];
  expect(continued.toString()).toMatch(/^HTTP\/1\.1 100 /);
  client.write('{');
  const exited = once(florin.process, 'exit');
  florin.process.kill('SIGINT');
  await waitFor(() => florin.output().includes('Stopping'), { what: 'the first Ctrl-C' });
  const again = setInterval(() => florin.process.kill('SIGINT'), 350);
  expect(await exited).toEqual([130, null]);
  clearInterval(again);
  client.destroy();
}, 120_000);

test('a faulty environment is told by name, without a stack trace', async () => {
  await expect(start({ PORT: 'eighty', MONGODB_URL: 'http://x' })).rejects.toThrow(/PORT[^]*MONGODB_URL/);
});
