import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processIdentity } from './process-identity.ts';

export interface LockHolder {
  readonly pid: number;
  /** When it took the lock. */
  readonly since: Date;
}

/** Another running process holds the data. */
export class DataLockedError extends Error {
  readonly holder: LockHolder;
  readonly directory: string;

  constructor(directory: string, holder: LockHolder) {
    super(
      `${directory} is in use by process ${String(holder.pid)} since ${holder.since.toISOString()}: stop it first, or use another data directory`,
    );
    this.name = 'DataLockedError';
    this.directory = directory;
    this.holder = holder;
  }
}

export interface DataLock {
  release(): Promise<void>;
}

interface LockFile {
  readonly pid: number;
  readonly identity: string;
  readonly since: string;
  readonly token: string;
}

const NAME = 'lock';
const ATTEMPTS = 20;

async function readLock(path: string): Promise<LockFile | undefined> {
  try {
    const parsed = JSON.parse(await readFile(path, 'utf8')) as Partial<LockFile>;
    const { pid, identity, since, token } = parsed;
    if (
      typeof pid !== 'number' ||
      typeof identity !== 'string' ||
      typeof since !== 'string' ||
      typeof token !== 'string'
    )
      return undefined;
    return { pid, identity, since, token };
  } catch {
    return undefined;
  }
}

function isAlive(lock: LockFile): boolean {
  return processIdentity(lock.pid) === lock.identity;
}

/** The usual reason: the directory was made by root, or by somebody else's run. */
function explained(error: unknown, directory: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error;
  return new Error(
    `${directory} can't be written by this user (it may belong to root): run as its owner, or use another data directory`,
    {
      cause: error,
    },
  );
}

/** Puts the whole file there at once or fails with EEXIST: nobody ever reads half a lock. */
async function place(path: string, content: LockFile): Promise<boolean> {
  const draft = `${path}.${content.token}`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Takes a dead process's lock away. It is moved aside first and looked at again: if somebody took the lock over in
 * between, what was moved is theirs and goes back.
 */
async function clearStale(path: string, stale: LockFile | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readLock(aside);
  if (moved && moved.token !== stale?.token && isAlive(moved)) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * Takes the directory for this process. A lock whose process is gone (or whose id now belongs to another program) is
 * taken over; a live one throws DataLockedError with who and since when.
 */
export async function dataLock(directory: string): Promise<DataLock> {
  await mkdir(directory, { recursive: true }).catch((error: unknown) => {
    throw explained(error, directory);
  });
  const path = join(directory, NAME);
  const own: LockFile = {
    pid: process.pid,
    identity: processIdentity(process.pid) ?? 'unknown',
    since: new Date().toISOString(),
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const placed = await place(path, own).catch((error: unknown) => {
      throw explained(error, directory);
    });
    if (placed) return { release: () => releaseOwn(path, own.token) };
    const holder = await readLock(path);
    if (holder && isAlive(holder))
      throw new DataLockedError(directory, { pid: holder.pid, since: new Date(holder.since) });
    await clearStale(path, holder);
  }
  throw new Error(`${path} could not be taken: another process keeps replacing it`);
}

async function releaseOwn(path: string, token: string): Promise<void> {
  if ((await readLock(path))?.token === token) await rm(path, { force: true });
}
