import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testStores } from './stores.ts';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

export interface Template {
  /** names the template; one per service */
  name: string;
  /** runs the migrations; once per jest run */
  prepare(url: string): Promise<void>;
}

/**
 * A PostgreSQL database of its own for a test file. With a template, the first caller of the run prepares it and each
 * further database is a copy.
 */
export async function createTestDatabase(template?: Template): Promise<TestDatabase> {
  const name = `florin_test_${randomBytes(8).toString('hex')}`;
  await withAdmin(async (admin) => {
    if (!template) await admin.query(`create database ${name}`);
    else await copyTemplate(admin, template, name);
  });
  return {
    url: databaseUrl(name),
    drop: () =>
      withAdmin(async (admin) => {
        await unused(admin, name);
        await admin.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** A Mongo database name of its own in the run's server. */
export function testMongoUrl(): string {
  const url = new URL(testStores().mongodbUrl);
  url.pathname = `/florin_test_${randomBytes(8).toString('hex')}`;
  return url.href;
}

/** A bus namespace of its own, so that runs and files never share queues. */
export function testNamespace(): string {
  return `t${randomBytes(6).toString('hex')}`;
}

async function copyTemplate(admin: pg.Client, template: Template, name: string): Promise<void> {
  const source = `florin_template_${process.env['TEST_RUN_ID'] ?? 'solo'}_${template.name}`;
  await admin.query('select pg_advisory_lock(hashtext($1))', [source]);
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [source]);
    if (rowCount === 0) await prepare(admin, template, source);
    await admin.query(`create database ${name} template ${source}`);
  } finally {
    await admin.query('select pg_advisory_unlock(hashtext($1))', [source]);
  }
}

async function prepare(admin: pg.Client, template: Template, source: string): Promise<void> {
  const draft = `${source}_draft`;
  await admin.query(`drop database if exists ${draft} with (force)`);
  await admin.query(`create database ${draft}`);
  await template.prepare(databaseUrl(draft));
  await unused(admin, draft);
  await admin.query(`alter database ${draft} rename to ${source}`);
}

/**
 * Waits up to 2 s until the server has ended every connection to a database. A pool's `end` closes only the client's side:
 * a drop right after it breaks such a connection, and the pool throws that error where nobody catches it.
 */
async function unused(admin: pg.Client, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rowCount } = await admin.query('select 1 from pg_stat_activity where datname = $1', [name]);
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function databaseUrl(name: string): string {
  const url = new URL(testStores().postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function withAdmin(work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseUrl('postgres') });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
