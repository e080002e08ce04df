import type { Knex } from 'knex';

/**
 * Blocks seal the transfers between two ids. Once sealed, nothing may be added below: an insert of an older transfer is
 * refused, so that a block can be recomputed for ever.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE blocks (
      number bigint PRIMARY KEY CHECK (number > 0),
      /** the last transfer sealed; the next block starts after it */
      last_transfer_id uuid NOT NULL UNIQUE,
      transfers integer NOT NULL CHECK (transfers > 0),
      previous_hash bytea NOT NULL,
      hash bytea NOT NULL,
      sealed_at timestamptz NOT NULL
    )`);
  await knex.raw(`
    CREATE FUNCTION refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT id FROM added ORDER BY id LIMIT 1) <=
         (SELECT last_transfer_id FROM blocks ORDER BY number DESC LIMIT 1) THEN
        RAISE EXCEPTION 'a transfer of a sealed time: the clock of this process is behind' USING ERRCODE = '23514';
      END IF;
      RETURN NULL;
    END $$`);
  await knex.raw(`
    CREATE TRIGGER transfers_not_sealed AFTER INSERT ON transfers REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_sealed()`);
  await knex.raw(`
    CREATE TRIGGER blocks_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON blocks
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  await knex.raw(`
    CREATE TABLE admin_actions (
      id uuid PRIMARY KEY,
      admin_id uuid NOT NULL,
      action text NOT NULL,
      subject_id uuid NOT NULL,
      reason text NOT NULL,
      created_at timestamptz NOT NULL
    )`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE admin_actions');
  await knex.raw('DROP TRIGGER transfers_not_sealed ON transfers');
  await knex.raw('DROP FUNCTION refuse_sealed');
  await knex.raw('DROP TABLE blocks');
}
