import type { FlorinEvent } from '@florin/contracts';
import { createTestDatabase, waitFor, type TestDatabase } from '@florin/testing';
import type { Knex } from 'knex';
import createKnex from 'knex';
import pg from 'pg';
import { eventOf, expectOrder, numberOf, silent } from '../conformance/kit.ts';
import { appendEvents, createMessagingTables, createPostgresRelay, dropMessagingTables, type Relay } from '../index.ts';

let database: TestDatabase;
let knex: Knex;
let pool: pg.Pool;
const relays: Relay[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  knex = createKnex({ client: 'pg', connection: database.url, pool: { min: 0, max: 6 } });
  pool = new pg.Pool({ connectionString: database.url, max: 6 });
  // The database is dropped under its last idle connections.
  pool.on('error', () => undefined);
  await createMessagingTables(knex);
  await createMessagingTables(knex);
});
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await knex('outbox').truncate();
});
afterAll(async () => {
  await dropMessagingTables(knex);
  await knex.destroy();
  await pool.end();
  await database.drop();
});

type Publish = (events: readonly FlorinEvent[]) => Promise<void>;

function start(publish: Publish, options: { batchSize?: number; pollMs?: number } = {}): Relay {
  const relay = createPostgresRelay({ pool, bus: { publish }, logger: silent, pollMs: 20, ...options });
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

const numbers = (events: readonly FlorinEvent[]) =>
  events.map((event) => ({ aggregateId: event.aggregateId, n: numberOf(event), attempt: 1 }));

test('what is committed is published as it was written, what is rolled back is not', async () => {
  const { got, publish } = collector();
  const [kept, dropped] = [eventOf('a', 1), eventOf('a', 2)];
  await knex.transaction((trx) => appendEvents(trx, [kept]));
  await knex
    .transaction(async (trx) => {
      await appendEvents(trx, [dropped]);
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  const relay = start(publish);
  await waitFor(async () => (await relay.backlog()) === 0);
  expect(got).toEqual([kept]);
});

test('a pg client takes events as well as knex does, and no events is no statement', async () => {
  const { got, publish } = collector();
  const client = await pool.connect();
  await client.query('BEGIN');
  await appendEvents(client, [eventOf('pg', 1), eventOf('pg', 2)]);
  await appendEvents(client, []);
  await client.query('COMMIT');
  client.release();
  start(publish);
  await waitFor(() => got.length === 2);
  expectOrder(numbers(got));
});

test('a backlog larger than a batch is published in order, in batches', async () => {
  const sizes: number[] = [];
  const { got, publish } = collector();
  const events = Array.from({ length: 95 }, (_, i) => eventOf('many', i + 1));
  await appendEvents(knex, events);
  const relay = start(
    (batch) => {
      sizes.push(batch.length);
      return publish(batch);
    },
    { batchSize: 20, pollMs: 60_000 },
  );
  await waitFor(() => got.length === 95);
  expect(got.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  expect(sizes).toEqual([20, 20, 20, 20, 15]);
  await waitFor(async () => (await relay.backlog()) === 0);
});

test('several relays of one database publish every event once and in order', async () => {
  const { got, publish } = collector();
  const slowly: Publish = async (events) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
    await publish(events);
  };
  for (let i = 0; i < 3; i += 1) start(slowly, { batchSize: 7, pollMs: 5 });
  for (let n = 1; n <= 100; n += 1)
    await knex.transaction((trx) => appendEvents(trx, [eventOf('x', n), eventOf('y', n)]));
  await waitFor(() => got.length >= 200);
  await waitFor(async () => (await relays[0]!.backlog()) === 0);
  expect(got).toHaveLength(200);
  expectOrder(numbers(got));
});

test('a bus that fails is asked again later, and nothing is lost or kept in memory', async () => {
  let calls = 0;
  const { got, publish } = collector();
  await appendEvents(knex, [eventOf('broken', 1)]);
  const relay = start(async (events) => {
    calls += 1;
    if (calls < 3) throw new Error('no broker');
    await publish(events);
  });
  await waitFor(() => got.length === 1);
  expect(calls).toBe(3);
  await waitFor(async () => (await relay.backlog()) === 0);
});

test('a nudge after the commit publishes at once, without waiting for the poll', async () => {
  const { got, publish } = collector();
  const relay = start(publish, { pollMs: 60_000 });
  await waitFor(() => knex('outbox').count());
  await appendEvents(knex, [eventOf('nudged', 1)]);
  const before = performance.now();
  relay.nudge();
  await waitFor(() => got.length === 1);
  expect(performance.now() - before).toBeLessThan(20_000);
});

test('stop waits for the batch under way and leaves the rest', async () => {
  let finish: () => void = () => undefined;
  const { got, publish } = collector();
  await appendEvents(
    knex,
    [1, 2, 3].map((n) => eventOf('stopped', n)),
  );
  const relay = start(
    async (events) => {
      await new Promise<void>((resolve) => (finish = resolve));
      await publish(events);
    },
    { batchSize: 1 },
  );
  await waitFor(() => finish.length === 1);
  const stopped = relay.stop();
  finish();
  await stopped;
  expect(got).toHaveLength(1);
  expect(await relay.backlog()).toBe(2);
});

test('inbox rows older than 30 days are dropped, younger ones stay', async () => {
  await knex.raw(`INSERT INTO inbox (consumer, event_id, handled_at) VALUES
    ('old', gen_random_uuid(), now() - interval '31 days'), ('young', gen_random_uuid(), now() - interval '29 days')`);
  start(collector().publish);
  await waitFor(async () => (await knex('inbox').where({ consumer: 'old' })).length === 0);
  expect(await knex('inbox').where({ consumer: 'young' })).toHaveLength(1);
});
