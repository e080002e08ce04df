import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE users (
      id uuid PRIMARY KEY,
      email text,
      email_normal text UNIQUE,
      email_verified_at timestamptz,
      username text,
      username_normal text UNIQUE,
      mobile text UNIQUE,
      mobile_verified_at timestamptz,
      name text NOT NULL,
      date_of_birth date,
      locale text,
      time_zone text,
      password_hash text,
      password_listed boolean NOT NULL DEFAULT false,
      password_changed_at timestamptz,
      status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'frozen', 'terminated')),
      status_changed_at timestamptz,
      roles text[] NOT NULL DEFAULT '{user}' CHECK (roles <@ ARRAY['user', 'support', 'admin'] AND 'user' = ANY (roles)),
      provider text NOT NULL DEFAULT 'password' CHECK (provider IN ('password', 'google')),
      via text NOT NULL,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      CHECK ((email IS NULL) = (email_normal IS NULL)),
      CHECK ((username IS NULL) = (username_normal IS NULL)),
      CHECK (email_verified_at IS NULL OR email IS NOT NULL),
      CHECK (mobile_verified_at IS NULL OR mobile IS NOT NULL)
    )`);
  // What a terminated account was reached by, as keyed hashes: nobody else may take it, and sign-in can say terminated.
  await knex.raw(`
    CREATE TABLE retired_identifiers (
      hash bytea PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users (id)
    )`);
  await knex.raw(`
    CREATE TABLE federated_identities (
      issuer text NOT NULL,
      subject text NOT NULL,
      user_id uuid NOT NULL REFERENCES users (id),
      email text,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (issuer, subject)
    )`);
  await knex.raw('CREATE INDEX federated_identities_user ON federated_identities (user_id)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE federated_identities, retired_identifiers, users');
}
