import { FlorinError, HTTP_STATUS, isFlorinError, type ErrorCode } from '@florin/errors';
import type { DialectReply } from '../dialect.ts';
import { isUnderWay } from '../double-tap.ts';

export const INVALID_INPUT = 'Invalid input! Please provide a proper input and try again';
export const NO_FUNDS = 'Insufficient balance to complete request';
export const BAD_PICTURE = 'Must include valid profile picture';

const PICTURE_PATH = /^\/auth\/update-profile-pic\/?$/i;
/** What a person can do something about: 400 here, whatever it is in /v1. */
const BUSINESS: ReadonlySet<ErrorCode> = new Set([
  'INVALID_ARGUMENT',
  'NOT_FOUND',
  'CONFLICT',
  'LIMIT_EXCEEDED',
  'INSUFFICIENT_FUNDS',
  'ACCOUNT_FROZEN',
  'PAYLOAD_TOO_LARGE',
]);

/** Thrown by a handler: 400 with these words. */
export function refusal(message: string): FlorinError {
  return new FlorinError('INVALID_ARGUMENT', message);
}

/** A service's refusal as a 400, in the words for its code or in its own; anything else goes on as it is. */
export function asRefusal(error: unknown, words: Partial<Record<ErrorCode, string>> = {}): unknown {
  if (!isFlorinError(error) || !BUSINESS.has(error.code) || isUnderWay(error)) return error;
  return refusal(words[error.code] ?? error.message);
}

/** Every failure as `{ message }`. */
export function renderError(error: FlorinError, path: string): DialectReply {
  const { code } = error;
  if (HTTP_STATUS[code] === 401) return { status: 401, body: { message: 'Unauthorized' } };
  if (code === 'PAYLOAD_TOO_LARGE' && PICTURE_PATH.test(path)) {
    return { status: 400, body: { message: BAD_PICTURE } };
  }
  // a fault of the whole body has no path before its colon
  return { status: HTTP_STATUS[code], body: { message: error.message.replace(/^: /, '') } };
}
