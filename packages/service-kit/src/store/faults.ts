import { FlorinError, isFlorinError } from '@florin/errors';

/** Node's codes for a host or connection that is not there, and PostgreSQL's for a server that stops, starts or is full. */
const CODES = new Set<unknown>([
  ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
  ...['ENOTFOUND', 'EAI_AGAIN', '57P01', '57P02', '57P03', '57P05', '53300', '25P03', '25006'],
  // cut off by a time limit, a lock held for long or another transaction: the same again may succeed
  ...['57014', '55P03', '40001', '40003', '40P01'],
]);

/** Errors of the MongoDB driver, of mongoose and of knex that mean no usable server, by name. */
const NAMES = new Set([
  ...['MongoServerSelectionError', 'MongoNetworkError', 'MongoNetworkTimeoutError', 'MongoNotConnectedError'],
  ...['MongoPoolClearedError', 'MongoPoolClosedError', 'MongoTopologyClosedError', 'MongoWaitQueueTimeoutError'],
  ...['MongoOperationTimeoutError', 'MongooseServerSelectionError', 'KnexTimeoutError'],
]);

/** MongoDB's server errors of a primary that steps down, stops or is not elected yet. */
const MONGO_CODES = new Set<unknown>([91, 189, 262, 10_107, 11_600, 11_602, 13_435, 13_436]);

/** What pg and mongoose say in words only. */
const WORDS =
  /connection (terminated|ended)|query read timeout|timeout exceeded when trying to connect|not queryable|closed the connection|buffering timed out|Cannot use a pool after calling end/i;

const MAX_DEPTH = 5;

/**
 * UNAVAILABLE when the error comes from a PostgreSQL or MongoDB that is away, stopping or overloaded; undefined for any
 * other error, which is a bug or a refusal. `meta.outcome` is `unknown`: nobody knows what was saved before the loss.
 */
export function storeFault(error: unknown): FlorinError | undefined {
  if (isFlorinError(error) || !isFault(error, 0)) return undefined;
  return new FlorinError('UNAVAILABLE', 'The data store does not answer at present', {
    retryAfterSeconds: 1,
    meta: { outcome: 'unknown' },
    cause: error,
  });
}

function isFault(error: unknown, depth: number): boolean {
  // not instanceof: the sockets' errors may be of another realm, as they are where tests run
  if (Object.prototype.toString.call(error) !== '[object Error]' || depth > MAX_DEPTH) return false;
  const { code, name, message, cause, errors } = error as Error & { code?: unknown; errors?: unknown };
  // a host with several addresses fails with an error for each
  const parts: unknown[] = Array.isArray(errors) ? errors : [];
  return (
    CODES.has(code) ||
    (typeof code === 'string' && /^08[0-9A-Z]{3}$/.test(code)) ||
    NAMES.has(name) ||
    (name.startsWith('Mongo') && MONGO_CODES.has(code)) ||
    WORDS.test(message) ||
    [cause, ...parts].some((inner) => isFault(inner, depth + 1))
  );
}
