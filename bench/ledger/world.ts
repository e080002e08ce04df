import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { systemClock } from '@florin/service-kit';
import { connectPostgres, migrate } from '@florin/service-kit/postgres';
import { sealBlocks } from '../../services/ledger/src/app/integrity/seal-blocks.ts';
import { createIntegrityStore } from '../../services/ledger/src/outbound/postgres/integrity/integrity-store.ts';
import { MIGRATIONS } from '../../services/ledger/src/outbound/postgres/index.ts';

export interface World {
  url: string;
  sql: pg.Pool;
  drop(): Promise<void>;
}

/** A database of its own on the server of POSTGRES_URL, with the ledger's schema. */
export async function createWorld(): Promise<World> {
  const server = process.env['POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const name = `florin_bench_${randomBytes(5).toString('hex')}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const postgres = connectPostgres({ url, schema: 'ledger' });
  await migrate(postgres.knex, { url, schema: 'ledger', directory: MIGRATIONS });
  await postgres.close();
  const sql = new pg.Pool({ connectionString: url, options: '-c search_path=ledger', max: 4 });
  sql.on('error', () => undefined);
  return {
    url,
    sql,
    drop: async () => {
      await sql.end();
      const admin = new pg.Client({ connectionString: server });
      await admin.connect();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** Accounts that every law of averages makes busier than a person: the first ids, which zipf and hot pick most. */
const BUSY = 1_000;

/**
 * Opens `count` main accounts, each with a balance posted from a funding account; answers their ids. The first have the
 * limits of a business, the others those of a person.
 */
export async function openAccounts(sql: pg.Pool, count: number, balance: bigint): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO accounts (id, owner_id, currency, kind, created_at, limits)
     SELECT gen_random_uuid(), gen_random_uuid(), 'USD', 'main', now(), CASE WHEN n <= $2 THEN
            '{"daySum":"9007199254740991","monthSum":"9007199254740991","dayCount":2000000000,"monthCount":2000000000}'::jsonb
            END
     FROM generate_series(1, $1) n RETURNING id`,
    [count, BUSY],
  );
  await fund(sql, balance);
  await seal(sql);
  await sql.query('VACUUM ANALYZE accounts');
  return rows.map((row) => row.id);
}

/** As a running ledger would have done long ago. */
async function seal(sql: pg.Pool): Promise<void> {
  const store = createIntegrityStore(sql);
  const unsealed = async () => store.unsealed((await store.lastBlock())?.lastTransferId ?? null);
  while ((await unsealed()).transfers > 0) await sealBlocks({ integrity: store, clock: systemClock }, 20);
}

/** One transfer for each account from one system account, with the entries the engine would have written. */
async function fund(sql: pg.Pool, balance: bigint): Promise<void> {
  const client = await sql.connect();
  await client.query('BEGIN');
  await client.query(`
    CREATE TEMP TABLE f ON COMMIT DROP AS
    SELECT a.id AS account_id, a.owner_id, row_number() OVER () AS n,
           ('01900000-0000-7000-8000-' || lpad(to_hex(row_number() OVER ()), 12, '0'))::uuid AS id
    FROM accounts a WHERE kind = 'main'`);
  await client.query(`
    INSERT INTO accounts (id, currency, kind, reference, created_at)
    VALUES ('00000000-0000-4000-8000-00000000000f', 'USD', 'system', 'funding', now())`);
  await client.query(
    `INSERT INTO transfers SELECT id, 'deposit', $1, 'USD', '00000000-0000-4000-8000-00000000000f', account_id, null,
       owner_id, '', 'private', null, null, '2024-06-09' FROM f`,
    [balance],
  );
  await client.query(
    `INSERT INTO entries SELECT id, account_id, 1, $1::bigint, $1::bigint, 'USD', null FROM f
     UNION ALL SELECT id, '00000000-0000-4000-8000-00000000000f', n, -$1::bigint, -$1::bigint * n, 'USD',
       lag(id) OVER (ORDER BY n) FROM f`,
    [balance],
  );
  await client.query(
    `UPDATE accounts a SET posted = $1, sequence = 1, last_transfer_id = f.id FROM f WHERE f.account_id = a.id`,
    [balance],
  );
  await client.query(
    `UPDATE accounts SET posted = -$1::bigint * n, sequence = n, last_transfer_id = last FROM
       (SELECT count(*) AS n, max(id::text)::uuid AS last FROM f) t WHERE kind = 'system'`,
    [balance],
  );
  await client.query('COMMIT');
  client.release();
}
