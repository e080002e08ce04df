import type { Knex } from 'knex';

/** The role the service works as; see the pool. */
const ROLE = 'florin_ledger';
const IMMUTABLE = ['transfers', 'entries', 'blocks'];

/**
 * Takes the right to change or remove what is posted from the service's own role, besides the triggers. Where the
 * migrating role may not create roles, the triggers stand alone.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    DO $$
    BEGIN
      CREATE ROLE ${ROLE} NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
    END $$`);
  const { rows } = await knex.raw<{ rows: { there: boolean; mine: boolean }[] }>(`
    SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '${ROLE}') AS there,
           coalesce((SELECT pg_has_role(current_user, oid, 'MEMBER') FROM pg_roles WHERE rolname = '${ROLE}'), false) AS mine`);
  if (!rows[0]?.there) return;
  if (!rows[0].mine) await becomeMember(knex);
  await knex.raw(`
    DO $$
    BEGIN
      EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${ROLE}', current_schema());
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO ${ROLE}', current_schema());
      EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${ROLE}',
                     current_schema());
    END $$`);
  for (const table of IMMUTABLE) await knex.raw(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${ROLE}`);
}

/** Its creator may grant the role to itself; when somebody else made it, this one stays what it is. */
async function becomeMember(knex: Knex): Promise<void> {
  await knex.raw(`
    DO $$
    BEGIN
      GRANT ${ROLE} TO CURRENT_USER;
    EXCEPTION WHEN insufficient_privilege THEN NULL;
    END $$`);
}

export async function down(knex: Knex): Promise<void> {
  // the role is the server's, and other databases may use it
  await knex.raw(`
    DO $$
    BEGIN
      EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM ${ROLE}', current_schema());
    EXCEPTION WHEN undefined_object THEN NULL;
    END $$`);
}
