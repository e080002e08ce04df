import type { Logger } from '@florin/service-kit';
import type { Config } from '../config.ts';
import type { Dialect, DialectDeps } from '../dialects/dialect.ts';
import type { DoubleTap } from '../dialects/double-tap.ts';
import { allowedOriginsOf, createSiteTest } from '../edge/cross-origin.ts';
import { dialectErrors, dialectRoutes } from './by-express.ts';
import { fastDialects } from './fast-calls.ts';
import { createDialectTable } from './table.ts';
import { createWording } from './wording.ts';

export type DialectServer = ReturnType<typeof createDialectServer>;

/** Serves the dialects' routes, with and without Express, by the same functions. */
export function createDialectServer(
  dialects: readonly Dialect[],
  { config, logger, deps, doubleTap }: { config: Config; logger: Logger; deps: DialectDeps; doubleTap: DoubleTap },
) {
  const find = createDialectTable(dialects);
  const word = createWording(dialects, logger);
  const isSameSite = createSiteTest({ publicUrl: config.PUBLIC_URL, allowed: allowedOriginsOf(config) });
  const options = { deps, doubleTap, isSameSite };
  return {
    routes: dialectRoutes(find, options),
    errors: dialectErrors(word),
    fast: fastDialects(find, word, options),
  };
}
