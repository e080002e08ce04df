import type { Knex } from 'knex';
import { secretCheckValue, wrongSecret } from '../store/secret-check.ts';

/** Keeps the check value of the secret on the first start, and compares it on every other one. Throws ConfigError. */
export async function checkSecret(knex: Knex, schema: string, secret: string): Promise<void> {
  const value = secretCheckValue(secret);
  const table = `${schema}.secret_check`;
  await knex.raw(
    'create table if not exists ?? (name text primary key, value text not null, created_at timestamptz not null default now())',
    [table],
  );
  await knex.raw('insert into ?? (name, value) values (?, ?) on conflict do nothing', [
    table,
    'INTERNAL_SECRET',
    value,
  ]);
  const { rows } = await knex.raw<{ rows: { value: string }[] }>('select value from ?? where name = ?', [
    table,
    'INTERNAL_SECRET',
  ]);
  if (rows[0]?.value !== value) throw wrongSecret(`PostgreSQL schema ${schema}`, 'POSTGRES_URL');
}
