import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // One live code per account, purpose and address: a resend overwrites the row.
  await knex.raw(`
    CREATE TABLE codes (
      user_id uuid NOT NULL REFERENCES users (id),
      purpose text NOT NULL,
      channel text NOT NULL CHECK (channel IN ('email', 'sms')),
      address text NOT NULL,
      code_hash bytea NOT NULL,
      bound_to text,
      tries integer NOT NULL DEFAULT 0,
      sent_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      ended text CHECK (ended IN ('used', 'void')),
      PRIMARY KEY (user_id, purpose, address)
    )`);
  // Things one may do within minutes after a first proof: second factor, passkey ceremony, contact change, password reset.
  await knex.raw(`
    CREATE TABLE challenges (
      token_hash bytea PRIMARY KEY,
      kind text NOT NULL,
      user_id uuid REFERENCES users (id),
      data jsonb NOT NULL,
      tries integer NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz
    )`);
  await knex.raw('CREATE INDEX challenges_expires_at ON challenges (expires_at)');
  await knex.raw('CREATE INDEX challenges_user ON challenges (user_id)');
  await knex.raw(`
    CREATE TABLE totp_factors (
      user_id uuid PRIMARY KEY REFERENCES users (id),
      secret_sealed text NOT NULL,
      confirmed_at timestamptz,
      enabled boolean NOT NULL DEFAULT false,
      last_step bigint NOT NULL DEFAULT 0
    )`);
  await knex.raw(`
    CREATE TABLE otp_factors (
      user_id uuid NOT NULL REFERENCES users (id),
      channel text NOT NULL CHECK (channel IN ('email', 'sms')),
      enabled_at timestamptz NOT NULL,
      PRIMARY KEY (user_id, channel)
    )`);
  await knex.raw(`
    CREATE TABLE recovery_codes (
      user_id uuid NOT NULL REFERENCES users (id),
      code_hash bytea NOT NULL,
      used_at timestamptz,
      PRIMARY KEY (user_id, code_hash)
    )`);
  await knex.raw(`
    CREATE TABLE trusted_devices (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users (id),
      token_hash bytea NOT NULL UNIQUE,
      device_name text NOT NULL,
      created_at timestamptz NOT NULL,
      last_used_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL
    )`);
  await knex.raw('CREATE INDEX trusted_devices_user ON trusted_devices (user_id)');
  await knex.raw(`
    CREATE TABLE passkeys (
      id text PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users (id),
      public_key bytea NOT NULL,
      counter bigint NOT NULL,
      transports text[] NOT NULL,
      second_factor boolean NOT NULL DEFAULT false,
      name text NOT NULL,
      created_at timestamptz NOT NULL,
      last_used_at timestamptz
    )`);
  await knex.raw('CREATE INDEX passkeys_user ON passkeys (user_id)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE passkeys, trusted_devices, recovery_codes, otp_factors, totp_factors, challenges, codes');
}
