import fc from 'fast-check';
import { compileFilter } from '../query/match.ts';
import { stringOrder } from '../values/collation.ts';
import type { Doc } from '../values/doc.ts';
import { Collection, entryOf } from './collection.ts';
import { Cursors } from './cursors.ts';
import { readIndexSpec } from './index-spec.ts';
import { Store } from './store.ts';
import { expireDocuments } from './ttl.ts';

const SPECS = [
  { key: { a: 1, b: 1 }, name: 'a_b' },
  { key: { b: 1 }, name: 'b_sparse', sparse: true },
  { key: { 'sub.x': 1 }, name: 'sub' },
  { key: { c: 1 }, name: 'c_partial', partialFilterExpression: { a: { $exists: true } } },
  { key: { c: 1 }, name: 'c_fold', collation: { locale: 'en', strength: 2 } },
];

function collectionWith(docs: readonly Doc[], specs: readonly object[]): Collection {
  const collection = new Collection('db.c');
  for (const doc of docs) collection.put(entryOf(doc));
  for (const spec of specs) collection.useIndex(collection.buildIndex(readIndexSpec(spec)));
  return collection;
}

const leaf = fc.constantFrom<unknown>(0, 1, 2, 'a', 'A', 'b', null, true);
const held = fc.oneof({ weight: 4, arbitrary: leaf }, fc.array(leaf, { maxLength: 3 }));
const doc = fc.record(
  {
    a: held,
    b: held,
    c: held,
    sub: fc.oneof(
      fc.record({ x: held }, { requiredKeys: [], noNullPrototype: true }),
      fc.array(fc.record({ x: leaf }, { requiredKeys: [], noNullPrototype: true }), { maxLength: 2 }),
      leaf,
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const condition = fc.oneof(
  held,
  fc.record({ $eq: held }, { noNullPrototype: true }),
  fc.record({ $in: fc.array(held, { maxLength: 3 }) }, { noNullPrototype: true }),
  fc.record({ $eq: leaf, $ne: leaf }, { noNullPrototype: true }),
  fc.record({ $gt: leaf }, { noNullPrototype: true }),
);
const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'sub.x', '_id'), condition, {
  maxKeys: 3,
  noNullPrototype: true,
});
const filter = fc.oneof(
  fields,
  fc.record({ $and: fc.array(fields, { minLength: 1, maxLength: 2 }) }, { noNullPrototype: true }),
  fc.record({ $or: fc.array(fields, { minLength: 1, maxLength: 3 }) }, { noNullPrototype: true }),
);

test('indexes never hide a document that a scan finds, whatever the filter, the documents and the collation', () => {
  fc.assert(
    fc.property(fc.array(doc, { maxLength: 12 }), filter, fc.boolean(), (docs, wanted, folded) => {
      const collection = collectionWith(
        docs.map((each, _id) => ({ _id, ...each })),
        SPECS,
      );
      const options = { order: stringOrder(folded ? { locale: 'en', strength: 2 } : undefined) };
      const test = compileFilter(wanted, options);
      const scanned = [...collection.entries()].filter((entry) => test(entry.doc)).map(({ id }) => id);
      expect(
        collection
          .match(wanted, options)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(scanned.sort());
    }),
    { numRuns: 4000 },
  );
});

test('an index forgets what is removed or replaced', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), fc.option(doc)), { maxLength: 25 }), (steps) => {
      const collection = collectionWith([], SPECS);
      for (const [_id, each] of steps) {
        if (each) collection.put(entryOf({ _id, ...each }));
        else collection.remove(entryOf({ _id }).id);
      }
      const fresh = collectionWith(
        [...collection.entries()].map((entry) => entry.doc),
        SPECS,
      );
      for (const a of [0, 'a', null]) {
        const [found, expected] = [collection, fresh].map((each) => [...(each.plan({ a }, {}).ids ?? [])].sort());
        expect(found).toEqual(expected);
      }
    }),
  );
});

test('an index on part of the documents is used only for filters that stay inside it', () => {
  const collection = collectionWith(
    [{ _id: 1, email: 'a' }, { _id: 2 }],
    [
      { key: { email: 1 }, name: 'e', sparse: true },
      { key: { n: 1 }, name: 'n', partialFilterExpression: { email: { $type: 'string' } } },
    ],
  );
  expect(collection.plan({ email: 'a' }, {}).indexName).toBe('e');
  expect(collection.plan({ email: null }, {}).stage).toBe('COLLSCAN');
  expect(collection.plan({ n: 1 }, {}).stage).toBe('COLLSCAN');
  expect(collection.plan({ n: 1, email: 'x' }, {}).stage).toBe('IXSCAN');
  expect(collection.plan({ _id: { $in: [1, 2] }, n: 5 }, {}).stage).toBe('IDHACK');
  expect(collection.plan({ email: /a/ }, {}).stage).toBe('COLLSCAN');
});

test('a TTL index removes what is due and nothing else', () => {
  const changes: string[] = [];
  const store = new Store((change) => changes.push(change.kind));
  const collection = store.ensure('db.codes');
  store.createIndex(collection, readIndexSpec({ key: { at: 1 }, name: 'at_1', expireAfterSeconds: 60 }));
  const at = (seconds: number): Date => new Date(seconds * 1000);
  const docs: Doc[] = [
    { _id: 'due', at: at(0) },
    { _id: 'not yet', at: at(1) },
    { _id: 'no date', at: 'x' },
    { _id: 'none' },
    { _id: 'earliest counts', at: [at(500), at(0)] },
  ];
  for (const each of docs) store.put(collection, entryOf(each));
  expect(expireDocuments(store, at(60))).toBe(2);
  expect([...collection.entries()].map((entry) => entry.doc['_id'])).toEqual(['not yet', 'no date', 'none']);
  expect(changes.filter((kind) => kind === 'del')).toHaveLength(2);
});

test('cursors are bounded in number and forgotten when nobody asks', () => {
  const cursors = new Cursors();
  const docs = [1, 2, 3].map((n) => Uint8Array.of(n));
  const { cursorId } = cursors.open('db.c', docs, 1, false);
  expect(() => cursors.next(cursorId, 'db.other', 1)).toThrow(/not found/);
  expect(cursors.next(cursorId, 'db.c', 5)).toEqual({ cursorId: 0n, docs: docs.slice(1) });
  const [open] = Array.from({ length: 1000 }, () => cursors.open('db.c', docs, 1, false));
  expect(() => cursors.open('db.c', docs, 1, false)).toThrow(/more than 1000 cursors/);
  cursors.sweep(Date.now() + 3_600_000);
  expect(() => cursors.next(open!.cursorId, 'db.c', 1)).toThrow(/not found/);
});
