import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongoServer } from '@florin/embedded';
import { freePorts } from '@florin/testing';
import { createWorld } from '../ledger/world.ts';
import { cpuMicrosOf, databaseCpu } from '../measure/cpu.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const SECRET = 'a-secret-for-benches-of-at-least-32-characters';
const SERVICES = ['auth', 'users', 'ledger', 'finance', 'notify'] as const;
const START_MS = 60_000;
const NO_LIMIT = '100000000';

export interface Processes {
  url: string;
  /** reads what each has used of the processor so far, in microseconds */
  cpu: Record<string, () => number>;
  stop(): Promise<void>;
}

/** The gateway and the five services as processes of their own over one database; MongoDB is MONGODB_URL or the embedded one here. */
export async function startProcesses(): Promise<Processes> {
  const folder = await mkdtemp(join(tmpdir(), 'florin-bench-'));
  const world = await createWorld();
  const mongo = process.env['MONGODB_URL'] ? undefined : await startMongoServer({ dataDir: join(folder, 'mongo') });
  const ports = await freePorts(SERVICES.length * 2 + 1);
  const port = String(ports.at(-1));
  const url = `http://127.0.0.1:${port}`;
  const common: Record<string, string> = {
    ...{ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LOG_LEVEL: 'warn' },
    ...{ INTERNAL_SECRET: SECRET, DEPLOYMENT: 'development', PUBLIC_URL: url, BUS_POSTGRES_URL: world.url },
    ...{ RATE_LIMIT_ADDRESS_PER_MINUTE: NO_LIMIT, RATE_LIMIT_USER_PER_MINUTE: NO_LIMIT },
    ...{ FRIEND_REQUESTS_PER_DAY: '1000', FRIEND_REQUESTS_PER_PAIR_PER_DAY: '100' },
    ...{ POSTGRES_URL: world.url, MONGODB_URL: process.env['MONGODB_URL'] ?? mongo?.url ?? '' },
    ...{ ATTACHMENTS_DIR: join(folder, 'attachments') },
  };
  SERVICES.forEach((name, index) => {
    common[`${name.toUpperCase()}_URL`] = `http://127.0.0.1:${String(ports[index * 2])}`;
    common[`${name.toUpperCase()}_GRPC`] = `127.0.0.1:${String(ports[index * 2 + 1])}`;
  });
  const children = new Map<string, ChildProcess>();
  SERVICES.forEach((name, index) => {
    const own = { HTTP_PORT: String(ports[index * 2]), GRPC_PORT: String(ports[index * 2 + 1]) };
    children.set(name, run(`services/${name}/src/main.ts`, { ...common, ...own }));
  });
  children.set('gateway', run('gateway/src/main.ts', { ...common, PORT: port }));
  const stop = async () => {
    await Promise.all([...children.values()].map(end));
    await mongo?.stop();
    await world.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([...SERVICES.map((name) => common[`${name.toUpperCase()}_URL`] ?? ''), url].map(answers));
  } catch (error) {
    await stop();
    throw error;
  }
  const cpu: Processes['cpu'] = { PostgreSQL: databaseCpu(new URL(world.url).pathname.slice(1)) };
  for (const [name, { pid = 0 }] of children) cpu[name] = () => cpuMicrosOf(pid);
  return { url, cpu, stop };
}

function run(program: string, environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [program], { cwd: ROOT, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function answers(url: string): Promise<void> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    const reply = await fetch(`${url}/readyz`).catch(() => undefined);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} was not ready in time`);
}
