import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DataLockedError, type PostgresServer, startPostgres } from '../../src/index.ts';
import { isRunning } from '../../src/lock/process-identity.ts';

const asRoot = process.getuid?.() === 0;
let template = '';
let parent = '';
let dataDir = '';
const running: PostgresServer[] = [];

// initdb is most of a first start: it runs once, and each test begins with a copy of what it made.
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'florin-postgres-template-'));
  await chmod(template, 0o755);
  const server = await startPostgres({ dataDir: join(template, 'postgres'), databases: [] });
  await server.stop();
});

afterAll(() => rm(template, { recursive: true, force: true }));

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'florin-postgres-'));
  // mkdtemp keeps others out; as root PostgreSQL runs as one of them.
  await chmod(parent, 0o755);
  dataDir = join(parent, 'postgres');
  execFileSync('cp', ['-a', join(template, 'postgres'), dataDir]);
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await rm(parent, { recursive: true, force: true });
});

async function start(databases: string[] = []): Promise<PostgresServer> {
  const server = await startPostgres({ dataDir, databases });
  running.push(server);
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  // The server may be killed under it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function startChild(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, 'server-process.ts'), [dataDir], { execArgv: [], detached: true });
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('the condition did not come true within 15 s');
    await delay(20);
  }
}

test('databases are made once, durable settings are on, and rows are there after a restart', async () => {
  const first = await start(['one', 'two words', 'one']);
  await query(first.url('two words'), 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1), (2)');
  const [settings] = await query(
    first.url('one'),
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS sync, current_setting('max_connections') AS most, current_setting('data_checksums') AS sums, lower('ÄÉ') AS lower",
  );
  expect(settings).toEqual({ fsync: 'on', sync: 'on', most: '200', sums: 'on', lower: 'äé' });
  await first.stop();
  const second = await start(['one', 'two words', 'three']);
  expect(await query(second.url('two words'), 'SELECT sum(n)::int AS sum FROM kept')).toEqual([{ sum: 3 }]);
  expect(await query(second.url('three'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('it asks for its password, keeps it from others and listens on loopback alone', async () => {
  const server = await start();
  const secret = new URL(server.url('postgres')).password;
  expect(secret.length).toBeGreaterThan(20);
  const file = await stat(join(server.dataDir, 'password'));
  expect(file.mode & 0o077).toBe(0);
  expect(await readFile(join(server.dataDir, 'password'), 'utf8')).toBe(secret);
  await expect(query(server.url('postgres').replace(secret, 'wrong'), 'SELECT 1')).rejects.toMatchObject({
    code: '28P01',
  });
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  if (outside) {
    const socket = connect(server.port, outside.address);
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  }
});

test('a second start on running data is told who holds it', async () => {
  await start();
  await expect(startPostgres({ dataDir, databases: [] })).rejects.toThrow(DataLockedError);
});

test('a busy port is told', async () => {
  const server = await start();
  const other = startPostgres({ dataDir: join(parent, 'other'), port: server.port, databases: [] });
  await expect(other).rejects.toThrow(`127.0.0.1:${String(server.port)}: the port is in use`);
});

test('kill -9 of the parent: the next start goes on with every committed row', async () => {
  const { child, url } = await startChild();
  await query(url, 'CREATE TABLE kept (n int); INSERT INTO kept SELECT generate_series(1, 1000)');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const server = await start();
  expect(await query(server.url('one'), 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
});

test('kill -9 of the parent leaves no server behind, also when nobody starts again', async () => {
  const { child } = await startChild();
  const pid = postmasterPid();
  expect(isRunning(pid)).toBe(true);
  child.kill('SIGKILL');
  await until(() => !isRunning(pid));
});

test('kill -9 of the server itself, then of its parent: the next start recovers', async () => {
  const { child, url } = await startChild();
  await query(url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
  process.kill(postmasterPid(), 'SIGKILL');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const server = await start();
  expect(await query(server.url('one'), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

test('a pid file whose number another program has now does not hold the start up', async () => {
  const first = await start();
  const pidFile = await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8');
  await first.stop();
  await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), pidFile.replace(/^\d+/, String(process.pid)));
  const second = await start();
  expect(await query(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('an initialisation that was cut short is begun anew', async () => {
  await rm(dataDir, { recursive: true });
  await mkdir(join(dataDir, 'cluster.draft', 'base'), { recursive: true });
  await writeFile(join(dataDir, 'cluster.draft', 'PG_VERSION'), '18');
  const server = await start();
  expect(await query(server.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, 'cluster.draft'))).toBe(false);
});

test('Ctrl-C in the terminal does not reach the server, and stop ends it', async () => {
  const { child, url } = await startChild();
  const pid = postmasterPid();
  // What the terminal does: the signal goes to the whole group in its foreground.
  process.kill(-child.pid!, 'SIGINT');
  await delay(300);
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  child.kill('SIGKILL');
  await until(() => !isRunning(pid));
  const server = await start();
  const next = postmasterPid();
  await Promise.all([server.stop(), server.stop()]);
  expect(isRunning(next)).toBe(false);
});

test('where only the owner may enter it runs all the same, as root with its data elsewhere and saying so', async () => {
  await rm(dataDir, { recursive: true });
  await chmod(parent, 0o700);
  const first = await start(['one']);
  await query(first.url('one'), 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (5)');
  await first.stop();
  const second = await start();
  expect(await query(second.url('one'), 'SELECT n FROM kept')).toEqual([{ n: 5 }]);
  expect(second.dataDir).toBe(first.dataDir);
  if (!asRoot) {
    expect([second.dataDir, second.note]).toEqual([dataDir, undefined]);
    return;
  }
  expect(second.dataDir).not.toBe(dataDir);
  expect(second.note).toContain(second.dataDir);
  await second.stop();
  // The data of a temporary directory that is gone goes with the next that is made.
  await rm(dataDir, { recursive: true });
  const third = await start();
  expect([existsSync(second.dataDir), existsSync(third.dataDir)]).toEqual([false, true]);
  await third.stop();
  await rm(third.dataDir, { recursive: true });
});
