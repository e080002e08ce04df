import { createJobs as runJobs, type Logger } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';

const IMPORTS_EVERY_MS = 500;
const DATE_EVERY_MS = 5_000;
const FORGET_EVERY_MS = 3_600_000;

type Jobs = Pick<
  UseCases,
  'reconcile' | 'dateTransactions' | 'forgetKeys' | 'forgetBulks' | 'readImport' | 'forgetImports'
>;

/**
 * What happens by the passing of time: operations whose request did not finish them are taken up again, rows get their
 * date, files are read, old Idempotency-Keys, what could be taken back and files that nobody committed are forgotten.
 */
export function createJobs(
  { reconcile, dateTransactions, forgetKeys, forgetBulks, readImport, forgetImports }: Jobs,
  logger: Logger,
  reconcileEveryMs: number,
) {
  return runJobs(
    [
      {
        name: 'reconcile operations',
        everyMs: reconcileEveryMs,
        atOnce: true,
        run: (_maximum, signal) => reconcile(logger, signal),
      },
      {
        name: 'read imports',
        everyMs: Math.min(reconcileEveryMs, IMPORTS_EVERY_MS),
        atOnce: true,
        parallel: 2,
        run: (_maximum, signal) => readImport(logger, signal),
      },
      { name: 'date transactions', everyMs: DATE_EVERY_MS, atOnce: true, maximum: 1, run: dateTransactions },
      { name: 'forget keys', everyMs: FORGET_EVERY_MS, atOnce: true, maximum: 1_000, run: forgetKeys },
      { name: 'forget bulks', everyMs: FORGET_EVERY_MS, atOnce: true, maximum: 1_000, run: forgetBulks },
      { name: 'forget imports', everyMs: FORGET_EVERY_MS, atOnce: true, maximum: 10, run: forgetImports },
    ],
    logger,
  );
}
