import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataLockedError, startMongoServer } from '../../src/index.ts';
import { MongoClient } from './driver.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'florin-durable-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function startChild(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, 'server-process.ts'), [directory], { execArgv: [] });
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

async function killHard(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Inserts from several sides until the server is gone; gives the ids whose insert was acknowledged. */
async function insertUntilKilled(url: string, child: ChildProcess, from: number): Promise<number[]> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 500 });
  const collection = client.db('test').collection<{ _id: number; filler: string }>('durable');
  const acknowledged: number[] = [];
  let next = from;
  const writer = async (): Promise<void> => {
    for (;;) {
      const _id = next++;
      try {
        await collection.insertOne({ _id, filler: 'x'.repeat(500) });
      } catch {
        return;
      }
      acknowledged.push(_id);
      if (acknowledged.length === 400) void killHard(child);
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  await client.close();
  return acknowledged;
}

test('every acknowledged write survives kill -9, several times over and through compactions', async () => {
  const all: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const { child, url } = await startChild();
    all.push(...(await insertUntilKilled(url, child, round * 100_000)));
  }
  expect(all.length).toBeGreaterThanOrEqual(1600);
  const server = await startMongoServer({ dataDir: directory });
  const client = new MongoClient(server.url);
  const kept = new Set(
    (await client.db('test').collection<{ _id: number }>('durable').find().toArray()).map(({ _id }) => _id),
  );
  expect(all.filter((id) => !kept.has(id))).toEqual([]);
  await client.close();
  await server.stop();
});

test('indexes are enforced after a restart, and a torn last record is dropped', async () => {
  const first = await startChild();
  const client = new MongoClient(first.url);
  const collection = client.db('test').collection('people');
  await collection.createIndexes([{ key: { email: 1 }, name: 'email_1', unique: true }]);
  await collection.insertOne({ email: 'ada@example.com' });
  await client.close();
  await killHard(first.child);
  await appendFile(join(directory, 'journal.log'), Buffer.from([40, 0, 0, 0, 1, 2, 3]));
  const warnings: string[] = [];
  const server = await startMongoServer({
    dataDir: directory,
    logger: { info: () => undefined, warn: (text) => warnings.push(text) },
  });
  const again = new MongoClient(server.url);
  await expect(again.db('test').collection('people').insertOne({ email: 'ada@example.com' })).rejects.toMatchObject({
    code: 11000,
  });
  expect(warnings.join()).toMatch(/dropped 7 bytes/);
  await again.close();
  await server.stop();
});

test('a second server on the same data is told who holds it', async () => {
  const { child } = await startChild();
  await expect(startMongoServer({ dataDir: directory })).rejects.toThrow(DataLockedError);
  await expect(startMongoServer({ dataDir: directory })).rejects.toThrow(`process ${String(child.pid)}`);
  await killHard(child);
});

test('a busy port is told, and the data is let go', async () => {
  const holder = await startMongoServer({ dataDir: join(directory, 'a') });
  await expect(startMongoServer({ dataDir: join(directory, 'b'), port: holder.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await holder.stop();
  const next = await startMongoServer({ dataDir: join(directory, 'b') });
  await Promise.all([next.stop(), next.stop()]);
});
