import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'bson';
import { MongoClient } from './driver.ts';
import { type MongoServer, startMongoServer } from '../../src/index.ts';

let directory = '';
let server: MongoServer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'florin-hostile-'));
  server = await startMongoServer({ dataDir: directory });
});

afterAll(async () => {
  await server.stop();
  await rm(directory, { recursive: true });
});

async function dial(): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

function header(length: number, opCode: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(1, 4);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
}

function message(content: Buffer, opCode = 2013): Buffer {
  return Buffer.concat([header(16 + content.length, opCode), content]);
}

function command(body: object): Buffer {
  return message(Buffer.concat([Buffer.alloc(5), serialize(body)]));
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

async function answers(): Promise<boolean> {
  const client = new MongoClient(server.url);
  try {
    const reply = await client.db('admin').command({ ping: 1 });
    return reply['ok'] === 1;
  } finally {
    await client.close();
  }
}

function nested(depth: number): Buffer {
  const heads = Array.from({ length: depth }, (_, level) =>
    Buffer.concat([int32(5 + 8 * (depth - level)), Buffer.from([3, 0x61, 0])]),
  );
  return Buffer.concat([...heads, Buffer.from([5, 0, 0, 0, 0]), Buffer.alloc(depth)]);
}

const ping = serialize({ ping: 1, $db: 'admin' });

test.each<[string, Buffer]>([
  // behind a length that no message has: one of a hundred random lengths is one, and its rest would be waited for
  ['random bytes', Buffer.concat([Buffer.from([0xff, 0xff, 0xff, 0x7f]), randomBytes(4000)])],
  ['an HTTP request', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ['a length of nothing', header(0, 2013)],
  ['a negative length', header(-5, 2013)],
  ['a length of 2 GB', header(2 ** 31 - 1, 2013)],
  ['a length just over the limit', header(48_000_001, 2013)],
  ['an unknown operation', message(ping as Buffer, 2010)],
  ['a compressed message', message(Buffer.alloc(40), 2012)],
  ['an unknown required flag', message(Buffer.concat([Buffer.from([4, 0, 0, 0, 0]), ping]))],
  ['no section', message(Buffer.alloc(5).subarray(0, 5))],
  ['an unknown section', message(Buffer.concat([Buffer.from([0, 0, 0, 0, 9]), ping]))],
  ['two bodies', message(Buffer.concat([Buffer.alloc(5), ping, Buffer.alloc(1), ping]))],
  ['a body that claims more than there is', message(Buffer.concat([Buffer.alloc(5), int32(1000), Buffer.alloc(20)]))],
  [
    'a body of broken BSON',
    message(Buffer.concat([Buffer.alloc(5), int32(20), Buffer.from([0x13, 0x61, 0]), Buffer.alloc(13, 0xff)])),
  ],
  [
    'a sequence that leaves the message',
    message(Buffer.concat([Buffer.alloc(5), ping, Buffer.from([1]), int32(5000), Buffer.from('documents\0')])),
  ],
  [
    'a sequence without a name end',
    message(Buffer.concat([Buffer.alloc(5), ping, Buffer.from([1]), int32(8), Buffer.from('abcd')])),
  ],
  [
    'a sequence of negative size',
    message(Buffer.concat([Buffer.alloc(5), ping, Buffer.from([1]), int32(-1), Buffer.from('abcd')])),
  ],
  [
    'text that is not UTF-8',
    message(
      Buffer.concat([
        Buffer.alloc(5),
        int32(15),
        Buffer.from([2, 0x61, 0]),
        int32(3),
        Buffer.from([0xff, 0xfe, 0]),
        Buffer.alloc(1),
      ]),
    ),
  ],
  ['an OP_QUERY cut short', message(Buffer.from([0, 0, 0, 0, 0x61]), 2004)],
])('%s ends its own connection and no other', async (_name, bytes) => {
  const socket = await dial();
  const closed = once(socket, 'close');
  socket.resume();
  socket.write(bytes);
  await closed;
  expect(await answers()).toBe(true);
});

test('a message that arrives byte by byte is answered', async () => {
  const socket = await dial();
  const reply = once(socket, 'data');
  for (const byte of command({ ping: 1, $db: 'admin' })) socket.write(Buffer.from([byte]));
  const [data] = (await reply) as [Buffer];
  expect(data.readInt32LE(8)).toBe(1);
  socket.destroy();
});

test('many messages in one packet are all answered, in order', async () => {
  const socket = await dial();
  socket.write(Buffer.concat(Array.from({ length: 50 }, () => command({ ping: 1, $db: 'admin' }))));
  let bytes = 0;
  const size = 16 + 5 + serialize({ ok: 1 }).length;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes >= 50 * size) break;
  }
  expect(bytes).toBe(50 * size);
});

test.each([
  ['a filter', { find: 'x', $db: 'test' }, 3, 'filter'],
  ['an update', { findAndModify: 'x', $db: 'test' }, 3, 'update'],
  ['documents to insert', { insert: 'x', $db: 'test' }, 4, 'documents'],
])('%s nested 300 000 levels deep answers an error', async (_name, rest, type, field) => {
  const fields = Buffer.from(serialize(rest)).subarray(4, -1);
  const content = Buffer.concat([
    fields,
    Buffer.from([type]),
    Buffer.from(`${field}\0`),
    nested(300_000),
    Buffer.alloc(1),
  ]);
  const socket = await dial();
  const reply = once(socket, 'data');
  socket.write(message(Buffer.concat([Buffer.alloc(5), int32(content.length + 4), content])));
  const [data] = (await reply) as [Buffer];
  const told = deserialize(data.subarray(21));
  expect(typeof (told['code'] ?? told['writeErrors'][0].code)).toBe('number');
  socket.destroy();
  expect(await answers()).toBe(true);
});

test('half a message and a client that leaves harm nobody', async () => {
  const socket = await dial();
  socket.write(command({ ping: 1, $db: 'admin' }).subarray(0, 30));
  socket.resetAndDestroy();
  await once(socket, 'close');
  expect(await answers()).toBe(true);
});

test('a command of the wrong shape answers an error on a connection that lives on', async () => {
  const client = new MongoClient(server.url);
  const db = client.db('test');
  const commands: object[] = [
    { insert: 'x', documents: 'no' },
    { insert: 'x', documents: [] },
    { insert: 5, documents: [{}] },
    { insert: '$x', documents: [{}] },
    { update: 'x', updates: [{ q: {}, u: 5 }] },
    { update: 'x', updates: [{ q: 1, u: {} }] },
    { delete: 'x', deletes: [{ q: {}, limit: 7 }] },
    { find: 'x', sort: { a: 'up' } },
    { find: 'x', limit: -1 },
    { find: 'x', filter: { $where: 'while(true);' } },
    { find: 'x', filter: { a: { $in: 5 } } },
    { aggregate: 'x', pipeline: [{ $match: {}, $limit: 1 }], cursor: {} },
    { aggregate: 'x', pipeline: [{ $out: 'y' }], cursor: {} },
    { aggregate: 'x', pipeline: [{ $project: { a: { $function: { body: 'x', args: [], lang: 'js' } } } }], cursor: {} },
    { createIndexes: 'x', indexes: [{ key: { a: 'text' }, name: 'a' }] },
    { createIndexes: 'x', indexes: [{ key: {}, name: 'a' }] },
    { create: 'x', capped: true, size: 5 },
    { constructor: 1 },
    { __proto__: null, toString: 1 },
    { getMore: 'x', collection: 'x' },
    { killCursors: 'x', cursors: ['x'] },
  ];
  try {
    await db.collection<any>('x').insertOne({ _id: 1 });
    for (const each of commands) {
      const told = await db.command(each).then(
        (reply) => (reply['writeErrors'] as { code: number }[] | undefined)?.[0]?.code,
        (error: unknown) => (error as { code?: number }).code,
      );
      expect([each, typeof told]).toEqual([each, 'number']);
    }
    expect(await db.collection('x').countDocuments()).toBe(1);
  } finally {
    await client.close();
  }
});

test('a transaction is refused in words', async () => {
  const client = new MongoClient(server.url);
  const session = client.startSession();
  try {
    const work = session.withTransaction(() => client.db('test').collection('t').insertOne({ a: 1 }, { session }));
    await expect(work).rejects.toThrow(/no multi-document transactions/);
    expect(await client.db('test').collection('t').countDocuments()).toBe(0);
  } finally {
    await session.endSession();
    await client.close();
  }
});

test('a document over 16 MB is refused, one near it kept, and results over 16 MB come in batches', async () => {
  const client = new MongoClient(server.url);
  const collection = client.db('test').collection<any>('big');
  try {
    const large = 'x'.repeat(15 * 1024 * 1024);
    await collection.insertMany([
      { _id: 1, large },
      { _id: 2, large },
    ]);
    expect(await collection.find().toArray()).toHaveLength(2);
    await expect(collection.updateOne({ _id: 1 }, { $set: { more: large } })).rejects.toMatchObject({ code: 10334 });
    expect(await collection.findOne({ _id: 1 }, { projection: { more: 1 } })).toEqual({ _id: 1 });
    await expect(
      collection.aggregate([{ $group: { _id: null, all: { $push: '$large' } } }]).toArray(),
    ).rejects.toMatchObject({ code: 10334 });
  } finally {
    await collection.drop();
    await client.close();
  }
});

test('documents named __proto__ or constructor stay plain data', async () => {
  const client = new MongoClient(server.url);
  const collection = client.db('test').collection<any>('proto');
  try {
    const doc = JSON.parse(
      '{ "_id": 1, "__proto__": { "polluted": true }, "constructor": { "prototype": { "x": 1 } } }',
    ) as object;
    await collection.insertOne(doc);
    await collection
      .updateOne({ _id: 1 }, { $set: { 'a.__proto__.polluted': 1, 'constructor.prototype.y': 2 } })
      .catch(() => undefined);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(({} as { y?: unknown }).y).toBeUndefined();
    expect(await collection.findOne({ 'constructor.prototype.x': 1 })).toMatchObject({ _id: 1 });
  } finally {
    await client.close();
  }
});
