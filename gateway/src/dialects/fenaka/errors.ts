import { HTTP_STATUS, type ErrorCode, type FlorinError } from '@florin/errors';
import type { DialectReply } from '../dialect.ts';

/** `{ error }`. */
export function refusal(status: number, error: string): DialectReply {
  return { status, body: { error } };
}

const WORDS: Partial<Record<ErrorCode, string>> = {
  NOT_FOUND: 'not-found',
  UNAUTHENTICATED: 'unauthorized',
};

/** Every failure that a handler did not word itself. */
export function renderError({ code, message }: FlorinError): DialectReply {
  // a fault of the whole body has no path before its colon
  return refusal(HTTP_STATUS[code], WORDS[code] ?? message.replace(/^: /, ''));
}
