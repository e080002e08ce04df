import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE sessions (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users (id),
      kind text NOT NULL CHECK (kind IN ('refresh', 'token', 'opaque')),
      via text NOT NULL,
      amr text[] NOT NULL,
      auth_time timestamptz NOT NULL,
      created_at timestamptz NOT NULL,
      last_used_at timestamptz NOT NULL,
      idle_seconds integer,
      idle_expires_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      generation integer NOT NULL DEFAULT 0,
      rotations timestamptz[] NOT NULL DEFAULT '{}',
      token_salt bytea NOT NULL,
      opaque_hash bytea UNIQUE,
      platform text NOT NULL,
      device_name text NOT NULL,
      device_key bytea,
      ip_area text NOT NULL,
      push_token text,
      revoked_at timestamptz,
      revoke_reason text,
      CHECK ((kind = 'opaque') = (opaque_hash IS NOT NULL))
    ) WITH (fillfactor = 80)`);
  await knex.raw('CREATE INDEX sessions_live ON sessions (user_id) WHERE revoked_at IS NULL');
  // What a gateway must refuse although the token has not expired.
  await knex.raw(`
    CREATE TABLE revocations (
      session_id uuid PRIMARY KEY,
      user_id uuid NOT NULL,
      revoked_at timestamptz NOT NULL,
      needed_until timestamptz NOT NULL
    )`);
  await knex.raw('CREATE INDEX revocations_order ON revocations (revoked_at, session_id)');
  await knex.raw('CREATE INDEX revocations_needed_until ON revocations (needed_until)');
  await knex.raw(`
    CREATE TABLE known_devices (
      user_id uuid NOT NULL REFERENCES users (id),
      key bytea NOT NULL,
      first_seen_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL,
      PRIMARY KEY (user_id, key)
    )`);
  await knex.raw(`
    CREATE TABLE signing_keys (
      kid text PRIMARY KEY,
      public_jwk jsonb NOT NULL,
      private_sealed text,
      created_at timestamptz NOT NULL,
      signs_from timestamptz NOT NULL,
      signs_until timestamptz NOT NULL,
      published_until timestamptz NOT NULL
    )`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE signing_keys, known_devices, revocations, sessions');
}
