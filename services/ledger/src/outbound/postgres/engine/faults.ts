import type { PoolClient } from 'pg';
import { FlorinError } from '@florin/errors';

const CONFLICTS = new Set(['40001', '40P01']);
const LOST_SOCKET = ['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'];
const NO_ROUTE = ['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN'];
/** shut down, crashed, starting up, no connection left, cut while idle, read only, outcome unknown */
const LOST_SERVER = ['57P01', '57P02', '57P03', '53300', '25P03', '25006', '40003'];
const LOST = new Set([...LOST_SOCKET, ...NO_ROUTE, ...LOST_SERVER]);
/** waited too long for a lock; statement cut by its time limit */
const BUSY = new Set(['55P03', '57014']);

/** What a database error means for the transaction it ended. */
export type Fault =
  /** rolled back by a conflict with another transaction: a further try may succeed */
  | 'conflict'
  /** the connection is gone, or leads to no primary: a COMMIT under way may have happened, all else was rolled back */
  | 'lost'
  /** another transaction holds a lock for long, or the server is slow: cut and rolled back */
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

/** What pg says in words only, without a code. */
const GONE =
  /connection (terminated|ended)|query read timeout|timeout exceeded when trying to connect|not queryable|closed the connection/i;

/** Ends a failed transaction. Only a reply proves that the connection works, and so that nothing was committed. */
export async function rollBack(client: PoolClient, fault: Fault): Promise<{ alive: boolean }> {
  if (fault !== 'lost') {
    try {
      await client.query('ROLLBACK');
      client.release();
      return { alive: true };
    } catch {
      // no reply: treated as lost
    }
  }
  client.release(true);
  return { alive: false };
}

/** Counts as a conflict: another transaction did the same request, so this one is rolled back and looks for its reply. */
export function doneMeanwhile(cause: unknown): Error {
  return Object.assign(new Error('the same request was done meanwhile', { cause }), { code: '40001' });
}

export function unavailable(cause: unknown, unknownOutcome: boolean): FlorinError {
  const message = unknownOutcome
    ? 'The database went away while this was being saved. Send it again with the same Idempotency-Key to learn the outcome.'
    : 'The database does not answer at present';
  return new FlorinError('UNAVAILABLE', message, { retryAfterSeconds: 1, cause });
}
