import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@florin/testing';
import { FlorinError } from '@florin/errors';
import type { Knex } from 'knex';
import { connectPostgres, type Postgres } from './connect.ts';
import { runInContext } from '../context.ts';
import { newId } from '../ids.ts';
import { withIdempotency, withIdempotencyOfMany } from './idempotency.ts';
import { migrate } from './migrate.ts';

const directory = join(import.meta.dirname, '../../test/migrations');
let database: TestDatabase;
let postgres: Postgres;

beforeAll(async () => {
  database = await createTestDatabase();
  postgres = connectPostgres({ url: database.url, schema: 'kit' });
  // two processes at once, the second over a database that has to be there first
  await Promise.all([1, 2].map(() => migrate(postgres.knex, { url: database.url, schema: 'kit', directory })));
});
afterAll(async () => {
  await postgres.close();
  await database.drop();
});

const add = (key: string | undefined, name: string, request: unknown = { name }) =>
  withIdempotency(postgres.knex, { scope: 'u POST /things', key, request }, async (trx) => {
    await trx('things').insert({ name });
    return { name };
  });
const count = async (name: string) => (await postgres.knex('things').where({ name })).length;

test('migrations made the tables in the schema of the service', async () => {
  const { rows } = await postgres.pool.query("select schemaname from pg_tables where tablename = 'things'");
  expect(rows).toEqual([{ schemaname: 'kit' }]);
});

test('a missing database is created', async () => {
  const url = database.url.replace(/\/(\w+)$/, '/$1_late');
  const late = connectPostgres({ url, schema: 'kit' });
  await migrate(late.knex, { url, schema: 'kit', directory });
  await late.ping();
  await late.close();
  await postgres.knex.raw('drop database ??', [new URL(url).pathname.slice(1)]);
});

test('a process starts over a schema that the next release has already expanded', async () => {
  const newer = { name: '29991231T2359_of_the_next_release.ts', batch: 2, migration_time: new Date() };
  await postgres.knex('knex_migrations').insert(newer);
  await expect(migrate(postgres.knex, { url: database.url, schema: 'kit', directory })).resolves.toBeUndefined();
});

test('a repeat of a key gets the first reply and has no second effect', async () => {
  expect(await add('k1', 'a')).toEqual({ body: { name: 'a' }, replayed: false });
  expect(await add('k1', 'a')).toEqual({ body: { name: 'a' }, replayed: true });
});

test('a key with another request is refused, whatever the order of fields', async () => {
  await add('k2', 'b', { x: 1, y: { p: 1, q: 2 } });
  expect((await add('k2', 'b', { y: { q: 2, p: 1 }, x: 1 })).replayed).toBe(true);
  await expect(add('k2', 'b', { x: 2 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
});

test('a failed effect leaves nothing, so that a repeat tries again', async () => {
  const scope = { scope: 's', key: 'k3', request: {} };
  await expect(withIdempotency(postgres.knex, scope, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await withIdempotency(postgres.knex, scope, () => Promise.resolve(1))).toEqual({ body: 1, replayed: false });
});

test('twenty at once with one key have one effect', async () => {
  const replies = await Promise.all(Array.from({ length: 20 }, () => add('k4', 'd')));
  expect(replies.filter((reply) => !reply.replayed)).toHaveLength(1);
  expect(await count('d')).toBe(1);
});

test('without a key each call has its effect', async () => {
  await add(undefined, 'e');
  await expect(add(undefined, 'e')).rejects.toThrow(/duplicate/);
});

describe('many requests in one transaction', () => {
  const refusal = new FlorinError('NOT_FOUND', 'Thing not found');
  /** Names that begin with "no" are refused. */
  const addAll = (requests: { key?: string; name: string; as?: string }[]) =>
    withIdempotencyOfMany(
      postgres.knex,
      requests.map(({ key, name, as = name }) => ({ scope: 'many', key, request: { name: as }, reply: name, name })),
      async (trx, fresh) => {
        const [refused, taken] = [fresh, fresh].map((all, index) =>
          all.filter(({ name }) => name.startsWith('no') === (index === 0)),
        );
        if (taken!.length > 0) await trx('things').insert(taken!.map(({ name }) => ({ name })));
        return new Map(refused!.map((each) => [each, refusal]));
      },
    );

  test('each is done once: repeats get their first reply, a key of another request is refused', async () => {
    expect(await addAll([{ key: 'm1', name: 'm-a' }, { name: 'm-b' }])).toEqual([
      { body: 'm-a', replayed: false },
      { body: 'm-b', replayed: false },
    ]);
    expect(
      await addAll([
        { key: 'm1', name: 'm-x', as: 'm-a' },
        { key: 'm2', name: 'm-c' },
        { key: 'm1', name: 'm-a', as: 'another' },
      ]),
    ).toEqual([
      { body: 'm-a', replayed: true },
      { body: 'm-c', replayed: false },
      expect.objectContaining({ code: 'IDEMPOTENCY_MISMATCH' }),
    ]);
    expect(await Promise.all(['m-a', 'm-b', 'm-c', 'm-x'].map(count))).toEqual([1, 1, 1, 0]);
  });

  test('a refused one leaves no key, and its neighbours are done', async () => {
    const asked = [
      { key: 'm3', name: 'no-1' },
      { key: 'm4', name: 'm-d' },
    ];
    expect(await addAll(asked)).toEqual([refusal, { body: 'm-d', replayed: false }]);
    expect(await addAll(asked)).toEqual([refusal, { body: 'm-d', replayed: true }]);
    expect(await count('m-d')).toBe(1);
  });
});

describe('what a connection is asked again and again', () => {
  /** All on one connection, in a transaction of its own. */
  const preparedAfter = (ask: (trx: Knex.Transaction) => Promise<unknown>, times = 4) =>
    postgres.knex.transaction(async (trx) => {
      for (let n = 0; n < times; n += 1) await ask(trx);
      const { rows } = await trx.raw<{ rows: { statement: string }[] }>(
        "select statement from pg_prepared_statements where name like 'repeated%'",
      );
      return rows.map(({ statement }) => statement);
    });

  test('is prepared there', async () => {
    const found = await preparedAfter((trx) => trx('things').where({ name: 'often' }).select('name'));
    expect(found).toContainEqual(expect.stringMatching(/^select "name" from "things"/));
  });

  test.each([
    ['all columns', (trx: Knex.Transaction) => trx('things').where({ name: 'x' }).select()],
    ['all columns of a table', (trx: Knex.Transaction) => trx.raw('select things.* from things where name = ?', ['y'])],
    ['what an insert returns', (trx: Knex.Transaction) => trx('things').insert({ name: newId() }).returning('*')],
  ])('is not when its result may change: %s', async (_what, ask) => {
    expect((await preparedAfter(ask)).filter((text) => text.includes('*'))).toEqual([]);
  });

  test('goes on over a column that is added and one that is dropped', async () => {
    const named = () => postgres.knex('things').where({ name: 'often' }).select('name');
    const all = () => postgres.knex('things').where({ name: 'often' }).first<Record<string, unknown>>();
    await add(undefined, 'often');
    for (let n = 0; n < 5; n += 1) await Promise.all([named(), all()]);
    await postgres.knex.raw('alter table things add column later text');
    expect(await named()).toEqual([{ name: 'often' }]);
    expect(await all()).toHaveProperty('later', null);
    await postgres.knex.raw('alter table things drop column later');
    expect(await named()).toEqual([{ name: 'often' }]);
    expect(await all()).not.toHaveProperty('later');
  });

  test('tells its errors as before', async () => {
    const ask = () => postgres.knex.raw('select 1 / ?::integer as part', [0]);
    for (let n = 0; n < 5; n += 1) await expect(ask()).rejects.toMatchObject({ code: '22012' });
    await expect(postgres.knex.raw('select 1 / ?::integer as part', [1])).resolves.toMatchObject({
      rows: [{ part: 1 }],
    });
  });
});

describe("a statement made for a request ends with the request's deadline", () => {
  const inTime = <T>(leftMs: number, work: () => Promise<T>) =>
    runInContext({ requestId: 'r', traceparent: '', deadline: Date.now() + leftMs }, work);
  const limit = async (from: Knex) => (await from.raw<{ rows: { limit: string }[] }>(LIMIT)).rows[0]?.limit;
  const LIMIT = `select current_setting('statement_timeout') as limit`;
  let one: Postgres;
  beforeAll(() => {
    one = connectPostgres({ url: database.url, schema: 'kit', maxConnections: 1 });
  });
  afterAll(() => one.close());

  test('alone and in a transaction', async () => {
    const sleep = async (from: Knex) => {
      await from.raw('select pg_sleep(20)');
    };
    await expect(inTime(200, () => sleep(one.knex))).rejects.toMatchObject({ code: '57014' });
    await expect(inTime(200, () => one.knex.transaction(sleep))).rejects.toMatchObject({ code: '57014' });
  });

  test('and what the connection is asked next has its own limit', async () => {
    expect(await inTime(3_900, () => limit(one.knex))).toBe('4s');
    expect(await limit(one.knex)).toBe('30s');
    expect(await inTime(60_000, () => limit(one.knex))).toBe('30s');
  });

  test('which a transaction keeps, and its rollback does not take back', async () => {
    const failed = inTime(900, () =>
      one.knex.transaction(async (trx) => {
        expect(await limit(trx)).toBe('1s');
        await trx.transaction(async (inner) => {
          expect(await limit(inner)).toBe('1s');
        });
        throw new Error('rolled back');
      }),
    );
    await expect(failed).rejects.toThrow('rolled back');
    expect(await inTime(900, () => limit(one.knex))).toBe('1s');
    expect(await limit(one.knex)).toBe('30s');
  });
});
