import type { Knex } from 'knex';

/** Rules by which rows are filed, and what was filed by them at once. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table rules (
      id uuid primary key,
      owner_id uuid not null,
      name text not null check (char_length(name) between 1 and 60),
      "order" integer not null,
      match text not null check (match in ('all', 'any')),
      conditions jsonb not null,
      actions jsonb not null,
      enabled boolean not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
  await knex.raw('create index rules_of_owner on rules (owner_id, "order", created_at, id)');
  await knex.raw(`
    create table rule_runs (
      id uuid primary key,
      owner_id uuid not null,
      -- rows that are changed alike, each group by a bulk
      groups jsonb not null,
      complete boolean not null,
      undo_until timestamptz not null,
      created_at timestamptz not null
    )`);
  await knex.raw('create index rule_runs_undo_until on rule_runs (undo_until)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table rule_runs, rules');
}
