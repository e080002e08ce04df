import type { Connection } from 'mongoose';
import { collectionOf, failureOf, freshCollection, openDatabase, type TestDatabase } from './harness.ts';

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
});

afterAll(() => database.close());

const fresh = () => freshCollection(connection);
const holding = (...docs: object[]) => collectionOf(connection, docs);

async function ids(collection: ReturnType<typeof fresh>, filter: object): Promise<unknown[]> {
  const found = await collection.find(filter).sort({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id);
}

test('a duplicate tells its code, pattern and value', async () => {
  const collection = await holding({ _id: 1, a: 'x', b: 1 });
  await collection.createIndex({ a: 1, b: 1 }, { unique: true }, {});
  await collection.insertOne({ a: 'x', b: 2 });
  expect(await failureOf(collection.insertOne({ a: 'x', b: 1 }))).toMatchObject({
    code: 11000,
    keyPattern: { a: 1, b: 1 },
    keyValue: { a: 'x', b: 1 },
  });
  expect(await failureOf(collection.insertOne({ _id: 1 }))).toMatchObject({
    code: 11000,
    keyPattern: { _id: 1 },
  });
  expect(await failureOf(collection.updateOne({ b: 2 }, { $set: { b: 1 } }))).toMatchObject({ code: 11000 });
  expect(await collection.countDocuments()).toBe(2);
});

test('an unordered bulk goes on after an error, an ordered one stops', async () => {
  const collection = await holding({ _id: 1 });
  const docs = [{ _id: 2 }, { _id: 1 }, { _id: 3 }];
  const unordered = await failureOf(collection.insertMany(docs, { ordered: false }));
  expect(unordered).toMatchObject({ code: 11000, result: { insertedCount: 2 } });
  expect(unordered.writeErrors.map((error: { index: number }) => error.index)).toEqual([1]);
  await collection.deleteMany({ _id: { $in: [2, 3] } });
  await failureOf(collection.insertMany(docs));
  expect(await ids(collection, {})).toEqual([1, 2]);
});

test('a sparse or partial unique index leaves alone what it does not cover', async () => {
  const collection = fresh();
  await collection.createIndex({ phone: 1 }, { unique: true, sparse: true }, {});
  await collection.createIndex({ name: 1 }, { unique: true, partialFilterExpression: { active: true } }, {});
  await collection.insertMany([{ name: 'a' }, { name: 'a' }, { name: 'a', active: true, phone: '1' }]);
  expect(await failureOf(collection.insertOne({ phone: '1' }))).toMatchObject({ code: 11000 });
  expect(await failureOf(collection.insertOne({ name: 'a', active: true }))).toMatchObject({ code: 11000 });
  expect(await collection.countDocuments({ phone: { $exists: false } })).toBe(2);
  expect(await collection.countDocuments({ name: 'a' })).toBe(3);
  await collection.updateMany({ active: { $exists: false }, name: 'a' }, { $set: { name: 'b' } });
});

test('a unique index is not made over duplicates', async () => {
  const collection = await holding({ a: 1 }, { a: 1 });
  expect(await failureOf(collection.createIndex({ a: 1 }, { unique: true }, {}))).toMatchObject({ code: 11000 });
  expect(await collection.indexes()).toHaveLength(1);
});

test('an index is made once, in conflict with another told so, and dropped', async () => {
  const collection = fresh();
  expect(await collection.createIndex({ a: 1 }, {}, {})).toBe('a_1');
  expect(await collection.createIndex({ a: 1 }, {}, {})).toBe('a_1');
  expect(await failureOf(collection.createIndex({ b: 1 }, { name: 'a_1' }, {}))).toMatchObject({ code: 86 });
  expect(await failureOf(collection.createIndex({ a: 1 }, { name: 'other' }, {}))).toMatchObject({ code: 85 });
  await collection.dropIndex('a_1');
  expect(await failureOf(collection.dropIndex('a_1'))).toMatchObject({ code: 27 });
});

test('arrays are indexed by their elements', async () => {
  const collection = fresh();
  await collection.createIndex({ 'members.user': 1 }, { unique: true }, {});
  await collection.insertOne({ _id: 1, members: [{ user: 'a' }, { user: 'b' }] });
  expect(await failureOf(collection.insertOne({ members: [{ user: 'b' }] }))).toMatchObject({ code: 11000 });
  expect(await ids(collection, { 'members.user': 'b' })).toEqual([1]);
  await collection.updateOne({ _id: 1 }, { $pull: { members: { user: 'b' } } as never });
  expect(await ids(collection, { 'members.user': 'b' })).toEqual([]);
});

test.each<[object, number]>([
  [{ _id: 7 }, 1],
  [{ user: 'u3' }, 10],
  [{ user: 'u3', kind: 'k1' }, 5],
  [{ user: { $in: ['u1', 'u2'] }, kind: 'k0' }, 10],
  [{ $and: [{ user: 'u3' }, { n: { $gt: 50 } }] }, 10],
])('%j looks at no more than %i of 100 documents', async (filter, most) => {
  const docs = Array.from({ length: 100 }, (_, i) => ({
    _id: i,
    user: `u${String(i % 10)}`,
    kind: `k${String(Math.floor(i / 10) % 2)}`,
    n: i,
  }));
  const collection = await holding(...docs);
  await collection.createIndex({ user: 1, kind: 1 }, {}, {});
  const { executionStats } = await collection.find(filter).explain('executionStats');
  expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(most);
  expect(executionStats.nReturned).toBe((await collection.find(filter).toArray()).length);
});
