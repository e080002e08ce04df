import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServiceTokens } from '@florin/service-kit';
import { freePorts } from '@florin/testing';
import { connectProfiler, type Profiler } from '../measure/profile.ts';
import { createBulkClients, type Bulk } from './grpc.ts';
import { startNeighbours } from './neighbours.ts';

const SECRET = 'a-secret-for-benches-of-at-least-32-characters';
export const BULK = 100;
const ROOT = new URL('../..', import.meta.url).pathname;

export interface Edge {
  url: string;
  ledger: number;
  gateway: number;
  /** takes profiles of the ledger's process */
  profiler: Profiler;
  /** a client of its own that posts 100 transfers at a time over gRPC */
  openBulk(): Bulk;
  /** an access token of the user */
  token(userId: string): string;
  stop(): Promise<void>;
}

/** The ledger and the gateway of the checkout at `root` as processes of their own, as deployed, with neighbours in this one. */
export async function startEdge(postgresUrl: string, root = ROOT): Promise<Edge> {
  const [ledgerHttp, ledgerGrpc, port, inspect] = (await freePorts(4)) as [number, number, number, number];
  const url = `http://127.0.0.1:${port}`;
  const neighbours = await startNeighbours(SECRET);
  const environment = {
    ...process.env,
    ...neighbours.environment,
    POSTGRES_URL: postgresUrl,
    BUS_POSTGRES_URL: postgresUrl,
    AMQP_URL: process.env['AMQP_URL'] ?? '',
    BUS_NAMESPACE: `b${randomUUID().slice(0, 8).replace(/-/g, '')}`,
    INTERNAL_SECRET: SECRET,
    LOG_LEVEL: 'warn',
    HTTP_PORT: String(ledgerHttp),
    GRPC_PORT: String(ledgerGrpc),
    PORT: String(port),
    PUBLIC_URL: url,
    LEDGER_URL: `http://127.0.0.1:${ledgerHttp}`,
    LEDGER_GRPC: `127.0.0.1:${ledgerGrpc}`,
    RATE_LIMIT_ADDRESS_PER_MINUTE: '100000000',
    RATE_LIMIT_USER_PER_MINUTE: '100000000',
  };
  const start = (...parameters: string[]) =>
    spawn(process.execPath, parameters, { cwd: root, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  const ledger = start(`--inspect=127.0.0.1:${inspect}`, ...heapLimits(root), 'services/ledger/src/main.ts');
  await answers(`http://127.0.0.1:${ledgerHttp}/readyz`);
  const gateway = start('gateway/src/main.ts');
  await answers(`${url}/healthz`);
  const profiler = await connectProfiler(inspect);
  const bulk = createBulkClients(`127.0.0.1:${ledgerGrpc}`, createServiceTokens(SECRET, 'bench'), BULK);
  return {
    url,
    ledger: ledger.pid ?? 0,
    gateway: gateway.pid ?? 0,
    profiler,
    openBulk: bulk.open,
    token: neighbours.tokenFor(url),
    stop: async () => {
      bulk.close();
      profiler.close();
      await Promise.all([gateway, ledger].map(ended));
      await neighbours.stop();
    },
  };
}

/** Of the ledger's own start script. */
function heapLimits(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(`${root}/services/ledger/package.json`, 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--max-'));
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    if (
      await fetch(url).then(
        (reply) => reply.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer in 30 s`);
}
