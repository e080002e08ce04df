import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { isFlorinError, type FlorinError } from '@florin/errors';
import { appendEvents, createEvents, currentTrace } from '@florin/messaging';
import { decodeJson, encodeJson } from '@florin/service-kit';
import type { Once, Transact, Tx } from '../../../app/ports.ts';
import { mismatch } from '../../../domain/posting/decide-batch.ts';
import { idempotencyKey } from '../../../domain/posting/idempotency.ts';
import type { IdempotencyKey, Posting, Transfer } from '../../../domain/posting/posting.ts';
import { doneMeanwhile, faultOf, rollBack, unavailable } from './faults.ts';
import { lockAndDecide, type Deciding } from './lock-and-decide.ts';
import { writeAccepted } from './write-batch.ts';

const MAX_ATTEMPTS = 8;
const BACKOFF_MS = 20;

interface Watch {
  countPosted: (transfers: readonly Transfer[]) => void;
  countRefused: (error: FlorinError) => void;
}

export interface TransactOptions extends Deciding {
  pool: Pool;
  newId: () => string;
  /** called after each commit */
  onCommit: () => void;
  /** counts what was posted, once it is committed, and what was refused */
  watch?: Watch;
}

/**
 * Transactions of use cases that lock more than balances. After a conflict or a lost connection they are tried again, 8
 * times at most. A keyed transaction finds out about a lost COMMIT by itself: the next try waits for the rows of the lost
 * one, finds the key, and returns its reply. One without a key must see from its own rows that it is done.
 */
export function createTransact({ pool, newId, onCommit, watch, ...deciding }: TransactOptions): Transact {
  const retried = async <T>(
    work: (begin: (client: PoolClient) => Tx, client: PoolClient, inDoubt: boolean) => Promise<T>,
  ): Promise<T> => {
    let inDoubt = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const posted: Transfer[] = [];
        const begin = (client: PoolClient): Tx => createTx(client, newId, deciding, { posted, watch });
        const result = await inTransaction(pool, (client) => work(begin, client, inDoubt));
        watch?.countPosted(posted);
        onCommit();
        return result;
      } catch (error) {
        const fault = faultOf(error);
        if (fault === 'other') throw error;
        if (fault === 'busy') throw unavailable(error, false);
        inDoubt ||= fault === 'lost';
        if (attempt === MAX_ATTEMPTS) throw unavailable(error, inDoubt);
        await wait(BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
      }
    }
  };
  return {
    replay: async <T>(key: IdempotencyKey | undefined) => {
      const first = key && (await firstReply<T>(pool, key));
      return first && { body: first.body, replayed: true };
    },
    run: (work) => retried((begin, client) => work(begin(client))),
    once: (key, work) => {
      const own = key ?? idempotencyKey('own', newId(), '');
      return retried(async (begin, client, inDoubt) => {
        const { body, replayed } = await keyed(client, own, () => work(begin(client)));
        // what our own lost COMMIT has done is not a repeat by the caller
        return { body, replayed: replayed && !inDoubt };
      });
    },
  };
}

/**
 * The key's row is written last, as in a batch. If it came before the accounts' locks, one person could stop everybody who
 * pays one account by sending the same key both ways at once, a deadlock each time. Two requests with one key at once both
 * do the work; the second finds the key taken, which counts as a conflict, and returns the first's reply at its next try.
 */
async function keyed<T>(client: PoolClient, key: IdempotencyKey, work: () => Promise<T>): Promise<Once<T>> {
  const first = await firstReply<T>(client, key);
  if (first) return { body: first.body, replayed: true };
  try {
    const body = await work();
    await client.query('INSERT INTO idempotency_keys (id, request_hash, reply) VALUES ($1, $2, $3)', [
      key.id,
      key.requestHash,
      encodeJson(body),
    ]);
    return { body, replayed: false };
  } catch (error) {
    // refused because the same request has just been done: not a refusal, but what was written here must be rolled back
    if (isFlorinError(error) && (await firstReply(client, key))) throw doneMeanwhile(error);
    throw error;
  }
}

/** The reply kept under the key; undefined when it was never used. Throws IDEMPOTENCY_MISMATCH. */
async function firstReply<T>(client: Pool | PoolClient, key: IdempotencyKey): Promise<{ body: T } | undefined> {
  const { rows } = await client.query<{ request_hash: string; reply: string | null }>(
    'SELECT request_hash, reply::text AS reply FROM idempotency_keys WHERE id = $1',
    [key.id],
  );
  const [first] = rows;
  if (!first) return undefined;
  if (first.request_hash !== key.requestHash || first.reply === null) throw mismatch();
  return { body: decodeJson(first.reply) as T };
}

const clients = new WeakMap<Tx, PoolClient>();

/** The connection of a transaction: for stores, which read, lock and save in it. */
export function clientOf(tx: Tx): PoolClient {
  const client = clients.get(tx);
  if (!client) throw new Error('this transaction was not begun here');
  return client;
}

function createTx(
  client: PoolClient,
  newId: () => string,
  { clock, ...others }: Deciding,
  { posted, watch }: { posted: Transfer[]; watch: Watch | undefined },
): Tx {
  // one instant for all that the transaction does
  const now = clock();
  const deciding = { clock: () => now, ...others };
  const makeEvent = createEvents({ producer: 'ledger', clock: () => now, newId });
  const tx: Tx = {
    now,
    post: async (...postings: Posting[]) => {
      const group = { postings, atomic: true, trace: currentTrace() };
      const decided = await lockAndDecide(client, [group], deciding);
      const outcomes = decided.outcomes[0] ?? [];
      const refused = outcomes.find((outcome) => outcome.status === 'refused');
      if (refused) {
        watch?.countRefused(refused.error);
        throw refused.error;
      }
      await writeAccepted(client, decided);
      const transfers = decided.accepted.map(({ result }) => result.transfer);
      posted.push(...transfers);
      return transfers;
    },
    emit: async (type, aggregateId, data) => {
      await appendEvents(client, [makeEvent(type, aggregateId, data)]);
    },
  };
  clients.set(tx, client);
  return tx;
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    const { alive } = await rollBack(client, faultOf(error));
    if (alive || faultOf(error) === 'lost') throw error;
    throw new Error('Connection terminated with the transaction open', { cause: error });
  }
}
