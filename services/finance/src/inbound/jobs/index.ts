import { createJobs as runJobs, type Job, type Logger } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';

const IMPORTS_EVERY_MS = 500;
const RECURRING_EVERY_MS = 1_000;
const DATE_EVERY_MS = 5_000;
const FORGET_EVERY_MS = 3_600_000;

type Jobs = Pick<
  UseCases,
  | 'reconcile'
  | 'postRecurring'
  | 'dateTransactions'
  | 'forgetKeys'
  | 'forgetBulks'
  | 'readImport'
  | 'postImport'
  | 'takeBackImport'
  | 'forgetImports'
  | 'forgetAttachments'
>;

/**
 * What happens by the passing of time: operations whose request did not finish them are taken up again, recurring
 * transactions are posted, rows get their date, files are read, posted and taken back, and what is kept for a time is forgotten: Idempotency-Keys, what could be
 * taken back, files that nobody committed.
 */
export function createJobs(useCases: Jobs, logger: Logger, reconcileEveryMs: number) {
  const { reconcile, postRecurring, dateTransactions, forgetKeys, forgetBulks, forgetImports, forgetAttachments } =
    useCases;
  return runJobs(
    [
      {
        name: 'reconcile operations',
        everyMs: reconcileEveryMs,
        atOnce: true,
        run: (_maximum, signal) => reconcile(logger, signal),
      },
      ...importJobs(useCases, logger, Math.min(reconcileEveryMs, IMPORTS_EVERY_MS)),
      {
        name: 'post recurring transactions',
        everyMs: Math.min(reconcileEveryMs, RECURRING_EVERY_MS),
        atOnce: true,
        maximum: 1_000,
        run: postRecurring,
      },
      { name: 'date transactions', everyMs: DATE_EVERY_MS, atOnce: true, maximum: 1, run: dateTransactions },
      { name: 'forget keys', everyMs: FORGET_EVERY_MS, atOnce: true, maximum: 1_000, run: forgetKeys },
      { name: 'forget bulks', everyMs: FORGET_EVERY_MS, atOnce: true, maximum: 1_000, run: forgetBulks },
      {
        name: 'forget attachments',
        everyMs: reconcileEveryMs * 30,
        atOnce: true,
        maximum: 50,
        run: forgetAttachments,
      },
      { name: 'forget imports', everyMs: FORGET_EVERY_MS, atOnce: true, maximum: 10, run: forgetImports },
    ],
    logger,
  );
}

function importJobs({ readImport, postImport, takeBackImport }: Jobs, logger: Logger, everyMs: number): Job[] {
  const job = (name: string, work: (logger: Logger, signal: AbortSignal) => Promise<boolean>): Job => {
    return { name, everyMs, atOnce: true, parallel: 2, run: (_maximum, signal) => work(logger, signal) };
  };
  return [job('read imports', readImport), job('post imports', postImport), job('take imports back', takeBackImport)];
}
