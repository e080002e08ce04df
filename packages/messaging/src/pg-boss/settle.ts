import type { Job } from 'pg-boss';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../bus.ts';
import { reasonOf } from '../consuming/handling.ts';
import { bury } from './dead-letters.ts';
import type { Hub } from './hub.ts';

interface SettlerOptions {
  consumer: string;
  hub: Hub;
  logger: Log;
  /** true when it is no use to try again: the jobs will be put back by whoever works on the queue next */
  given: () => boolean;
}

/** Ends claims on jobs. Each call tries until it is done: a job left claimed would hold its lane. */
export function createSettler({ consumer, hub, logger, given }: SettlerOptions) {
  async function insist(job: Job, work: () => Promise<unknown>): Promise<void> {
    for (let failures = 1; ; failures += 1) {
      try {
        await work();
        return;
      } catch (error) {
        logger.warn({ err: error, consumer, jobId: job.id }, 'settling a job failed');
        if (given()) return;
        await wait(Math.min(5000, 200 * failures), undefined, { ref: false });
      }
    }
  }

  return {
    /** Hands the job out again after `delayMs`, and none of its aggregate before it. */
    later: (job: Job, error: unknown, delayMs: number): Promise<void> =>
      insist(job, () =>
        hub.database.transaction(async (_client, db) => {
          await hub.boss.fail(consumer, job, { reason: reasonOf(error) }, { db });
          await hub.boss.update(consumer, undefined, { id: job.id, startAfter: `${String(delayMs)} milliseconds`, db });
        }),
      ),
    /** Moves the job to the dead letters. */
    away: (job: Job, reason: string, attempts: number): Promise<void> =>
      insist(job, () => bury(hub, { consumer, job, reason, attempts })),
  };
}
