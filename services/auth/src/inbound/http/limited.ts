import { addressOf } from './device.ts';
import type { Request } from 'express';
import { isFlorinError } from '@florin/errors';
import type { LimitState, LimitedRoute } from '../../app/abuse/limits.ts';
import { takeLimit } from '../../app/abuse/limits.ts';
import type { App } from '../../app/ports.ts';

/** Counts the request and tells the client where it stands, whatever the answer will be. Throws RATE_LIMITED. */
export async function limit(app: App, route: LimitedRoute, request: Request, account?: string): Promise<void> {
  try {
    setHeaders(request, await takeLimit(app, route, { ip: addressOf(request), account }));
  } catch (error) {
    if (isFlorinError(error) && error.code === 'RATE_LIMITED') {
      const limitOf = Number(error.meta['limit'] ?? 0);
      setHeaders(request, { limit: limitOf, remaining: 0, resetSeconds: error.retryAfterSeconds ?? 1 });
    }
    throw error;
  }
}

function setHeaders(request: Request, { limit: most, remaining, resetSeconds }: LimitState): void {
  request.res?.setHeader('RateLimit-Limit', String(most));
  request.res?.setHeader('RateLimit-Remaining', String(Math.max(0, remaining)));
  request.res?.setHeader('RateLimit-Reset', String(resetSeconds));
}
