import type { ClientBase } from 'pg';

/** Consumer name of the bindings that ask for the broadcast log instead of a queue. */
export const EVERYONE = '*';

/** Names of one namespace: pg-boss's schema and our three tables inside it. */
export function tablesOf(namespace: string) {
  const schema = `${namespace}_bus`;
  return {
    schema,
    job: `${schema}.job`,
    binding: `${schema}.florin_binding`,
    broadcast: `${schema}.florin_broadcast`,
    deadLetter: `${schema}.florin_dead_letter`,
  };
}

export type Tables = ReturnType<typeof tablesOf>;

/** Creates what pg-boss has no table for; pg-boss has made the schema. Idempotent, safe to run side by side. */
export async function createTables(client: ClientBase, tables: Tables): Promise<void> {
  const { schema, binding, broadcast, deadLetter } = tables;
  const { rows } = await client.query<{ there: string | null }>('SELECT to_regclass($1) AS there', [deadLetter]);
  if (rows[0]?.there != null) return;
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${schema}:tables`]);
  await client.query(`
    CREATE TABLE IF NOT EXISTS ${binding} (
      type text NOT NULL,
      consumer text NOT NULL,
      PRIMARY KEY (type, consumer)
    );
    CREATE TABLE IF NOT EXISTS ${broadcast} (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      event jsonb NOT NULL,
      published_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE IF NOT EXISTS ${deadLetter} (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      consumer text NOT NULL,
      letter_id text NOT NULL,
      body jsonb NOT NULL,
      reason text NOT NULL,
      attempts integer NOT NULL,
      dead_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX IF NOT EXISTS florin_dead_letter_consumer ON ${deadLetter} (consumer, seq)`);
}
