import { appendFileSync, cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'bson';
import fc from 'fast-check';
import { entryOf } from '../engine/collection.ts';
import { readIndexSpec } from '../engine/index-spec.ts';
import { Store } from '../engine/store.ts';
import type { Doc } from '../values/doc.ts';
import { Journal, type JournalOptions } from './journal.ts';
import { decodeRecord, encodeRecord, MAGIC } from './record.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'florin-journal-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function open(dir = directory, options: Partial<JournalOptions> = {}) {
  const late: { journal?: Journal } = {};
  const store = new Store((change) => late.journal?.append(change));
  const opened = await Journal.open(join(dir, 'journal.log'), (change) => store.replay(change), {
    state: () => store.state(),
    ...options,
  });
  late.journal = opened.journal;
  return { store, ...opened };
}

/** All that a store holds, comparable whatever the order in which it came to be. */
function contents(store: Store): Doc {
  const told = store.collections().map((collection): [string, unknown] => [
    collection.ns,
    {
      indexes: collection.indexSpecs.map((spec) => spec.name).sort(),
      docs: [...collection.entries()].map((entry) => Buffer.from(entry.raw).toString('hex')).sort(),
    },
  ]);
  return Object.fromEntries(told);
}

async function reopened(dir: string): Promise<Doc> {
  const { store, journal } = await open(dir);
  await journal.close();
  return contents(store);
}

type Step =
  | { kind: 'put'; ns: string; id: number; value: string }
  | { kind: 'remove'; ns: string; id: number }
  | { kind: 'drop'; ns: string }
  | { kind: 'index' | 'dropIndex'; ns: string; unique: boolean };

function run(store: Store, step: Step): void {
  const collection = store.ensure(step.ns);
  if (step.kind === 'drop') store.drop(step.ns);
  else if (step.kind === 'put') {
    const previous = collection.match({ _id: step.id }, {})[0];
    store.put(collection, entryOf({ _id: step.id, value: step.value }), previous);
  } else if (step.kind === 'remove') {
    for (const entry of collection.match({ _id: step.id }, {})) store.remove(collection, entry);
  } else if (step.kind === 'index') {
    const name = step.unique ? 'value_unique' : 'value_1';
    if (!collection.indexSpecs.some((spec) => spec.name === name)) {
      store.createIndex(collection, readIndexSpec({ key: { value: 1 }, name, unique: step.unique }));
    }
  } else store.dropIndex(collection, step.unique ? 'value_unique' : 'value_1');
}

const ns = fc.constantFrom('db.a', 'db.b');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('put' as const), ns, id: fc.nat(8), value: fc.string({ maxLength: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), ns, id: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), ns }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('index' as const, 'dropIndex' as const), ns, unique: fc.boolean() }),
  },
);

test('whatever was done, replaying the journal gives the state of memory, compacted or not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 60 }),
      fc.constantFrom(200, 1_000_000),
      async (steps, compactAboveBytes) => {
        const dir = await mkdtemp(join(directory, 'run-'));
        const { store, journal } = await open(dir, { compactAboveBytes });
        for (const [i, each] of steps.entries()) {
          try {
            run(store, each);
          } catch (error) {
            expect((error as { code?: number }).code).toBe(11000);
          }
          if (i % 5 === 0) await journal.flushed();
        }
        await journal.close();
        expect(await reopened(dir)).toEqual(contents(store));
      },
    ),
    { numRuns: 60 },
  );
});

test('a record cut short anywhere is dropped, and everything before it is there', async () => {
  const { store, journal } = await open();
  run(store, { kind: 'put', ns: 'db.a', id: 1, value: 'kept' });
  await journal.flushed();
  const kept = contents(store);
  const whole = statSync(join(directory, 'journal.log')).size;
  run(store, { kind: 'put', ns: 'db.a', id: 2, value: 'torn' });
  await journal.close();
  const file = readFileSync(join(directory, 'journal.log'));
  for (let cut = whole; cut < file.length; cut += 1) {
    writeFileSync(join(directory, 'journal.log'), file.subarray(0, cut));
    const again = await open();
    expect(again.recovery.droppedBytes).toBe(cut - whole);
    expect(contents(again.store)).toEqual(kept);
    run(again.store, { kind: 'put', ns: 'db.a', id: 3, value: 'later' });
    await again.journal.close();
    expect(await reopened(directory)).toEqual(contents(again.store));
  }
});

test('a last record with a wrong checksum is dropped', async () => {
  const { store, journal } = await open();
  run(store, { kind: 'put', ns: 'db.a', id: 1, value: 'kept' });
  await journal.close();
  const torn = encodeRecord({ kind: 'put', ns: 'db.a', body: serialize({ _id: 2 }) });
  torn[torn.length - 2] = 0xff;
  appendFileSync(join(directory, 'journal.log'), torn);
  expect(await reopened(directory)).toEqual(contents(store));
});

test('damage before whole records is told, not passed over', async () => {
  const { store, journal } = await open();
  for (let id = 0; id < 3; id += 1) run(store, { kind: 'put', ns: 'db.a', id, value: 'x' });
  await journal.close();
  const path = join(directory, 'journal.log');
  const file = readFileSync(path);
  const second = decodeRecord(file, decodeRecord(file, MAGIC.length)!.end)!;
  file[second.end - 3]! ^= 1;
  writeFileSync(path, file);
  await expect(open()).rejects.toThrow(/damaged at byte \d+/);
  expect(readFileSync(path)).toEqual(file);
});

test('a file that is no journal is refused and left alone', async () => {
  writeFileSync(join(directory, 'journal.log'), 'something else entirely');
  await expect(open()).rejects.toThrow(/is not a journal/);
});

test('a crash while the very first bytes were written leaves an empty store', async () => {
  writeFileSync(join(directory, 'journal.log'), MAGIC.subarray(0, 3));
  expect(await reopened(directory)).toEqual({});
});

test('a crash at any step of a compaction loses nothing that was acknowledged', async () => {
  const copies: { step: string; dir: string; acknowledged: Doc }[] = [];
  let acknowledged: Doc = {};
  const { store, journal } = await open(directory, {
    compactAboveBytes: 4000,
    onCompactionStep: (at) => {
      const dir = `${directory}-${at}-${String(copies.length)}`;
      cpSync(directory, dir, { recursive: true });
      copies.push({ step: at, dir, acknowledged });
    },
  });
  for (let i = 0; i < 300; i += 1) {
    run(store, { kind: 'put', ns: 'db.a', id: i % 40, value: `value ${String(i)}` });
    const now = contents(store);
    await journal.flushed();
    acknowledged = now;
  }
  await journal.close();
  expect(new Set(copies.map(({ step: at }) => at))).toEqual(new Set(['drafted', 'tailed', 'synced', 'renamed']));
  for (const copy of copies) {
    const found = (await reopened(copy.dir))['db.a'] as { docs: string[] };
    const wanted = (copy.acknowledged['db.a'] as { docs: string[] }).docs;
    // One put may be on disk that was not acknowledged yet: it replaces one document.
    expect(wanted.filter((doc) => !found.docs.includes(doc)).length).toBeLessThanOrEqual(1);
    expect(found.docs.length).toBeGreaterThanOrEqual(wanted.length);
    await rm(copy.dir, { recursive: true });
  }
  expect(statSync(join(directory, 'journal.log')).size).toBeLessThan(12_000);
});

test('commands that wait together share one write, and each is on disk when it is told so', async () => {
  const { store, journal } = await open();
  const waits = Array.from({ length: 200 }, async (_, id) => {
    run(store, { kind: 'put', ns: 'db.a', id, value: 'x' });
    await journal.flushed();
    const file = readFileSync(join(directory, 'journal.log'));
    expect(file.includes(Buffer.from(serialize({ _id: id, value: 'x' })))).toBe(true);
  });
  await Promise.all(waits);
  await journal.close();
});
