import { FlorinError } from '@florin/errors';

/** Codes of errors that come before a connection stands: nothing was sent. */
const NO_CONNECTION = new Set<unknown>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export const late = (upstream: string, cause?: unknown): FlorinError =>
  new FlorinError('DEADLINE_EXCEEDED', `${upstream} took too long to answer`, { cause });

export const away = (upstream: string, cause?: NodeJS.ErrnoException): FlorinError =>
  new FlorinError('UNAVAILABLE', `${upstream} does not answer at present`, {
    retryAfterSeconds: 2,
    // on a connection that broke the request may have been carried out
    meta: { outcome: NO_CONNECTION.has(cause?.code) ? 'none' : 'unknown' },
    cause,
  });

/** A service's own problem+json is an answer; anything else of this kind comes from something in between. */
export function isUpstreamAway(status: number, contentType: string | undefined): boolean {
  return (status === 502 || status === 503 || status === 504) && !contentType?.startsWith('application/problem+json');
}
