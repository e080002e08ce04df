import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { connectPostgres, migrate } from '@florin/service-kit/postgres';
import { createTestDatabase } from '@florin/testing';

const directory = join(import.meta.dirname, '../../../migrations');

test('each migration can be taken back and made again, and nothing is left behind', async () => {
  const database = await createTestDatabase();
  const postgres = connectPostgres({ url: database.url, schema: 'auth' });
  const tables = () => postgres.knex('pg_tables').where({ schemaname: 'auth' }).orderBy('tablename').pluck('tablename');
  try {
    await migrate(postgres.knex, { url: database.url, schema: 'auth', directory });
    const before = await tables();
    const files = (await readdir(directory)).sort();
    const load = (file: string) =>
      import(join(directory, file)) as Promise<Record<'up' | 'down', (knex: Knex) => Promise<void>>>;
    for (const file of files.toReversed()) await (await load(file)).down(postgres.knex);
    expect(await tables()).toEqual(['knex_migrations', 'knex_migrations_lock']);
    for (const file of files) await (await load(file)).up(postgres.knex);
    expect(await tables()).toEqual(before);
  } finally {
    await postgres.close();
    await database.drop();
  }
});
