import { FlorinError } from '@florin/errors';
import type { LimitState } from './take-limit.ts';

/** RATE_LIMITED, with the wait in whole seconds. */
export function limited(seconds: number, state?: LimitState): FlorinError {
  const wait = Math.max(1, Math.ceil(seconds));
  return new FlorinError('RATE_LIMITED', `Too many tries; try again in ${wait} s`, {
    retryAfterSeconds: wait,
    ...(state ? { meta: { limit: state.limit } } : {}),
  });
}
