import { randomUUID } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { collectionOf, failureOf, openDatabase, type TestDatabase } from './harness.ts';

const { Decimal128, Long, ObjectId } = mongoose.mongo;
let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
});

afterAll(() => database.close());

const holding = (...docs: object[]) => collectionOf(connection, docs);

test('match, group, sort, lookup, unwind, facet and project', async () => {
  const people = await holding({ _id: 'a', name: 'Ada' }, { _id: 'b', name: 'Bob' });
  const orders = await holding({ who: 'a', n: 5 }, { who: 'a', n: 7 }, { who: 'b', n: 1 }, { who: 'c', n: 100 });
  const totals = await orders
    .aggregate([
      { $match: { n: { $lt: 50 } } },
      { $group: { _id: '$who', total: { $sum: '$n' }, most: { $max: '$n' }, all: { $push: '$n' } } },
      { $lookup: { from: people.collectionName, localField: '_id', foreignField: '_id', as: 'person' } },
      { $unwind: '$person' },
      { $project: { _id: 0, name: '$person.name', total: 1, most: 1, all: 1 } },
      { $sort: { total: -1 } },
    ])
    .toArray();
  expect(totals).toEqual([
    { name: 'Ada', total: 12, most: 7, all: [5, 7] },
    { name: 'Bob', total: 1, most: 1, all: [1] },
  ]);
  const [facets] = await orders
    .aggregate([{ $facet: { count: [{ $count: 'n' }], top: [{ $sort: { n: -1 } }, { $limit: 1 }] } }])
    .toArray();
  expect(facets).toMatchObject({ count: [{ n: 4 }], top: [{ n: 100 }] });
});

test('dates are grouped by month and ids by equality', async () => {
  const user = new ObjectId();
  const collection = await holding(
    { user, at: new Date('2026-01-05') },
    { user: new ObjectId(user.toHexString()), at: new Date('2026-01-20') },
    { user, at: new Date('2026-02-01') },
  );
  const found = await collection
    .aggregate([
      {
        $group: {
          _id: { user: '$user', month: { $dateToString: { format: '%Y-%m', date: '$at' } } },
          n: { $sum: 1 },
        },
      },
      { $sort: { '_id.month': 1 } },
    ])
    .toArray();
  expect(found).toEqual([
    { _id: { user, month: '2026-01' }, n: 2 },
    { _id: { user, month: '2026-02' }, n: 1 },
  ]);
});

test('longs and decimals are summed exactly and compared by value', async () => {
  const collection = await holding(
    { n: Long.fromString('9007199254740993'), d: Decimal128.fromString('10.5') },
    { n: 2, d: Decimal128.fromString('9.25') },
    { other: true },
  );
  const [found] = await collection
    .aggregate([
      {
        $group: {
          _id: null,
          n: { $sum: '$n' },
          d: { $sum: '$d' },
          most: { $max: '$d' },
          least: { $min: '$d' },
          all: { $sum: 1 },
        },
      },
    ])
    .toArray();
  const { n, d, most, least, all } = found as Record<string, unknown>;
  expect([n, d, most, least, all].map(String)).toEqual(['9007199254740995', '19.75', '10.5', '9.25', '3']);
});

test('an aggregation never changes what it reads', async () => {
  const collection = await holding({ _id: 1, deep: { a: 1, b: 2 } });
  await collection
    .aggregate([
      { $unset: 'deep.a' },
      { $lookup: { from: collection.collectionName, pipeline: [{ $unset: 'deep.b' }], as: 'same' } },
    ])
    .toArray();
  await collection.find({}, { projection: { 'deep.a': 0 } }).toArray();
  expect(await collection.findOne()).toEqual({ _id: 1, deep: { a: 1, b: 2 } });
});

test('collections are listed, dropped, and a database goes as a whole', async () => {
  const other = connection.getClient().db(`embedded_${randomUUID().slice(0, 8)}`);
  await other.createCollection('one');
  await other.collection('two').insertOne({ a: 1 });
  expect((await other.listCollections().toArray()).map(({ name }) => name).sort()).toEqual(['one', 'two']);
  await other.dropCollection('one');
  expect(await other.listCollections({ name: 'one' }).toArray()).toEqual([]);
  expect((await other.admin().listDatabases()).databases.map(({ name }) => name)).toContain(other.databaseName);
  await other.dropDatabase();
  expect(await other.listCollections().toArray()).toEqual([]);
});

test('what is unknown or malformed answers its code', async () => {
  const db = connection.db!;
  expect(await failureOf(db.command({ frobnicate: 1 }))).toMatchObject({ code: 59, codeName: 'CommandNotFound' });
  expect(
    await failureOf(
      db
        .collection('x')
        .find({ a: { $frob: 1 } })
        .toArray(),
    ),
  ).toMatchObject({ code: 2 });
  expect(
    await failureOf(
      db
        .collection('x')
        .aggregate([{ $frob: {} }])
        .toArray(),
    ),
  ).toMatchObject({ code: 40324 });
  expect(await failureOf(db.command({ find: '' }))).toMatchObject({ code: 73 });
  expect(await failureOf(db.command({ find: 'x', filter: 5 }))).toMatchObject({ code: 14 });
  expect(await failureOf(db.command({ getMore: Long.fromNumber(987654321), collection: 'x' }))).toMatchObject({
    code: 43,
  });
  expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
});
