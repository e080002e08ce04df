import type { Knex } from 'knex';

/** Categories have two levels; categories and wallets have a colour and a place in their lists. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table categories
      add column parent_id uuid references categories,
      add column colour text check (colour ~ '^#[0-9a-f]{6}$'),
      add column "order" integer not null default 0`);
  await knex.raw('create index categories_of_parent on categories (owner_id, parent_id) where parent_id is not null');
  await knex.raw(`
    alter table wallets
      add column icon text not null default 'wallet' check (char_length(icon) between 1 and 40),
      add column colour text check (colour ~ '^#[0-9a-f]{6}$'),
      add column "order" integer not null default 0`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table wallets drop column icon, drop column colour, drop column "order"');
  await knex.raw('alter table categories drop column parent_id, drop column colour, drop column "order"');
}
