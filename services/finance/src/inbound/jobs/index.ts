import type { Logger } from '@florin/service-kit';
import { createJobs as runJobs } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';

/** What happens by the passing of time: operations whose request did not finish them are taken up again. */
export function createJobs({ reconcile }: Pick<UseCases, 'reconcile'>, logger: Logger, reconcileEveryMs: number) {
  return runJobs(
    [
      {
        name: 'reconcile operations',
        everyMs: reconcileEveryMs,
        atOnce: true,
        run: (_maximum, signal) => reconcile(logger, signal),
      },
    ],
    logger,
  );
}
