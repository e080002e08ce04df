import type { Knex } from 'knex';

/** Rows have a longer note and tags. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table transactions add column note text not null default '' check (char_length(note) <= 2000)`);
  await knex.raw(`
    create table tags (
      owner_id uuid not null,
      id uuid not null,
      name text not null check (char_length(name) between 1 and 50),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (owner_id, id)
    )`);
  await knex.raw('create unique index tags_name on tags (owner_id, lower(name))');
  await knex.raw('create index tags_created on tags (owner_id, created_at, id)');
  await knex.raw(`
    create table transaction_tags (
      owner_id uuid not null,
      transaction_id uuid not null,
      tag_id uuid not null,
      primary key (owner_id, transaction_id, tag_id),
      foreign key (owner_id, tag_id) references tags on delete cascade
    )`);
  await knex.raw('create index transaction_tags_of_tag on transaction_tags (owner_id, tag_id, transaction_id)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table if exists transaction_tags, tags');
  await knex.raw('alter table transactions drop column note');
}
