import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { accountOptions, cleanEnvironment } from './cluster.ts';
import type { Place } from './place.ts';

const START_MS = 30_000;
const POLL_MS = 15;
const LOG_BYTES = 5 * 1024 * 1024;

/** For a developer's machine: durable, small, and nothing on the disk but the cluster. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '64MB',
  max_connections: '200',
  max_wal_size: '512MB',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  logging_collector: 'off',
  log_destination: 'stderr',
};

export interface Postmaster {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
}

function logPath(place: Place): string {
  return join(place.directory, 'postgres.log');
}

function openLog(place: Place): { fd: number; from: number } {
  const path = logPath(place);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const keep = size < LOG_BYTES;
  return { fd: openSync(path, keep ? 'a' : 'w', 0o600), from: keep ? size : 0 };
}

function isReady(place: Place, pid: number): boolean {
  try {
    const lines = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** What PostgreSQL said before it gave up. */
export class PostmasterFailed extends Error {
  readonly log: string;

  constructor(log: string, path: string) {
    super(
      `PostgreSQL did not start: ${log.trim().split('\n').slice(-4).join(' | ') || 'it said nothing'} (log: ${path})`,
    );
    this.log = log;
  }
}

function spawnPostgres(binaries: Binaries, place: Place, port: number, logFd: number): ChildProcess {
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  return spawn(binaries.postgres, ['-D', place.cluster, ...settings], {
    ...accountOptions(place),
    env: cleanEnvironment(),
    cwd: place.directory,
    // A session of its own: the terminal's Ctrl-C is for us, who stop the services before their store.
    detached: true,
    stdio: ['ignore', logFd, logFd],
  });
}

/** Starts the server and waits until it takes connections; throws PostmasterFailed with its last words. */
export async function startPostmaster(binaries: Binaries, place: Place, port: number): Promise<Postmaster> {
  const { fd, from } = openLog(place);
  const child = spawnPostgres(binaries, place, port, fd);
  closeSync(fd);
  const ended = new Promise<true>((resolve) => {
    child.once('exit', () => resolve(true));
    child.once('error', () => resolve(true));
  });
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (child.pid !== undefined && isReady(place, child.pid)) break;
    const over = await Promise.race([ended, delay(POLL_MS, false)]);
    if (over || Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw new PostmasterFailed(readFileSync(logPath(place), 'utf8').slice(from), logPath(place));
    }
  }
  child.unref();
  return { child, pid: child.pid, port };
}
