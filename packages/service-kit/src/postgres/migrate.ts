import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';
import pg from 'pg';
import { ensureDatabase } from './connect.ts';
import { checkSecret } from './secret-check.ts';

interface Migration {
  up(knex: Knex): Promise<void>;
  down?(knex: Knex): Promise<void>;
}

export interface MigrateOptions {
  url: string;
  schema: string;
  directory: string;
  /** INTERNAL_SECRET: a schema that was written with another one is refused, before anything in it is changed */
  secret?: string;
}

/**
 * Brings the service's schema up to date: creates the database and schema when missing, then runs the migrations of
 * `directory` that `knex_migrations` does not list, in order of name. Several processes may call it at once: they wait for
 * each other, so knex's own lock, if it is taken, is that of a process that died, and is freed.
 */
export async function migrate(knex: Knex, options: MigrateOptions): Promise<void> {
  await ensureDatabase(options.url);
  await whileLocked(options, async () => {
    await knex.raw('create schema if not exists ??', [options.schema]);
    if (options.secret !== undefined) await checkSecret(knex, options.schema, options.secret);
    const config = {
      migrationSource: source(options.directory),
      schemaName: options.schema,
      disableTransactions: false,
      // a process of the release before is started again while the next one's migrations have run: it works on, they only expand
      disableMigrationsListValidation: true,
    };
    await knex.migrate.forceFreeMigrationsLock(config);
    await knex.migrate.latest(config);
  });
}

/** One process at a time, by a session lock on a connection of its own; the server frees it when that process dies. */
async function whileLocked({ url, schema }: { url: string; schema: string }, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [`florin-migrate-${schema}`]);
    await work();
  } finally {
    await client.end();
  }
}

function source(directory: string): Knex.MigrationSource<string> {
  return {
    getMigrations: async () => (await readdir(directory)).filter((file) => file.endsWith('.ts')).sort(),
    getMigrationName: (file) => file,
    getMigration: async (file) => {
      const migration = (await import(pathToFileURL(join(directory, file)).href)) as Migration;
      return { up: (knex) => migration.up(knex), down: (knex) => migration.down?.(knex) ?? Promise.resolve() };
    },
  };
}
