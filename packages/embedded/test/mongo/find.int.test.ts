import mongoose, { type Connection } from 'mongoose';
import { collectionOf, failureOf, openDatabase, type TestDatabase } from './harness.ts';

const { Binary, Decimal128, Long, ObjectId, UUID } = mongoose.mongo;
let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
});

afterAll(() => database.close());

const holding = (...docs: object[]) => collectionOf(connection, docs);

async function ids(collection: Awaited<ReturnType<typeof holding>>, filter: object): Promise<unknown[]> {
  const found = await collection.find(filter).sort({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id);
}

test('values of every type come back as they went in', async () => {
  const doc = {
    _id: new ObjectId(),
    text: 'Grüße 👋',
    whole: 7,
    fraction: 1.25,
    long: Long.fromString('9007199254740993'),
    decimal: Decimal128.fromString('1234.50'),
    yes: true,
    nothing: null,
    date: new Date(1_700_000_000_123),
    uuid: new UUID(),
    bytes: new Binary(Buffer.from([0, 1, 255])),
    pattern: /^a.b$/i,
    list: [1, 'two', [3], { four: 4 }],
    nested: { deep: { deeper: [] } },
  };
  const collection = await holding(doc);
  expect(await collection.findOne({ _id: doc._id })).toEqual(doc);
  for (const [key, value] of Object.entries(doc)) {
    if (key !== 'pattern')
      expect({ key, n: await collection.countDocuments({ [key]: { $eq: value } }) }).toEqual({ key, n: 1 });
  }
});

test.each<[object, unknown[]]>([
  [{ n: 2 }, [2]],
  [{ n: { $gt: 1, $lte: 3 } }, [2, 3]],
  [{ n: { $in: [1, 3, 99] } }, [1, 3]],
  [{ n: { $nin: [1, 2] } }, [3, 4]],
  [{ n: { $ne: 1 } }, [2, 3, 4]],
  [{ n: null }, [4]],
  [{ n: { $exists: false } }, [4]],
  [{ n: { $not: { $gt: 1 } } }, [1, 4]],
  [{ n: { $type: 'number' } }, [1, 2, 3]],
  [{ n: { $mod: [2, 1] } }, [1, 3]],
  [{ tags: 'b' }, [1, 2]],
  [{ tags: { $all: ['a', 'b'] } }, [1]],
  [{ tags: { $size: 1 } }, [2]],
  [{ tags: ['b'] }, [2]],
  [{ 'items.price': { $gt: 5 } }, [1]],
  [{ items: { $elemMatch: { price: { $gt: 5 }, name: 'x' } } }, [1]],
  [{ items: { $elemMatch: { price: { $gt: 5 }, name: 'y' } } }, []],
  [{ 'items.0.name': 'x' }, [1]],
  [{ name: /^an/i }, [1, 2]],
  [{ name: { $regex: '^AN', $options: 'i' } }, [1, 2]],
  [{ name: { $in: [/^z/, 'Anna'] } }, [1, 3]],
  [{ $or: [{ n: 1 }, { name: 'zoe' }] }, [1, 3]],
  [{ $and: [{ n: { $gt: 1 } }, { n: { $lt: 3 } }] }, [2]],
  [{ $nor: [{ n: 1 }, { n: 2 }] }, [3, 4]],
  [{ $expr: { $eq: ['$n', '$m'] } }, [2]],
  [{ n: '2' }, []],
  [{ sub: { a: 1, b: 2 } }, [3]],
  [{ sub: { b: 2, a: 1 } }, []],
  [{ n: { $gt: 'a' } }, []],
  [{}, [1, 2, 3, 4]],
])('%j finds %j', async (filter, expected) => {
  const collection = await holding(
    {
      _id: 1,
      n: 1,
      m: 5,
      tags: ['a', 'b'],
      items: [
        { name: 'x', price: 9 },
        { name: 'y', price: 1 },
      ],
      name: 'Anna',
    },
    { _id: 2, n: 2, m: 2, tags: ['b'], name: 'anton' },
    { _id: 3, n: 3, m: 0, name: 'zoe', sub: { a: 1, b: 2 } },
    { _id: 4, m: 1 },
  );
  expect(await ids(collection, filter)).toEqual(expected);
});

test('a page is sorted, skipped and limited, over several batches', async () => {
  const collection = await holding(...Array.from({ length: 250 }, (_, i) => ({ _id: i, group: i % 3, n: 250 - i })));
  const page = await collection.find({ group: 1 }, { sort: { n: 1 }, skip: 5, limit: 70, batchSize: 20 }).toArray();
  expect(page).toHaveLength(70);
  expect(page.map(({ n }) => n as number)).toEqual([...page.map(({ n }) => n as number)].sort((a, b) => a - b));
  expect(page[0]!._id).toBe(247 - 15);
  const cursor = collection.find({}, { batchSize: 7 });
  await cursor.next();
  await cursor.close();
  expect(await collection.find({}, { batchSize: 7 }).toArray()).toHaveLength(250);
});

test('values of several types sort in BSON order, and by array extremes', async () => {
  const collection = await holding(
    { _id: 'date', v: new Date(0) },
    { _id: 'text', v: 'a' },
    { _id: 'decimal', v: Decimal128.fromString('10.5') },
    { _id: 'long', v: Long.fromString('9007199254740993') },
    { _id: 'int', v: 9 },
    { _id: 'null', v: null },
    { _id: 'true', v: true },
    { _id: 'array', v: [2, 1000] },
  );
  const up = (await collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => String(_id));
  expect(up).toEqual(['null', 'array', 'int', 'decimal', 'long', 'text', 'true', 'date']);
  const down = (await collection.find().sort({ v: -1 }).toArray()).map(({ _id }) => String(_id));
  expect(down).toEqual(['date', 'true', 'text', 'long', 'array', 'decimal', 'int', 'null']);
});

test('projections include, exclude, slice and pick the element that matched', async () => {
  const doc = { _id: 1, a: 1, b: { c: 2, d: 3 }, list: [1, 2, 3], items: [{ n: 1 }, { n: 2 }] };
  const collection = await holding(doc);
  const get = (filter: object, projection: object) => collection.findOne(filter, { projection });
  expect(await get({}, { a: 1 })).toEqual({ _id: 1, a: 1 });
  expect(await get({}, { _id: 0, 'b.c': 1 })).toEqual({ b: { c: 2 } });
  expect(await get({}, { 'b.c': 0, list: 0, items: 0 })).toEqual({ _id: 1, a: 1, b: { d: 3 } });
  expect(await get({}, { list: { $slice: 2 }, a: 1 })).toEqual({ _id: 1, a: 1, list: [1, 2] });
  expect(await get({ 'items.n': 2 }, { 'items.$': 1 })).toEqual({ _id: 1, items: [{ n: 2 }] });
  expect(await get({}, { items: { $elemMatch: { n: 2 } } })).toEqual({ _id: 1, items: [{ n: 2 }] });
  expect(await get({}, {})).toEqual(doc);
  expect(await failureOf(get({}, { a: 1, b: 0 }))).toMatchObject({ code: 31254 });
});
