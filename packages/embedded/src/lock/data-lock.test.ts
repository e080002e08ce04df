import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataLock, DataLockedError } from './data-lock.ts';
import { processIdentity } from './process-identity.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'florin-lock-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function plant(pid: number, identity: string): void {
  const since = '2026-01-02T03:04:05.000Z';
  writeFileSync(join(directory, 'lock'), JSON.stringify({ pid, identity, since, token: 'somebody' }));
}

test('a second taker is told who holds the directory and since when', async () => {
  const before = Date.now();
  const lock = await dataLock(directory);
  const error: unknown = await dataLock(directory).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DataLockedError);
  const { holder, message } = error as DataLockedError;
  expect(holder.pid).toBe(process.pid);
  expect(holder.since.getTime()).toBeGreaterThanOrEqual(before);
  expect(message).toContain(String(process.pid));
  await lock.release();
  await (await dataLock(directory)).release();
  expect(await readdir(directory)).toEqual([]);
});

test('a lock of a process that was killed is taken over', async () => {
  const script = join(directory, 'holder.mjs');
  const module = new URL('./data-lock.ts', import.meta.url).href;
  writeFileSync(
    script,
    `import { dataLock } from '${module}'; await dataLock(process.argv[2]); process.send('held'); setInterval(() => {}, 1000);`,
  );
  const child = fork(script, [directory], { execArgv: [] });
  await once(child, 'message');
  await expect(dataLock(directory)).rejects.toThrow(`process ${String(child.pid)}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await dataLock(directory)).release();
});

test('a lock whose process id now belongs to another program is taken over', async () => {
  plant(process.pid, 'started at another time');
  await (await dataLock(directory)).release();
});

test('a lock of this very process is live', async () => {
  plant(process.pid, processIdentity(process.pid) ?? '');
  await expect(dataLock(directory)).rejects.toThrow(/since 2026-01-02T03:04:05/);
});

test('a lock file that holds nonsense is taken over', async () => {
  writeFileSync(join(directory, 'lock'), 'half a lo');
  await (await dataLock(directory)).release();
});

test('of many who try to take over a stale lock at once, one gets it', async () => {
  plant(process.pid, 'started at another time');
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => dataLock(directory)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
