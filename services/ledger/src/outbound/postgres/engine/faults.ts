import { FlorinError } from '@florin/errors';

const CONFLICTS = new Set(['40001', '40P01']);
const LOST = new Set([
  'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', '57P01', '57P02', '57P03', '53300', '25P03',
]); // prettier-ignore

/** What a database error means for the transaction it ended. */
export type Fault =
  /** rolled back by a conflict with another transaction: the same again may succeed */
  | 'conflict'
  /** the connection is gone: nothing is known of a COMMIT under way, everything else was rolled back */
  | 'lost'
  /** our own mistake, or a constraint */
  | 'other';

export function faultOf(error: unknown): Fault {
  const { code = '', message = '', constraint } = error as { code?: string; message?: string; constraint?: string };
  if (CONFLICTS.has(code) || constraint === 'idempotency_keys_pkey') return 'conflict';
  if (LOST.has(code) || code.startsWith('08')) return 'lost';
  return /connection (terminated|ended)|timeout exceeded when trying to connect|not queryable|closed the connection/i.test(
    message,
  )
    ? 'lost'
    : 'other';
}

export function unavailable(cause: unknown, unknownOutcome: boolean): FlorinError {
  const message = unknownOutcome
    ? 'The database went away while this was being saved. Send it again with the same Idempotency-Key to learn the outcome.'
    : 'The database does not answer at present';
  return new FlorinError('UNAVAILABLE', message, { retryAfterSeconds: 1, cause });
}
