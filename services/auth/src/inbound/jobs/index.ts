import { createJobs as runJobs, type Logger } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';

const HOUSEKEEPING_MS = 10 * 60_000;
/** a device whose session lapsed gets pushes for no longer than this */
const LAPSED_PUSHES_MS = 15_000;

/** What happens by the passing of time. */
export function createJobs(
  { endLapsedPushes, housekeep }: Pick<UseCases, 'endLapsedPushes' | 'housekeep'>,
  logger: Logger,
) {
  return runJobs(
    [
      { name: 'housekeeping', everyMs: HOUSEKEEPING_MS, run: () => housekeep() },
      { name: 'lapsed pushes', everyMs: LAPSED_PUSHES_MS, maximum: 500, run: (maximum) => endLapsedPushes(maximum) },
    ],
    logger,
  );
}
