import pg from 'pg';
import { createMemoryBus } from '@florin/messaging/memory';
import type { LedgerServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import { createGrpcClient, createLogger, createServiceTokens, newId, type Role } from '@florin/service-kit';
import { connectPostgres, migrate } from '@florin/service-kit/postgres';
import {
  TEST_SECRET,
  createHttpClient,
  createTestClock,
  createTestDatabase,
  identityHeaders,
  waitFor,
} from '@florin/testing';
import type { TestDatabase } from '@florin/testing';
import type { FriendDirectory } from '../src/app/feed/ports.ts';
import type { UserName } from '../src/app/directory/ports.ts';
import type { Person as PersonCard } from '../src/app/people/ports.ts';
import type { Overrides } from '../src/composition.ts';
import { signCallback } from '../src/outbound/callback-check.ts';
import { compose, readConfig } from '../src/composition.ts';
import { MIGRATIONS } from '../src/outbound/postgres/index.ts';

/** A database with the ledger's schema. */
export function ledgerDatabase(): Promise<TestDatabase> {
  return createTestDatabase({
    name: 'ledger',
    prepare: async (url) => {
      const postgres = connectPostgres({ url, schema: 'ledger' });
      await migrate(postgres.knex, { url, schema: 'ledger', directory: MIGRATIONS });
      await postgres.close();
    },
  });
}

export interface Person {
  id: string;
  get: ReturnType<typeof createHttpClient>['get'];
  post: ReturnType<typeof createHttpClient>['post'];
  send: ReturnType<typeof createHttpClient>['send'];
}

/** The whole service in this process over its own database; auth and the bus are faked. */
export async function createHarness(overrides: Overrides = {}, environment: Record<string, string> = {}) {
  const database = await ledgerDatabase();
  const clock = createTestClock();
  const users = new Map<string, string>();
  const bus = createMemoryBus();
  const people = new Map<string, PersonCard>();
  const resolve = (name: UserName) => Promise.resolve(users.get(Object.values(name)[0] as string));
  const byIds = (ids: readonly string[]) => Promise.resolve(ids.flatMap((id) => people.get(id) ?? []));
  const zones = { timeZoneOf: () => Promise.resolve('UTC') };
  const config = readConfig({
    POSTGRES_URL: database.url,
    INTERNAL_SECRET: TEST_SECRET,
    HTTP_PORT: '0',
    GRPC_PORT: '0',
    LOG_LEVEL: 'silent',
    FUNDING_PROVIDER: 'sandbox',
    ...environment,
  });
  const logger = createLogger('ledger', 'silent');
  const composed = compose(config, {
    clock: clock.now,
    logger,
    bus,
    users: { resolve },
    people: { byIds, overTime: async (ids) => (await byIds(ids)).map((one) => ({ ...one, formerNames: [] })) },
    friends: everybodyReaches(),
    zones,
    ...overrides,
  });
  await composed.service.start();
  const { http, grpc } = composed.addresses();
  const sql = new pg.Pool({ connectionString: database.url, options: '-c search_path=ledger', max: 2 });

  /** A user auth knows, by id, username and e-mail; `roles` for an admin. */
  const person = (username = `u${newId().slice(-8)}`, roles: Role[] = ['user']): Person => {
    const id = newId();
    for (const name of [id, username, `${username}@example.com`]) users.set(name, id);
    people.set(id, { id, name: `Name of ${username}`, username, hasPicture: false });
    const client = createHttpClient(`http://127.0.0.1:${http}`, identityHeaders({ userId: id, roles }));
    return { id, get: client.get, post: client.post, send: client.send };
  };
  /** Auth knows the person no longer. */
  const forget = ({ id }: Person): void => {
    for (const [name, userId] of users) if (userId === id) users.delete(name);
  };
  /** A person with that much in the main account. */
  const funded = async (amount: number, currency = 'USD'): Promise<Person> => {
    const one = person();
    const reply = await one.post('/v1/deposits', { amount, currency });
    if (reply.status !== 201) throw new Error(reply.text);
    return one;
  };
  const rpc = createGrpcClient<LedgerServiceDefinition>({
    address: `127.0.0.1:${grpc}`,
    target: 'ledger',
    definition: loadProto('ledger'),
    tokens: createServiceTokens(TEST_SECRET, 'tester'),
    timeoutMs: 10_000,
  });
  const stop = async () => {
    rpc.close();
    await composed.service.stop();
    await sql.end();
    await database.drop();
  };
  const anyone = createHttpClient(`http://127.0.0.1:${http}`);
  const sign = (fundingId: string, status: string) => signCallback(TEST_SECRET, fundingId, status);
  return {
    ...composed,
    signCallback: sign,
    database,
    clock,
    sql,
    person,
    forget,
    funded,
    rpc,
    published: bus.published,
    deliver: bus.deliver,
    anyone,
    stop,
  };
}

export type Ledger = Awaited<ReturnType<typeof createHarness>>;

export const usd = (amount: unknown, more: object = {}) => ({ amount, currency: 'USD', ...more });
export const to = (person: Person) => ({ to: { userId: person.id } });

/** Sends dollars; returns the transfer. */
export async function send(from: Person, whom: Person, amount: number, more: object = {}) {
  const reply = await from.post('/v1/transfers', usd(amount, { ...to(whom), ...more }));
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body;
}

/** The first account of a person. */
export const mainOf = async (person: Person) => (await person.get('/v1/accounts')).body.data[0];

/** Sealing waits for every transaction of the server, those of other tests among them. */
export const SEALING = { timeoutMs: 25_000, what: 'sealed blocks' };

/** The available amount in a person's main account. */
export async function availableTo(person: Person, currency = 'USD'): Promise<number> {
  const { body } = await person.get('/v1/accounts');
  const main = body.data.find(
    (one: { kind: string; currency: string }) => one.kind === 'main' && one.currency === currency,
  );
  return main?.available ?? 0;
}

/** What must hold after every operation: no cent made or lost, nobody below zero, each balance the sum of its entries. */
export async function moneyLaws(sql: pg.Pool): Promise<void> {
  const faults = await sql.query(`
    SELECT 'sum' AS law, currency AS what FROM accounts GROUP BY currency HAVING sum(posted) <> 0
    UNION ALL SELECT 'available', id::text FROM accounts
      WHERE kind <> 'system' AND posted - held + credit_limit < 0
    UNION ALL SELECT 'transfer', transfer_id::text FROM entries GROUP BY transfer_id, currency HAVING sum(amount) <> 0
    UNION ALL SELECT 'balance', a.id::text FROM accounts a LEFT JOIN (
        SELECT account_id, sum(amount) AS total, count(*) AS entries, max(sequence) AS last,
               (array_agg(balance_after ORDER BY sequence DESC))[1] AS after,
               (array_agg(transfer_id ORDER BY sequence DESC))[1] AS head
        FROM entries GROUP BY account_id) e ON e.account_id = a.id
      WHERE a.posted <> coalesce(e.total, 0) OR a.sequence <> coalesce(e.entries, 0) OR a.sequence <> coalesce(e.last, 0)
         OR a.posted <> coalesce(e.after, 0) OR a.last_transfer_id IS DISTINCT FROM e.head
    UNION ALL SELECT 'chain', e.transfer_id::text FROM entries e
      LEFT JOIN entries p ON p.transfer_id = e.previous_transfer_id AND p.account_id = e.account_id
      WHERE e.sequence <> coalesce(p.sequence, 0) + 1 OR e.balance_after <> coalesce(p.balance_after, 0) + e.amount`);
  expect(faults.rows).toEqual([]);
}

export { waitFor };

/** Users without friends and blocks. */
export function everybodyReaches(friendIds = (_userId: string) => Promise.resolve<string[]>([])): FriendDirectory {
  return { friendIds, reach: (_userId, otherIds) => Promise.resolve(otherIds.map(() => 'open' as const)) };
}
