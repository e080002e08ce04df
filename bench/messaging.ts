import { createEvent, type FlorinEvent } from '@florin/contracts';
import {
  appendEvents,
  createBus,
  createMessagingTables,
  createPostgresRelay,
  type Bus,
  type Log,
  type Relay,
} from '@florin/messaging';
import createKnex from 'knex';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { v7 } from 'uuid';

/**
 * What the way of an event costs: from the commit of its outbox row to its consumer, one by one, and how many a second
 * the relay moves. On POSTGRES_URL, over pg-boss and, when AMQP_URL is set, RabbitMQ. Ends by itself in under a minute.
 */
const SAMPLES = 500;
const BACKLOG = 20_000;
const LIMIT_MS = 25_000;

const ignore = (): void => undefined;
const logger: Log = { debug: ignore, info: ignore, warn: console.error, error: console.error };
const run = `bench${randomBytes(5).toString('hex')}`;

function eventOf(aggregateId: string): FlorinEvent {
  return createEvent({
    id: v7(),
    type: 'users.friend-requested.v1',
    producer: 'bench',
    aggregateId,
    occurredAt: new Date(),
    data: { requestId: 'r1', fromUserId: v7(), toUserId: v7(), requestedAt: new Date().toISOString() },
  });
}

async function within(what: string, done: () => boolean): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!done()) {
    if (Date.now() > deadline) throw new Error(`${what} took longer than ${String(LIMIT_MS)} ms`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function latency(pool: pg.Pool, relay: Relay, arrived: Map<string, number>): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < SAMPLES; i += 1) {
    const event = eventOf(`a${String(i % 50)}`);
    const client = await pool.connect();
    await client.query('BEGIN');
    await appendEvents(client, [event]);
    await client.query('COMMIT');
    client.release();
    const committed = performance.now();
    relay.nudge();
    await within('one event', () => arrived.has(event.id));
    taken.push((arrived.get(event.id) ?? 0) - committed);
  }
  return taken.sort((a, b) => a - b);
}

async function throughput(pool: pg.Pool, makeRelay: () => Relay, count: () => number): Promise<[number, number]> {
  const client = await pool.connect();
  for (let i = 0; i < BACKLOG; i += 1000)
    await appendEvents(
      client,
      Array.from({ length: 1000 }, (_, n) => eventOf(`t${String((i + n) % 500)}`)),
    );
  client.release();
  const before = count();
  const begin = performance.now();
  const relay = makeRelay();
  relay.start();
  while ((await relay.backlog()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const relayed = performance.now() - begin;
  await within('consuming', () => count() - before >= BACKLOG).catch(() => undefined);
  const consumed = performance.now() - begin;
  await relay.stop();
  return [(BACKLOG / relayed) * 1000, ((count() - before) / consumed) * 1000];
}

async function measure(name: string, urls: { amqpUrl?: string; postgresUrl?: string }, pool: pg.Pool): Promise<void> {
  const arrived = new Map<string, number>();
  const bus: Bus = createBus({ ...urls, namespace: run, service: 'bench', logger });
  bus.subscribe({
    name: 'bench.inbox',
    types: ['users.friend-requested.v1'],
    handle: (event) => Promise.resolve(void arrived.set(event.id, performance.now())),
  });
  await bus.start();
  const makeRelay = (): Relay => createPostgresRelay({ pool, bus, logger });
  const relay = makeRelay();
  relay.start();
  const taken = await latency(pool, relay, arrived);
  await relay.stop();
  const at = (share: number): string => (taken[Math.floor(taken.length * share)] ?? Number.NaN).toFixed(1);
  const [relayed, consumed] = await throughput(pool, makeRelay, () => arrived.size);
  await bus.stop();
  console.log(
    `${name.padEnd(9)} commit to consumer p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ` +
      `relay ${relayed.toFixed(0)} events/s, consumed ${consumed.toFixed(0)} events/s`,
  );
}

async function dropFromBroker(amqpUrl: string): Promise<void> {
  const { connect } = await import('amqplib');
  const connection = await connect(amqpUrl);
  const channel = await connection.createChannel();
  for (const queue of ['bench.inbox', 'bench.inbox.dead']) await channel.deleteQueue(`${run}.${queue}`);
  for (const exchange of ['events', 'dead-letters']) await channel.deleteExchange(`${run}.${exchange}`);
  await connection.close();
}

const { POSTGRES_URL = 'postgres://postgres@127.0.0.1:5432/postgres', AMQP_URL } = process.env;
const admin = new pg.Client({ connectionString: POSTGRES_URL });
await admin.connect();
await admin.query(`CREATE DATABASE ${run}`);
const url = new URL(POSTGRES_URL);
url.pathname = `/${run}`;
const knex = createKnex({ client: 'pg', connection: url.href });
const pool = new pg.Pool({ connectionString: url.href, max: 4 });
// The database is dropped under its last idle connections.
pool.on('error', ignore);
try {
  await createMessagingTables(knex);
  await measure('pg-boss', { postgresUrl: url.href }, pool);
  if (AMQP_URL) await measure('RabbitMQ', { amqpUrl: AMQP_URL }, pool);
} finally {
  if (AMQP_URL) await dropFromBroker(AMQP_URL);
  await knex.destroy();
  await pool.end();
  await admin.query(`DROP DATABASE ${run} WITH (FORCE)`);
  await admin.end();
}
