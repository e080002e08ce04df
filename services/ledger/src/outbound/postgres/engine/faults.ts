import type { PoolClient } from 'pg';
import { FlorinError } from '@florin/errors';

const CONFLICTS = new Set(['40001', '40P01']);
const LOST = new Set([
  'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN',
  'ENOTFOUND', 'EAI_AGAIN', '57P01', '57P02', '57P03', '53300', '25P03', '25006', '40003',
]); // prettier-ignore
const BUSY = new Set(['55P03', '57014']);

/** What a database error means for the transaction it ended. */
export type Fault =
  /** rolled back by a conflict with another transaction: the same again may succeed */
  | 'conflict'
  /** the connection is gone, or leads to no primary: nothing is known of a COMMIT under way, all else was rolled back */
  | 'lost'
  /** somebody holds a lock for long, or the server is slow: the transaction was cut and rolled back */
  | 'busy'
  /** our own mistake, or a constraint */
  | 'other';

export function faultOf(error: unknown): Fault {
  const { code = '', message = '', constraint } = error as { code?: string; message?: string; constraint?: string };
  if (CONFLICTS.has(code) || constraint === 'idempotency_keys_pkey') return 'conflict';
  if (LOST.has(code) || code.startsWith('08')) return 'lost';
  if (BUSY.has(code)) return 'busy';
  return GONE.test(message) ? 'lost' : 'other';
}

/** How pg tells it in words only. */
const GONE =
  /connection (terminated|ended)|query read timeout|timeout exceeded when trying to connect|not queryable|closed the connection/i;

/** Whether the connection lives is known only once it has answered: a fault nobody has heard of must not pass for a no. */
export async function rollBack(client: PoolClient, fault: Fault): Promise<{ alive: boolean }> {
  if (fault !== 'lost') {
    try {
      await client.query('ROLLBACK');
      client.release();
      return { alive: true };
    } catch {
      // as lost
    }
  }
  client.release(true);
  return { alive: false };
}

/** A conflict: the same request was done by another transaction, so this one is rolled back and looks again. */
export function doneMeanwhile(cause: unknown): Error {
  return Object.assign(new Error('the same request was done meanwhile', { cause }), { code: '40001' });
}

export function unavailable(cause: unknown, unknownOutcome: boolean): FlorinError {
  const message = unknownOutcome
    ? 'The database went away while this was being saved. Send it again with the same Idempotency-Key to learn the outcome.'
    : 'The database does not answer at present';
  return new FlorinError('UNAVAILABLE', message, { retryAfterSeconds: 1, cause });
}
