import type { Knex } from 'knex';

/** Wallets that people share with others, who made a row, who gave an order, and whose account is frozen. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table wallet_members (
      id uuid primary key,
      wallet_id uuid not null references wallets,
      -- the wallet's
      owner_id uuid not null,
      user_id uuid not null check (user_id <> owner_id),
      role text not null check (role in ('reader', 'writer')),
      status text not null check (status in ('invited', 'accepted', 'declined', 'withdrawn', 'left', 'removed')),
      invited_at timestamptz not null,
      answered_at timestamptz,
      ended_at timestamptz,
      updated_at timestamptz not null,
      check ((status in ('invited', 'accepted')) = (ended_at is null))
    )`);
  await knex.raw(`
    create unique index wallet_members_current on wallet_members (user_id, wallet_id)
    where status in ('invited', 'accepted')`);
  await knex.raw('create index wallet_members_of_wallet on wallet_members (owner_id, wallet_id, invited_at, id)');
  await knex.raw('create index wallet_members_asked on wallet_members (owner_id, invited_at)');
  await knex.raw(`
    create index wallet_members_invited on wallet_members (user_id, invited_at, id) where status = 'invited'`);
  await knex.raw(`
    create table frozen_people (
      user_id uuid primary key,
      frozen boolean not null,
      changed_at timestamptz not null
    )`);
  // null: the owner
  await knex.raw('alter table transactions add column created_by uuid');
  await knex.raw('alter table operations add column actor_id uuid');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table operations drop column actor_id');
  await knex.raw('alter table transactions drop column created_by');
  await knex.raw('drop table frozen_people');
  await knex.raw('drop table wallet_members');
}
