import type pg from 'pg';

/**
 * Adds `count` transfers of one minor unit between random accounts, straight into the tables, with the entries, chain,
 * marks and keys the engine would have written; balances and sequences follow. Only for making a long past quickly.
 */
export async function addHistory(sql: pg.Pool, count: number, onProgress: (done: number) => void): Promise<void> {
  const CHUNK = 100_000;
  // what is added is older than what is sealed
  await sql.query('ALTER TABLE transfers DISABLE TRIGGER transfers_not_sealed');
  for (let done = 0; done < count; done += CHUNK) {
    await addChunk(sql, done, Math.min(CHUNK, count - done));
    onProgress(Math.min(count, done + CHUNK));
  }
  await sql.query('ALTER TABLE transfers ENABLE TRIGGER transfers_not_sealed');
  // else autovacuum does so while the first run is measured
  for (const table of ['accounts', 'entries', 'transfers', 'idempotency_keys', 'entry_marks']) {
    await sql.query(`VACUUM ANALYZE ${table}`);
  }
}

async function addChunk(sql: pg.Pool, from: number, count: number): Promise<void> {
  const client = await sql.connect();
  try {
    await client.query('BEGIN');
    await client.query("SET LOCAL work_mem = '256MB'");
    await client.query(
      `CREATE TEMP TABLE h ON COMMIT DROP AS
       WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM accounts WHERE kind = 'main'),
       total AS (SELECT count(*)::int AS n FROM numbered),
       picks AS (
         SELECT g, floor(random() * total.n)::int AS a, floor(random() * (total.n - 1))::int AS b, total.n AS n
         FROM generate_series($1::bigint + 1, $1::bigint + $2::bigint) g, total)
       SELECT ('01910000-' || lpad(to_hex(g >> 32), 4, '0') || '-7000-8000-' || lpad(to_hex(g & 4294967295), 12, '0'))::uuid AS id,
              x.id AS payer, y.id AS payee
       FROM picks JOIN numbered x ON x.n = a JOIN numbered y ON y.n = (a + 1 + b) % picks.n`,
      [from, count],
    );
    await client.query(
      `INSERT INTO transfers SELECT id, 'peer', 1, 'USD', payer, payee, payer, payee, 'past', 'private', null, null, '2024-08-01' FROM h`,
    );
    await client.query(`INSERT INTO idempotency_keys SELECT gen_random_uuid(), gen_random_uuid(), id FROM h`);
    await client.query(
      `CREATE TEMP TABLE e ON COMMIT DROP AS
       SELECT s.id, account, amount, a.sequence + row_number() OVER w AS sequence, a.posted + sum(amount) OVER w AS after,
              coalesce(lag(s.id) OVER w, a.last_transfer_id) AS previous
       FROM (SELECT id, payer AS account, -1 AS amount FROM h UNION ALL SELECT id, payee, 1 FROM h) s
       JOIN accounts a ON a.id = s.account WINDOW w AS (PARTITION BY account ORDER BY s.id)`,
    );
    await client.query(
      `INSERT INTO entries SELECT id, account, sequence, amount, after, 'USD', previous FROM e ORDER BY id`,
    );
    await client.query('INSERT INTO entry_marks SELECT account, id, sequence FROM e WHERE sequence % 64 = 0');
    await client.query(
      `UPDATE accounts a SET posted = l.after, sequence = l.sequence, last_transfer_id = l.id
       FROM (SELECT DISTINCT ON (account) account, after, sequence, id FROM e ORDER BY account, sequence DESC) l
       WHERE a.id = l.account`,
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
