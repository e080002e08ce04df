import type { Knex } from 'knex';

/**
 * `horizon` is the transfer below which nothing is added any more; the trigger compares with it rather than with the last
 * block. `fence` is the first transaction that surely saw it: once all before it have ended, what lies below the horizon
 * is all there, and may be sealed. A process whose clock is behind is told to try again, with another time.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE seal_horizon (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      horizon uuid NOT NULL,
      fence xid8
    )`);
  await knex.raw(`
    INSERT INTO seal_horizon (horizon) VALUES (coalesce(
      (SELECT last_transfer_id FROM blocks ORDER BY number DESC LIMIT 1), '00000000-0000-0000-0000-000000000000'))`);
  await knex.raw(`
    CREATE OR REPLACE FUNCTION refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT id FROM added ORDER BY id LIMIT 1) <= (SELECT horizon FROM seal_horizon WHERE only_row) THEN
        RAISE EXCEPTION 'a transfer of a sealed time: the clock of this process is behind' USING ERRCODE = '40001';
      END IF;
      RETURN NULL;
    END $$`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE OR REPLACE FUNCTION refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT id FROM added ORDER BY id LIMIT 1) <=
         (SELECT last_transfer_id FROM blocks ORDER BY number DESC LIMIT 1) THEN
        RAISE EXCEPTION 'a transfer of a sealed time: the clock of this process is behind' USING ERRCODE = '23514';
      END IF;
      RETURN NULL;
    END $$`);
  await knex.raw('DROP TABLE seal_horizon');
}
