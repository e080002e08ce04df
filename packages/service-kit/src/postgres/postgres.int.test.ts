import { join } from 'node:path';
import { createTestDatabase } from '@florin/testing';
import type { TestDatabase } from '@florin/testing';
import type { Postgres } from './connect.ts';
import { connectPostgres } from './connect.ts';
import { withIdempotency } from './idempotency.ts';
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
