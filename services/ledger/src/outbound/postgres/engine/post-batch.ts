import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { sendTogether } from '@florin/service-kit/postgres';
import type { Group, PostBatch } from '../../../app/posting/ports.ts';
import type { Outcome } from '../../../domain/posting/posting.ts';
import { faultOf, rollBack, unavailable } from './faults.ts';
import { lockAndDecide, type Deciding } from './lock-and-decide.ts';
import { writeAccepted } from './write-batch.ts';

const MAX_ATTEMPTS = 12;
/** No longer than this, unless a COMMIT is in doubt: only a further try tells what became of it. */
const MAXIMUM_MS = 15_000;
const BACKOFF_MS = 20;
const MAX_BACKOFF_MS = 1_000;

/** A batch whose COMMIT was sent and never answered. */
interface InDoubt {
  outcomes: Outcome[][];
  transferId: string;
}

/**
 * Posts batches, each in one transaction of two round trips: BEGIN and locks, then writes and COMMIT. After a conflict or
 * a lost connection it tries again, 12 times at most. When the connection was lost while COMMIT was under way, the next
 * try takes the same locks, which waits until the lost transaction has ended, and looks whether its transfer is there.
 * Throws UNAVAILABLE when the database stays away, or one group alone waits too long for a lock.
 */
export function createPostBatch(pool: Pool, deciding: Deciding): PostBatch {
  return async (groups) => {
    const until = performance.now() + MAXIMUM_MS;
    let doubt: InDoubt | null = null;
    for (let attempt = 1; ; attempt += 1) {
      const tried: Tried = await tryOnce({ pool, deciding }, groups, doubt);
      if (tried.outcomes) return tried.outcomes;
      doubt = tried.doubt;
      const fault = faultOf(tried.error);
      // with a COMMIT in doubt no error may look like a refusal: the caller would ask again without the same locks
      if (fault === 'other' && doubt === null) throw tried.error;
      // several groups are tried again in halves: one that waits for a lock must not hold up the others
      if (fault === 'busy' && doubt === null) throw groups.length > 1 ? tried.error : unavailable(tried.error, false);
      const over = attempt === MAX_ATTEMPTS || (doubt === null && performance.now() > until);
      if (over) throw unavailable(tried.error, doubt !== null);
      await wait(Math.min(MAX_BACKOFF_MS, BACKOFF_MS * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2));
    }
  };
}

type Tried = { outcomes: Outcome[][] } | { outcomes?: undefined; doubt: InDoubt | null; error: unknown };

async function tryOnce(
  { pool, deciding }: { pool: Pool; deciding: Deciding },
  groups: readonly Group[],
  before: InDoubt | null,
): Promise<Tried> {
  let client: PoolClient | undefined;
  let doubt = before;
  let committing = false;
  try {
    const held = await pool.connect();
    client = held;
    const [, decided] = await sendTogether(held, () =>
      Promise.all([held.query('BEGIN'), lockAndDecide(held, groups, deciding)]),
    );
    if (doubt && (await wasPosted(held, doubt))) {
      await held.query('ROLLBACK');
      held.release();
      return { outcomes: doubt.outcomes };
    }
    doubt = null;
    const [first] = decided.accepted;
    if (first) {
      committing = true;
      doubt = { outcomes: decided.outcomes, transferId: first.result.transfer.id };
      await writeAndCommit(held, () => writeAccepted(held, decided));
    } else {
      await held.query('ROLLBACK');
    }
    held.release();
    return { outcomes: decided.outcomes };
  } catch (error) {
    const { alive } = client ? await rollBack(client, faultOf(error)) : { alive: false };
    // an error that came over a connection that still works says that this COMMIT did not happen
    return { error, doubt: committing && alive ? null : doubt };
  }
}

async function writeAndCommit(client: PoolClient, write: () => Promise<void>): Promise<void> {
  const [, commit] = await sendTogether(client, () => Promise.all([write(), client.query('COMMIT')]));
  if (commit.command !== 'COMMIT') throw new Error('the transaction was rolled back');
}

async function wasPosted(client: PoolClient, { transferId }: InDoubt): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM transfers WHERE id = $1', [transferId]);
  return rowCount === 1;
}
