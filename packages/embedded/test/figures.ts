import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startMongoServer, startPostgres } from '../src/index.ts';
import { MongoClient } from './mongo/driver.ts';

/** Prints the figures of the README for this machine: `node packages/embedded/test/figures.ts`. Takes about 20 s. */
const directory = await mkdtemp(join(tmpdir(), 'florin-figures-'));

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function tell(name: string, value: number, unit: string): void {
  console.log(`${name.padEnd(52)} ${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}`);
}

function person(n: number) {
  return {
    _id: n,
    email: `person${String(n)}@example.com`,
    name: 'Somebody',
    tags: ['a', 'b'],
    visits: n % 7,
    at: new Date(),
  };
}

async function documents(): Promise<void> {
  const dataDir = join(directory, 'documents');
  let server = await startMongoServer({ dataDir });
  const client = new MongoClient(server.url, { maxPoolSize: 50 });
  const people = client.db('figures').collection<ReturnType<typeof person>>('people');
  await people.createIndexes([{ key: { email: 1 }, name: 'email', unique: true }]);
  let next = 0;
  const insertMany = (count: number) => Array.from({ length: count }, () => people.insertOne(person(next++)));
  tell(
    'insertOne, one after the other',
    500 /
      (await seconds(async () => {
        for (let i = 0; i < 500; i += 1) await people.insertOne(person(next++));
      })),
    'per s',
  );
  tell('insertOne, 50 at once', 10_000 / (await seconds(() => Promise.all(insertMany(10_000)))), 'per s');
  tell(
    'insertMany, 1000 a batch',
    50_000 /
      (await seconds(async () => {
        for (let i = 0; i < 50; i += 1) await people.insertMany(Array.from({ length: 1000 }, () => person(next++)));
      })),
    'per s',
  );
  const each = async (count: number, work: (i: number) => Promise<unknown>) =>
    (await seconds(async () => {
      for (let i = 0; i < count; i += 1) await work(i);
    })) *
    (1000 / count);
  tell('findOne by _id, of 60 000', await each(2000, (i) => people.findOne({ _id: i * 7 })), 'ms');
  tell(
    'findOne by a unique index',
    await each(2000, (i) => people.findOne({ email: `person${String(i)}@example.com` })),
    'ms',
  );
  tell('updateOne by _id', await each(1000, (i) => people.updateOne({ _id: i }, { $inc: { visits: 1 } })), 'ms');
  tell(
    'find without an index, sorted, of 60 000',
    await each(5, () => people.find({ visits: 3 }).sort({ at: -1 }).limit(20).toArray()),
    'ms',
  );
  await client.close();
  await server.stop();
  tell(
    'start with 60 000 documents',
    1000 *
      (await seconds(async () => {
        server = await startMongoServer({ dataDir });
      })),
    'ms',
  );
  await server.stop();
}

async function postgres(): Promise<void> {
  const start = () =>
    startPostgres({ dataDir: join(directory, 'postgres'), databases: ['auth', 'ledger', 'finance', 'bus'] });
  let server: Awaited<ReturnType<typeof start>> | undefined;
  const measured = (name: string) =>
    seconds(async () => {
      server = await start();
    }).then((time) => tell(name, time * 1000, 'ms'));
  await measured('PostgreSQL, first start with four databases');
  await server?.stop();
  await measured('PostgreSQL, later start');
  tell(
    'PostgreSQL, stop',
    1000 *
      (await seconds(async () => {
        await server?.stop();
      })),
    'ms',
  );
}

try {
  await documents();
  await postgres();
} finally {
  await rm(directory, { recursive: true, force: true });
}
