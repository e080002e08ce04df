import { FlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';

export interface Origin {
  /** headers of the request, where it has them */
  origin: string | undefined;
  fetchSite: string | undefined;
}

/**
 * A request that counts on a cookie must come from our own pages (OWASP CSRF): by Sec-Fetch-Site where the browser
 * sends it, else by an Origin we know. One without either comes from no browser, so no page made it. Throws FORBIDDEN.
 */
export function checkOrigin(deps: Pick<Deps, 'settings'>, { origin, fetchSite }: Origin): void {
  if (origin !== undefined && deps.settings.origins.includes(origin)) return;
  const own = fetchSite === undefined ? origin === undefined : fetchSite === 'same-origin' || fetchSite === 'none';
  if (!own) throw new FlorinError('FORBIDDEN', 'Cookies are taken from our own pages only');
}
