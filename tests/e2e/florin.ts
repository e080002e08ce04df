import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createHttpClient,
  createTestDatabase,
  freePorts,
  testMongoUrl,
  testNamespace,
  testStores,
  waitFor,
} from '@florin/testing';

export type Bus = 'rabbitmq' | 'pg-boss';

export interface Florin {
  url: string;
  http: ReturnType<typeof createHttpClient>;
  /** everything the process printed so far */
  output(): string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** The buses that this run's stores offer. */
export function buses(): Bus[] {
  return testStores().amqpUrl ? ['rabbitmq', 'pg-boss'] : ['pg-boss'];
}

/** The first of them: for stories in which the bus is not what matters. `.ci/run` tells them over both, one in each of its passes. */
export const oneBus = (): Bus[] => buses().slice(0, 1);

const START_LIMIT_MS = 60_000;
const END_LIMIT_MS = 15_000;
const PORT_TURNS = 3;
const ROOT = join(import.meta.dirname, '../..');

/** Starts `npm start`'s program with these variables and nothing inherited but PATH and HOME; resolves when it prints that it is ready. */
export async function launch(environment: Record<string, string | undefined>): Promise<Omit<Florin, 'stop'>> {
  if (environment['PORT'] !== undefined) return launchOn(environment['PORT'], environment);
  for (let turn = 1; ; turn += 1) {
    try {
      return await launchOn(String((await freePorts(1))[0]), environment);
    } catch (error) {
      // somebody else on this machine took the port between the look and the start
      if (turn === PORT_TURNS || !String(error).includes('is busy')) throw error;
    }
  }
}

async function launchOn(port: string, environment: Record<string, string | undefined>): Promise<Omit<Florin, 'stop'>> {
  let output = '';
  const child = spawn(process.execPath, ['stack/src/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment, PORT: port },
  });
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`exited with ${String(code)}`);
  });
  const ready = waitFor(() => output.includes('Florin is ready') || child.exitCode !== null, {
    timeoutMs: START_LIMIT_MS,
    what: 'the start of Florin',
  });
  try {
    await Promise.race([ready, exited]);
    if (!output.includes('Florin is ready')) await exited;
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`Florin did not start:\n${output}`, { cause: error });
  }
  exited.catch(() => undefined); // from here on an exit is the test's business
  const url = `http://127.0.0.1:${port}`;
  return { url, http: createHttpClient(url), output: () => output, process: child };
}

/** A new temporary directory that PostgreSQL's own user may enter: run by root, it then keeps its data there and not elsewhere. */
export async function enterableDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'florin-e2e-'));
  await chmod(directory, 0o755);
  return directory;
}

/** Sends a signal and resolves with the exit code; null when it had to be killed. */
export function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    // seen once: Node itself stuck in its exit, with all of Florin stopped
    const stuck = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
    child.once('exit', (code) => {
      clearTimeout(stuck);
      resolve(code);
    });
    child.kill(signal);
  });
}

/** All of Florin over databases of its own on the run's stores, with the given bus. */
export async function startFlorin(bus: Bus, environment: Record<string, string> = {}): Promise<Florin> {
  const database = await createTestDatabase();
  const dataDir = await enterableDirectory();
  const started = await launch({
    FLORIN_DATA: dataDir,
    POSTGRES_URL: database.url,
    MONGODB_URL: testMongoUrl(),
    AMQP_URL: bus === 'rabbitmq' ? testStores().amqpUrl : undefined,
    BUS_NAMESPACE: testNamespace(),
    ...environment,
  });
  const stop = async () => {
    await end(started.process);
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...started, stop };
}
