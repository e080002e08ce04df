import type { FlorinEvent } from '@florin/contracts';
import { testMongoUrl, waitFor } from '@florin/testing';
import type { Connection, Model } from 'mongoose';
import mongoose from 'mongoose';
import { eventOf, expectOrder, numberOf, silent } from '../conformance/kit.ts';
import type { Relay } from '../index.ts';
import { createMongoRelay, onceMongo, outboxField } from './index.ts';

let connection: Connection;
const relays: Relay[] = [];
const schema = new mongoose.Schema<Thing>({ _id: String, version: Number, outbox: outboxField });

beforeAll(async () => {
  connection = await mongoose.createConnection(testMongoUrl()).asPromise();
});
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await connection.collection('things').deleteMany({});
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

type Publish = (events: readonly FlorinEvent[]) => Promise<void>;

interface Thing {
  _id: string;
  version: number;
  outbox?: FlorinEvent[];
}

function model(): Model<Thing> {
  return connection.models['Thing'] ?? connection.model<Thing>('Thing', schema, 'things');
}

function start(publish: Publish, options: { batchSize?: number; pollMs?: number } = {}): Relay {
  const relay = createMongoRelay({
    connection,
    collections: ['things'],
    bus: { publish },
    logger: silent,
    pollMs: 20,
    ...options,
  });
  relays.push(relay);
  relay.start();
  return relay;
}

function collector(): { got: FlorinEvent[]; publish: Publish } {
  const got: FlorinEvent[] = [];
  return {
    got,
    publish: (events) => {
      got.push(...events);
      return Promise.resolve();
    },
  };
}

async function change(id: string, events: FlorinEvent[]): Promise<void> {
  await model().updateOne(
    { _id: id },
    { $inc: { version: 1 }, $push: { outbox: { $each: events } } },
    { upsert: true },
  );
}

const numbers = (events: readonly FlorinEvent[]) =>
  events.map((event) => ({ aggregateId: event.aggregateId, n: numberOf(event), attempt: 1 }));

test('events inside a changed document are published as they were written and taken out of it', async () => {
  const { got, publish } = collector();
  const events = [eventOf('a', 1), eventOf('a', 2)];
  await model().create({ _id: 'a', version: 1, outbox: [events[0]!] });
  await change('a', [events[1]!]);
  const relay = start(publish);
  await waitFor(async () => (await relay.backlog()) === 0);
  expect(got).toEqual(events);
  expect(await model().findById('a').lean()).toEqual({ _id: 'a', version: 2, __v: 0 });
});

test('several relays publish the events of every document in order, also those added meanwhile', async () => {
  const { got, publish } = collector();
  const slowly: Publish = async (events) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
    await publish(events);
  };
  for (let i = 0; i < 3; i += 1) start(slowly, { batchSize: 5, pollMs: 5 });
  for (let n = 1; n <= 40; n += 1)
    for (const id of ['x', 'y', 'z']) await change(id, [eventOf(id, 2 * n - 1), eventOf(id, 2 * n)]);
  await waitFor(async () => got.length >= 240 && (await relays[0]!.backlog()) === 0, { timeoutMs: 25_000 });
  expectOrder(numbers(got));
  expect(new Set(got.map(({ id }) => id)).size).toBe(240);
});

test('a bus that fails is asked again, and a crash before the mark publishes again', async () => {
  let calls = 0;
  const { got, publish } = collector();
  const event = eventOf('broken', 1);
  await change('broken', [event]);
  const relay = start(async (events) => {
    calls += 1;
    if (calls === 1) throw new Error('no broker');
    await publish(events);
    if (calls === 2) throw new Error('killed before the mark');
  });
  await waitFor(async () => (await relay.backlog()) === 0);
  expect(got.map(({ id }) => id)).toEqual([event.id, event.id]);
});

test('more documents than a page are all published', async () => {
  const { got, publish } = collector();
  await model().insertMany(
    Array.from({ length: 230 }, (_, i) => ({ _id: `m${String(i)}`, outbox: [eventOf(`m${String(i)}`, 1)] })),
  );
  start(publish, { pollMs: 60_000 });
  await waitFor(() => got.length === 230);
});

test('the index of the relay holds waiting documents only', async () => {
  start(collector().publish);
  const index = await waitFor(async () => {
    const all = await connection.collection('things').indexes();
    return all.find(({ name }) => name === 'outbox_id');
  });
  expect(index).toMatchObject({
    key: { 'outbox.id': 1 },
    partialFilterExpression: { 'outbox.id': { $exists: true } },
  });
});

test('an effect runs once for each consumer and event', async () => {
  const event = eventOf('once', 1);
  let effects = 0;
  const effect = (): Promise<void> => {
    effects += 1;
    return Promise.resolve();
  };
  expect(await onceMongo(connection, 'c1', event, effect)).toBe('done');
  expect(await onceMongo(connection, 'c1', event, effect)).toBe('seen');
  expect(await onceMongo(connection, 'c2', event, effect)).toBe('done');
  expect(effects).toBe(2);
  const indexes = await connection.collection('inbox').indexes();
  expect(indexes.find(({ name }) => name === 'inbox_at')).toMatchObject({ expireAfterSeconds: 2_592_000 });
});

test('an effect that fails is not recorded and runs again', async () => {
  const event = eventOf('again', 1);
  await expect(onceMongo(connection, 'c1', event, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await onceMongo(connection, 'c1', event, () => Promise.resolve())).toBe('done');
});
