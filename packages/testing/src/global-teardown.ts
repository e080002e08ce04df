import pg from 'pg';

/** Drops the template databases of the run, then stops what global-setup.ts started, last first. */
export default async function tearDown(): Promise<void> {
  await dropTemplates();
  for (const stop of (globalThis.florinTestStops ?? []).reverse()) await stop();
}

async function dropTemplates(): Promise<void> {
  const admin = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await admin.connect();
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where datname like $1', [
    `florin_template_${process.env['TEST_RUN_ID'] ?? 'none'}_%`,
  ]);
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
  await admin.end();
}
