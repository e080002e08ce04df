import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning } from '../lock/process-identity.ts';

const POLL_MS = 20;
const FAST_SHUTDOWN_MS = 10_000;
const IMMEDIATE_SHUTDOWN_MS = 5_000;

function postmasterPid(cluster: string): number | undefined {
  try {
    const [first = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(first);
    return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process is the PostgreSQL of this cluster, and not another program that got its number. */
function servesCluster(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${String(pid)}/cwd`) === realpathSync(cluster);
    if (process.platform === 'win32') return true;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Fast shutdown (sessions end, a checkpoint is written); after 10 s at once, as after a power failure. */
export async function shutDown(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await gone(pid, FAST_SHUTDOWN_MS)) return;
  signal(pid, 'SIGQUIT');
  if (await gone(pid, IMMEDIATE_SHUTDOWN_MS)) return;
  signal(pid, 'SIGKILL');
  await gone(pid, IMMEDIATE_SHUTDOWN_MS);
}

/**
 * Stops a PostgreSQL that outlived its killed parent. To be called by whoever holds the lock of the data: then any
 * server on it is an orphan. A pid file that points at another program is removed; one of a dead server is left to
 * PostgreSQL, which also looks for children of that server.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const pid = postmasterPid(cluster);
  if (pid === undefined || !existsSync(cluster)) return false;
  if (servesCluster(pid, cluster)) {
    await shutDown(pid);
    return true;
  }
  if (isRunning(pid)) await rm(join(cluster, 'postmaster.pid'), { force: true });
  return false;
}
