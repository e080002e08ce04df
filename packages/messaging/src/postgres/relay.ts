import type { FlorinEvent } from '@florin/contracts';
import type { Pool, PoolClient } from 'pg';
import { createJob } from '@florin/service-kit';
import { MAX_BACKLOG, RELAY_RETRY, type Relay, type RelayOptions } from '../bus.ts';

const INBOX_DAYS = 30;
const PRUNE_EVERY_MS = 3_600_000;

export interface PostgresRelayOptions extends RelayOptions {
  pool: Pool;
  /** where the events are, default `outbox`; `batchSize` counts its rows */
  table?: string;
  /**
   * Of another table: makes the events of a row. Such a table has the columns `seq bigint` and `events text`, whose form
   * is its writer's; one row for many events costs a writer of many far less.
   */
  read?: (text: string) => FlorinEvent[];
}

/**
 * Moves events from `outbox` to the bus, in order: read a batch, publish it with confirms, delete it, commit. A crash
 * between publishing and deleting publishes again (consumers drop the id they have seen); nothing is ever lost.
 * Several relays of one database take turns. Also drops inbox rows older than 30 days.
 */
export function createPostgresRelay(options: PostgresRelayOptions): Relay {
  const { pool, bus, logger, pollMs = 1000, batchSize = 500, table = 'outbox', read } = options;
  if (!/^[a-z_]{1,60}$/.test(table)) throw new TypeError(`table: bad name ${table}`);
  let prunedAt = 0;
  let hasTurn = false;

  const run = async (): Promise<boolean> => {
    if (!hasTurn) await pool.query('INSERT INTO relay_turns (name) VALUES ($1) ON CONFLICT DO NOTHING', [table]);
    hasTurn = true;
    const { moved, more } = await inTurn(pool, table, (client) => moveBatch(client, { bus, batchSize, table, read }));
    if (moved === 0 && Date.now() - prunedAt > PRUNE_EVERY_MS) {
      prunedAt = Date.now();
      await prune(pool);
    }
    return more;
  };

  return {
    ...createJob({ name: `relay of ${table}`, everyMs: pollMs, atOnce: true, run, retry: RELAY_RETRY }, logger),
    async backlog() {
      const limited = `SELECT FROM ${table} LIMIT ${String(MAX_BACKLOG)}`;
      const { rows } = await pool.query<{ count: string }>(`SELECT count(*) FROM (${limited}) counted`);
      return Number(rows[0]?.count ?? 0);
    },
    async oldest() {
      const column = read ? 'events' : 'event';
      const { rows } = await pool.query<{ event?: FlorinEvent; events?: string }>(
        `SELECT ${column} FROM ${table} ORDER BY seq LIMIT 1`,
      );
      const { event, events } = rows[0] ?? {};
      const first = read && events !== undefined ? read(events)[0] : event;
      return first && new Date(first.occurredAt);
    },
  };
}

interface Move {
  bus: RelayOptions['bus'];
  batchSize: number;
  table: string;
  read: PostgresRelayOptions['read'];
}

interface Moved {
  moved: number;
  /** there may be more at once */
  more: boolean;
}

/** A batch of rows of many events ends with the row that takes it above this size. */
const BATCH_BYTES = 1_000_000;

async function moveBatch(client: PoolClient, { bus, batchSize, table, read }: Move): Promise<Moved> {
  const { rows } = await client.query<{ seq: string; event: FlorinEvent; events: string }>(
    read ? selectPacked(table) : selectPlain(table),
    [batchSize],
  );
  if (rows.length === 0) return { moved: 0, more: false };
  await bus.publish(rows.flatMap((row) => (read ? read(row.events) : row.event)));
  await client.query(`DELETE FROM ${table} WHERE seq = ANY($1::bigint[])`, [rows.map((row) => row.seq)]);
  // a character is at most three bytes
  const heavy = read !== undefined && 3 * rows.reduce((sum, row) => sum + row.events.length, 0) >= BATCH_BYTES;
  return { moved: rows.length, more: rows.length === batchSize || heavy };
}

const selectPlain = (table: string): string => `SELECT seq, event FROM ${table} ORDER BY seq LIMIT $1`;

const selectPacked = (table: string): string => `
  SELECT seq, events FROM (
    SELECT seq, events, sum(octet_length(events)) OVER (ORDER BY seq) - octet_length(events) AS bytes_before
    FROM (SELECT seq, events FROM ${table} ORDER BY seq LIMIT $1) oldest) weighed
  WHERE bytes_before < ${String(BATCH_BYTES)} ORDER BY seq`;

/**
 * One relay of a table works at a time: with two, an aggregate's events could overtake. Takes the turn before it reads, in
 * a statement of its own: a read that also took the lock could get it from a relay that has just committed and still see,
 * by its older snapshot, the rows that one published and deleted. A crash that undoes a commit not yet on disk publishes
 * again, so no disk is waited for.
 */
const begin = (table: string): string =>
  `BEGIN; SET LOCAL synchronous_commit = off; SELECT FROM relay_turns WHERE name = '${table}' FOR UPDATE SKIP LOCKED`;

/** Does `work` in a transaction if it is this relay's turn; else nothing is moved. */
async function inTurn(pool: Pool, table: string, work: (client: PoolClient) => Promise<Moved>): Promise<Moved> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    // pg answers several statements with a result each, which its types don't say
    const results = (await client.query(begin(table))) as unknown as { rowCount: number }[];
    const moved = results[2]?.rowCount === 1 ? await work(client) : { moved: 0, more: false };
    await client.query('COMMIT');
    return moved;
  } catch (error) {
    await client.query('ROLLBACK').catch((fault: unknown) => {
      broken = fault instanceof Error ? fault : new Error(String(fault));
    });
    throw error;
  } finally {
    client.removeListener('error', onError);
    client.release(broken);
  }
}

async function prune(pool: Pool): Promise<void> {
  await pool.query(
    `DELETE FROM inbox WHERE (consumer, event_id) IN (
       SELECT consumer, event_id FROM inbox WHERE handled_at < now() - make_interval(days => $1)
       ORDER BY handled_at LIMIT 10000)`,
    [INBOX_DAYS],
  );
}
