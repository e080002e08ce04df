import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // A username that its owner gave up: payments to it reach nobody else for a while.
  await knex.raw(`
    CREATE TABLE held_usernames (
      username_normal text PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users (id),
      given_up_at timestamptz NOT NULL,
      held_until timestamptz NOT NULL
    )`);
  await knex.raw('CREATE INDEX held_usernames_user ON held_usernames (user_id, given_up_at)');
  await knex.raw('CREATE INDEX held_usernames_until ON held_usernames (held_until)');
  // What the sweep of lapsed sessions looks for.
  await knex.raw(
    'CREATE INDEX sessions_pushes ON sessions (idle_expires_at) WHERE push_token IS NOT NULL AND revoked_at IS NULL',
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX sessions_pushes');
  await knex.raw('DROP TABLE held_usernames');
}
