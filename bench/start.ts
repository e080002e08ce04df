/**
 * `npm run bench:start [-- --turns=3] [--root=<another checkout>]`: how long `npm start` takes until it is ready, the first time and again, and what memory it
 * and each process alone take when nobody asks for anything. Stores of its own: the embedded ones for `npm start`, and
 * POSTGRES_URL and an embedded MongoDB for processes alone. Ends by itself; exits with 1 when a goal is missed.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMongoServer } from '@florin/embedded';
import { freePorts } from '@florin/testing';
import { createWorld } from './ledger/world.ts';
import { cpuMicrosOf } from './measure/cpu.ts';
import { spreadOf } from './measure/statistics.ts';

const { values: given } = parseArgs({ options: { turns: { type: 'string', default: '3' }, root: { type: 'string' } } });
/** of another checkout, to compare with */
const ROOT = given.root ?? new URL('..', import.meta.url).pathname;
/** of the start itself all is given back by then */
const IDLE_MS = 10_000;
const LIMIT_MS = 60_000;
const SECRET = 'a-secret-for-benches-of-at-least-32-characters';

interface Started {
  /** until it was ready */
  ms: number;
  /** of processor until then */
  cpuMs: number;
  /** of the process when idle; for `npm start` with its PostgreSQL */
  idleMb: number;
  databaseMb: number;
}

const folder = await mkdtemp(join(tmpdir(), 'florin-bench-'));
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a program, waits until `url` answers and then until it is idle, and stops it. */
async function start(program: string, environment: Record<string, string>, url: string): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [program], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await ready(child, url, began);
    const ms = performance.now() - began;
    const cpuMs = cpuMicrosOf(child.pid ?? 0) / 1_000;
    await wait(IDLE_MS);
    const family = await familyOf(child.pid ?? 0);
    const [own = 0, ...others] = await Promise.all(family.map(proportionalMb));
    return { ms, cpuMs, idleMb: own, databaseMb: others.reduce((sum, mb) => sum + mb, 0) };
  } finally {
    await end(child);
  }
}

async function ready(child: ChildProcess, url: string, began: number): Promise<void> {
  const answers = () =>
    fetch(url).then(
      (reply) => reply.ok,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null || performance.now() - began > LIMIT_MS) throw new Error(`${url} did not answer`);
    await wait(10);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** The process and all that it started. */
async function familyOf(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
    parents.set(Number(entry), Number(stat.split(') ')[1]?.split(' ')[1]));
  }
  const family = [pid];
  for (const one of family) family.push(...[...parents].filter(([, parent]) => parent === one).map(([child]) => child));
  return family;
}

/** Memory of a process, where pages that several share are counted once over all of them. */
async function proportionalMb(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
}

async function startStack(data: string): Promise<Started> {
  const [port] = await freePorts(1);
  return start('stack/src/main.ts', { FLORIN_DATA: data, PORT: String(port) }, `http://127.0.0.1:${port}/readyz`);
}

async function startAlone(name: string, postgresUrl: string, mongodbUrl: string): Promise<Started> {
  const [http, grpc] = await freePorts(2);
  const url = name === 'gateway' ? '/healthz' : '/readyz';
  const program = name === 'gateway' ? 'gateway/src/main.ts' : `services/${name}/src/main.ts`;
  const environment = {
    ...{ HTTP_PORT: String(http), PORT: String(http), GRPC_PORT: String(grpc), INTERNAL_SECRET: SECRET },
    ...{ POSTGRES_URL: postgresUrl, BUS_POSTGRES_URL: postgresUrl },
    ...{ MONGODB_URL: mongodbUrl, BUS_NAMESPACE: 'benchstart', ATTACHMENTS_DIR: join(folder, 'files') },
  };
  return start(program, environment, `http://127.0.0.1:${http}${url}`);
}

const goals: boolean[] = [];
function record(what: string, { ms, cpuMs, idleMb, databaseMb }: Started, goal?: { ms: number; mb: number }): void {
  const met = !goal || (ms <= goal.ms && idleMb + databaseMb <= goal.mb);
  goals.push(met);
  const asked = goal ? `goal ${goal.ms / 1_000} s, ${goal.mb} MB: ${met ? 'met' : 'MISSED'}` : '';
  const time = `${(ms / 1_000).toFixed(2)} s, ${cpuMs.toFixed(0)} ms of processor`;
  console.log(
    `${what.padEnd(26)} ${time.padEnd(36)} idle ${idleMb.toFixed(0)} MB${databaseMb > 0 ? ` + ${databaseMb.toFixed(0)} PostgreSQL` : ''}  ${asked}`,
  );
}

/** The middle turn by time, with the median memory. */
const middle = (turns: readonly Started[]): Started => ({
  ms: spreadOf(turns.map(({ ms }) => ms)).median,
  cpuMs: spreadOf(turns.map(({ cpuMs }) => cpuMs)).median,
  idleMb: spreadOf(turns.map(({ idleMb }) => idleMb)).median,
  databaseMb: spreadOf(turns.map(({ databaseMb }) => databaseMb)).median,
});

try {
  record('npm start, the first time', await startStack(join(folder, 'data')), { ms: 5_000, mb: 350 });
  const again: Started[] = [];
  for (let turn = 0; turn < Number(given.turns); turn += 1) again.push(await startStack(join(folder, 'data')));
  record('npm start, again', middle(again), { ms: 2_500, mb: 350 });
  const world = await createWorld();
  const mongo = await startMongoServer({ dataDir: join(folder, 'mongo') });
  try {
    for (const name of ['gateway', 'auth', 'users', 'ledger', 'finance', 'notify']) {
      record(`${name} alone`, await startAlone(name, world.url, mongo.url.replace('/?', `/${name}?`)));
    }
  } finally {
    await mongo.stop();
    await world.drop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = goals.every(Boolean) ? 0 : 1;
