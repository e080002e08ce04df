import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // whom the default categories were given to: one deleted by its owner must not come back
  await knex.raw('create table owners (id uuid primary key, seeded_at timestamptz not null)');
  await knex.raw(`
    create table categories (
      id uuid primary key,
      owner_id uuid not null,
      name text not null check (char_length(name) between 1 and 60),
      type text not null check (type in ('income', 'expense', 'debt')),
      icon text not null check (char_length(icon) between 1 and 40),
      -- names a category that the service itself files rows under; null for a person's own
      slug text,
      archived boolean not null default false,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (owner_id, slug)
    )`);
  await knex.raw('create index categories_of_owner on categories (owner_id, created_at, id)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table if exists categories, owners');
}
