import { createHash, timingSafeEqual } from 'node:crypto';
import { FlorinError } from '@florin/errors';
import type { Config } from '../../config.ts';
import type { DialectRoute } from '../dialect.ts';

/**
 * The same routes, for the app that knows FENAKA_APP_TOKEN where one is set, and for no page of another site: all of them
 * set or use the session cookie.
 */
export function appOnly(
  { FENAKA_APP_TOKEN: token }: Pick<Config, 'FENAKA_APP_TOKEN'>,
  routes: readonly DialectRoute[],
): DialectRoute[] {
  return routes.map((route) => ({
    ...route,
    handler: (input, deps) => {
      if (token !== undefined && !isBearer(input.request.headers.authorization, token)) {
        throw new FlorinError('UNAUTHENTICATED', 'The app has to send its token');
      }
      if (!input.sameSite) throw new FlorinError('FORBIDDEN', 'Only our own pages may do this');
      return route.handler(input, deps);
    },
  }));
}

function isBearer(header: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header?.trim() ?? '')?.[1];
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
