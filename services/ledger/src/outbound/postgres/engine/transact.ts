import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { isFlorinError } from '@florin/errors';
import { appendEvents, createEvents, currentTrace } from '@florin/messaging';
import type { Clock } from '@florin/service-kit';
import type { Once, Transact, Tx } from '../../../app/ports.ts';
import type { DefaultLimits } from '../../../domain/posting/account.ts';
import { mismatch } from '../../../domain/posting/decide-batch.ts';
import { idempotencyKey } from '../../../domain/posting/idempotency.ts';
import type { IdempotencyKey, Posting } from '../../../domain/posting/posting.ts';
import { doneMeanwhile, faultOf, rollBack, unavailable } from './faults.ts';
import { lockAndDecide, writeAccepted } from './posting-store.ts';
import { decodeReply, encodeReply } from './replies.ts';

const MAX_ATTEMPTS = 8;
const BACKOFF_MS = 20;

export interface TransactOptions {
  pool: Pool;
  clock: Clock;
  newId: () => string;
  defaultLimits: DefaultLimits;
  /** called after each commit */
  onCommit: () => void;
}

/**
 * Transactions of use cases that lock more than balances. Conflicts and lost connections are tried again. A keyed
 * transaction finds out about a lost COMMIT by itself: the next try waits at the lost one's rows, finds the key, and
 * answers its reply. One without a key must see from its own rows that it is done.
 */
export function createTransact({ pool, clock, newId, defaultLimits, onCommit }: TransactOptions): Transact {
  const retried = async <T>(work: (client: PoolClient, inDoubt: boolean) => Promise<T>): Promise<T> => {
    let inDoubt = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await inTransaction(pool, (client) => work(client, inDoubt));
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
  const begin = (): Begun => ({ now: clock(), newId, defaultLimits });
  return {
    replay: async <T>(key: IdempotencyKey | undefined) => {
      const first = key && (await firstReply<T>(pool, key));
      return first && { body: first.body, replayed: true };
    },
    run: (work) => retried((client) => work(createTx(client, begin()))),
    once: (key, work) => {
      const own = key ?? idempotencyKey('own', newId(), '');
      return retried(async (client, inDoubt) => {
        const { body, replayed } = await keyed(client, own, () => work(createTx(client, begin())));
        // what a lost COMMIT of our own has done is no repeat of the caller's
        return { body, replayed: replayed && !inDoubt };
      });
    },
  };
}

/**
 * The key's row comes last, as in a batch: taken before accounts, one person could stop everybody who pays one account by
 * sending the same key both ways at once, a deadlock each time. Two at once both do the work; the second meets the
 * first's key, which counts as a conflict, and finds the reply at its next try.
 */
async function keyed<T>(client: PoolClient, key: IdempotencyKey, work: () => Promise<T>): Promise<Once<T>> {
  const first = await firstReply<T>(client, key);
  if (first) return { body: first.body, replayed: true };
  try {
    const body = await work();
    await client.query('INSERT INTO idempotency_keys (id, request_hash, reply) VALUES ($1, $2, $3)', [
      key.id,
      key.requestHash,
      encodeReply(body),
    ]);
    return { body, replayed: false };
  } catch (error) {
    // what is refused because the same has just been done is no refusal; but what it wrote before must not stay
    if (isFlorinError(error) && (await firstReply(client, key))) throw doneMeanwhile(error);
    throw error;
  }
}

/** What was answered under the key; undefined when it was never used. Throws IDEMPOTENCY_MISMATCH. */
async function firstReply<T>(client: Pool | PoolClient, key: IdempotencyKey): Promise<{ body: T } | undefined> {
  const { rows } = await client.query<{ request_hash: string; reply: string | null }>(
    'SELECT request_hash, reply::text AS reply FROM idempotency_keys WHERE id = $1',
    [key.id],
  );
  const [first] = rows;
  if (!first) return undefined;
  if (first.request_hash !== key.requestHash || first.reply === null) throw mismatch();
  return { body: decodeReply(first.reply) as T };
}

interface Begun {
  now: Date;
  newId: () => string;
  defaultLimits: DefaultLimits;
}

const clients = new WeakMap<Tx, PoolClient>();

/** The connection of a transaction: for stores, which read, lock and save in it. */
export function clientOf(tx: Tx): PoolClient {
  const client = clients.get(tx);
  if (!client) throw new Error('this transaction was not begun here');
  return client;
}

function createTx(client: PoolClient, { now, newId, defaultLimits }: Begun): Tx {
  const makeEvent = createEvents({ producer: 'ledger', clock: () => now, newId });
  const tx: Tx = {
    now,
    post: async (...postings: Posting[]) => {
      const decided = await lockAndDecide(client, [{ postings, atomic: true, trace: currentTrace() }], {
        now,
        defaultLimits,
      });
      const outcomes = decided.outcomes[0] ?? [];
      const refused = outcomes.find((outcome) => outcome.status === 'refused');
      if (refused) throw refused.error;
      await writeAccepted(client, decided);
      return decided.accepted.map(({ result }) => result.transfer);
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
