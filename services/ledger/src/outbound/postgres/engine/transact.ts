import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { createEvent } from '@florin/contracts';
import { appendEvents } from '@florin/messaging';
import { currentContext, newId } from '@florin/service-kit';
import type { Clock } from '@florin/service-kit';
import type { Once, Transact, Tx } from '../../../app/ports.ts';
import { mismatch } from '../../../domain/posting/decide-batch.ts';
import { idempotencyKey } from '../../../domain/posting/idempotency.ts';
import type { IdempotencyKey, Posting } from '../../../domain/posting/posting.ts';
import { faultOf, unavailable } from './faults.ts';
import { lockAndDecide, writeAccepted } from './posting-store.ts';
import { decodeReply, encodeReply } from './replies.ts';

const MAX_ATTEMPTS = 8;
const BACKOFF_MS = 20;

/**
 * Transactions of use cases that lock more than balances. Conflicts and lost connections are tried again. A keyed
 * transaction finds out about a lost COMMIT by itself: the next try waits at the key's row for the lost transaction and
 * then answers its reply. One without a key must see from its own rows that it is done.
 */
export function createTransact(pool: Pool, clock: Clock, onCommit: () => void): Transact {
  const retried = async <T>(work: (client: PoolClient, attempt: number) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await inTransaction(pool, (client) => work(client, attempt));
        onCommit();
        return result;
      } catch (error) {
        const fault = faultOf(error);
        if (fault === 'other') throw error;
        if (attempt === MAX_ATTEMPTS) throw unavailable(error, fault === 'lost');
        await wait(BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
      }
    }
  };
  return {
    replay: async <T>(key: IdempotencyKey | undefined) => {
      const first = key && (await firstReply<T>(pool, key));
      return first && { body: first.body, replayed: true };
    },
    run: (work) => retried((client) => work(createTx(client, clock()))),
    once: (key, work) => {
      const own = key ?? idempotencyKey('own', newId(), '');
      return retried(async (client, attempt) => {
        const { body, replayed } = await keyed(client, own, clock, work);
        // a repeat of our own is not the caller's
        return { body, replayed: replayed && attempt === 1 };
      });
    },
  };
}

async function keyed<T>(
  client: PoolClient,
  key: IdempotencyKey,
  clock: Clock,
  work: (tx: Tx) => Promise<T>,
): Promise<Once<T>> {
  const added = await client.query(
    'INSERT INTO idempotency_keys (id, request_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [key.id, key.requestHash],
  );
  if (added.rowCount === 0) {
    const first = await firstReply<T>(client, key);
    if (!first) throw mismatch();
    return { body: first.body, replayed: true };
  }
  const body = await work(createTx(client, clock()));
  await client.query('UPDATE idempotency_keys SET reply = $2 WHERE id = $1', [key.id, encodeReply(body)]);
  return { body, replayed: false };
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

function createTx(client: PoolClient, now: Date): Tx {
  return {
    now,
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows as Row[],
    post: async (...postings: Posting[]) => {
      const decided = await lockAndDecide(client, [{ postings, atomic: true }], now);
      const outcomes = decided.outcomes[0] ?? [];
      const refused = outcomes.find((outcome) => outcome.status === 'refused');
      if (refused) throw refused.error;
      await writeAccepted(client, decided);
      return decided.accepted.map(({ result }) => result.transfer);
    },
    emit: async (type, aggregateId, data) => {
      const context = currentContext();
      const { requestId: correlationId, traceparent } = context ?? {};
      const event = createEvent({
        id: newId(), type, producer: 'ledger', aggregateId, data, occurredAt: now, correlationId, traceparent,
      }); // prettier-ignore
      await appendEvents(client, [event]);
    },
  };
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
    if (faultOf(error) === 'lost') client.release(true);
    else
      await client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      );
    throw error;
  }
}
