import mongoose, { type Connection } from 'mongoose';
import { collectionOf, failureOf, openDatabase, type TestDatabase } from './harness.ts';

const { Decimal128, Long } = mongoose.mongo;
let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
});

afterAll(() => database.close());

const holding = (...docs: object[]) => collectionOf(connection, docs);

test.each<[string, object, object, object]>([
  ['$set makes missing parents', { a: 1 }, { $set: { 'b.c.d': 2 } }, { a: 1, b: { c: { d: 2 } } }],
  ['$set writes into an array by index', { l: [1, 2] }, { $set: { 'l.1': 9, 'l.3': 4 } }, { l: [1, 9, null, 4] }],
  [
    '$unset removes a field and empties a place',
    { a: 1, l: [1, 2] },
    { $unset: { a: '', 'l.0': '' } },
    { l: [null, 2] },
  ],
  ['$inc and $mul begin at nothing', { n: 2 }, { $inc: { n: 3, m: 1 }, $mul: { k: 5 } }, { n: 5, m: 1, k: 0 }],
  ['$min and $max', { low: 5, high: 5 }, { $min: { low: 3 }, $max: { high: 3 } }, { low: 3, high: 5 }],
  ['$rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  ['$push', { l: [1] }, { $push: { l: 2, m: 3 } }, { l: [1, 2], m: [3] }],
  [
    '$push with all modifiers',
    { l: [5, 1] },
    { $push: { l: { $each: [3, 9], $sort: -1, $slice: 3 } } },
    { l: [9, 5, 3] },
  ],
  ['$push at a place', { l: [1, 4] }, { $push: { l: { $each: [2, 3], $position: 1 } } }, { l: [1, 2, 3, 4] }],
  ['$push of the last few', { l: [1, 2, 3] }, { $push: { l: { $each: [4], $slice: -2 } } }, { l: [3, 4] }],
  ['$addToSet', { l: [1, 1] }, { $addToSet: { l: { $each: [1, 2, 2] } } }, { l: [1, 1, 2] }],
  ['$addToSet of documents', { l: [{ a: 1 }] }, { $addToSet: { l: { a: 1 } } }, { l: [{ a: 1 }] }],
  ['$pull by value', { l: [1, 2, 1] }, { $pull: { l: 1 } }, { l: [2] }],
  ['$pull by condition', { l: [1, 5, 9] }, { $pull: { l: { $gte: 5 } } }, { l: [1] }],
  ['$pull of documents', { l: [{ a: 1, b: 1 }, { a: 2 }] }, { $pull: { l: { a: 1 } } }, { l: [{ a: 2 }] }],
  ['$pullAll', { l: [1, 2, 3, 1] }, { $pullAll: { l: [1, 3] } }, { l: [2] }],
  ['$pop', { l: [1, 2, 3], m: [1, 2] }, { $pop: { l: 1, m: -1 } }, { l: [1, 2], m: [2] }],
  ['$bit', { n: 13 }, { $bit: { n: { and: 10 } } }, { n: 8 }],
  ['$[] reaches all elements', { l: [{ n: 1 }, { n: 2 }] }, { $inc: { 'l.$[].n': 10 } }, { l: [{ n: 11 }, { n: 12 }] }],
])('%s', async (_name, before, change, after) => {
  const collection = await holding({ _id: 1, ...before });
  await collection.updateOne({ _id: 1 }, change);
  expect(await collection.findOne()).toEqual({ _id: 1, ...after });
});

test('the positional operator and array filters change the elements meant', async () => {
  const collection = await holding({
    _id: 1,
    l: [
      { k: 'a', n: 1 },
      { k: 'b', n: 1 },
    ],
    p: [1, 5, 9],
  });
  await collection.updateOne({ _id: 1, 'l.k': 'b' }, { $set: { 'l.$.n': 2 } });
  await collection.updateOne({ l: { $elemMatch: { k: 'a', n: 1 } } }, { $inc: { 'l.$.n': 6 } });
  await collection.updateOne({}, { $set: { 'p.$[big]': 0 } }, { arrayFilters: [{ big: { $gte: 5 } }] });
  await collection.updateOne({}, { $set: { 'l.$[x].seen': true } }, { arrayFilters: [{ 'x.k': 'a' }] });
  expect(await collection.findOne()).toEqual({
    _id: 1,
    l: [
      { k: 'a', n: 7, seen: true },
      { k: 'b', n: 2 },
    ],
    p: [1, 0, 0],
  });
});

test('a pipeline computes from the document', async () => {
  const collection = await holding({ _id: 1, a: 2, b: 3, c: 1 });
  await collection.updateOne({}, [{ $set: { sum: { $add: ['$a', '$b'] } } }, { $unset: 'c' }]);
  expect(await collection.findOne()).toEqual({ _id: 1, a: 2, b: 3, sum: 5 });
});

test('counts tell matched, modified and upserted', async () => {
  const collection = await holding({ _id: 1, n: 1 }, { _id: 2, n: 2 }, { _id: 3, n: 2 });
  expect(await collection.updateMany({}, { $set: { n: 2 } })).toMatchObject({ matchedCount: 3, modifiedCount: 1 });
  expect(await collection.updateOne({ n: 9 }, { $set: { x: 1 } })).toMatchObject({
    matchedCount: 0,
    upsertedCount: 0,
  });
  const made = await collection.updateOne(
    { n: 9, 'a.b': { $eq: 4 }, c: { $gt: 1 } },
    { $set: { x: 1 }, $setOnInsert: { y: 2 } },
    { upsert: true },
  );
  expect(made).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1 });
  expect(await collection.findOne({ _id: made.upsertedId })).toEqual({
    _id: made.upsertedId,
    n: 9,
    a: { b: 4 },
    x: 1,
    y: 2,
  });
  await collection.updateOne({ n: 9 }, { $setOnInsert: { y: 3 }, $set: { x: 5 } }, { upsert: true });
  expect(await collection.findOne({ n: 9 })).toMatchObject({ x: 5, y: 2 });
});

test('a replacement keeps the id and nothing else', async () => {
  const collection = await holding({ _id: 1, a: 1, b: 2 });
  expect(await collection.replaceOne({ a: 1 }, { c: 3 })).toMatchObject({ modifiedCount: 1 });
  expect(await collection.findOne()).toEqual({ _id: 1, c: 3 });
  expect(await collection.findOneAndReplace({ _id: 7 }, { d: 1 }, { upsert: true, returnDocument: 'after' })).toEqual({
    _id: 7,
    d: 1,
  });
});

test.each<[string, object, number]>([
  ['$inc of text', { $inc: { text: 1 } }, 14],
  ['$inc by text', { $inc: { n: 'x' } }, 14],
  ['$push into text', { $push: { text: 1 } }, 2],
  ['a field inside text', { $set: { 'text.a': 1 } }, 28],
  ['a name inside an array', { $set: { 'l.a': 1 } }, 28],
  ['two operators on one path', { $set: { n: 1 }, $inc: { n: 1 } }, 40],
  ['a path and its parent', { $set: { 'a.b': 1, a: 2 } }, 40],
  ['another _id', { $set: { _id: 2 } }, 66],
  ['an unknown operator', { $frobnicate: { a: 1 } }, 9],
  ['a position nothing matched', { $set: { 'l.$': 1 } }, 2],
])('%s is refused with its code and changes nothing', async (_name, change, code) => {
  const doc = { _id: 1, text: 'x', n: 1, l: [1] };
  const collection = await holding(doc);
  expect(await failureOf(collection.updateOne({ _id: 1 }, change))).toMatchObject({ code });
  expect(await collection.findOne()).toEqual(doc);
});

test('findAndModify takes the first in sort order', async () => {
  const collection = await holding({ _id: 1, at: 3 }, { _id: 2, at: 1 }, { _id: 3, at: 2 });
  expect(
    await collection.findOneAndUpdate({}, { $set: { taken: true } }, { sort: { at: 1 }, projection: { at: 1 } }),
  ).toEqual({ _id: 2, at: 1 });
  expect(await collection.findOneAndDelete({ taken: { $exists: false } }, { sort: { at: -1 } })).toEqual({
    _id: 1,
    at: 3,
  });
  expect(await collection.findOneAndUpdate({ _id: 99 }, { $set: { a: 1 } })).toBeNull();
});

test('money kept as long or decimal is added exactly', async () => {
  const collection = await holding({
    _id: 1,
    long: Long.fromString('9007199254740993'),
    decimal: Decimal128.fromString('0.10'),
  });
  await collection.updateOne({}, { $inc: { long: Long.fromNumber(2), decimal: Decimal128.fromString('0.20') } });
  const found = await collection.findOne();
  expect(String(found!['long'])).toBe('9007199254740995');
  expect(String(found!['decimal'])).toBe('0.30');
});
