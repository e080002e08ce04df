import type { Logger } from '@florin/service-kit';

export interface Job {
  name: string;
  everyMs: number;
  /** what a run does at most; one that did as much goes on at once */
  maximum: number;
  /** does a piece of work of at most that size; returns how much there was */
  run: (maximum: number) => Promise<number>;
}

export interface Jobs {
  start: () => void;
  /** Ends after the runs under way. */
  stop: () => Promise<void>;
}

/** Runs each job again and again, one run of it at a time; a failure is logged and tried again at the next turn. */
export function createJobs(jobs: readonly Job[], logger: Logger): Jobs {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let stopped = true;

  /** Whether there may be more to do at once. */
  const turn = async ({ name, maximum, run }: Job): Promise<boolean> => {
    try {
      const done = await run(maximum);
      if (done > 0) logger.debug({ job: name, done }, 'job done');
      return done >= maximum;
    } catch (error) {
      logger.warn({ err: error, job: name }, 'job failed, will try again');
      return false;
    }
  };
  const plan = (job: Job, afterMs: number): void => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const run = turn(job).then((more) => {
        running.delete(run);
        plan(job, more ? 0 : job.everyMs);
      });
      running.add(run);
    }, afterMs);
    timers.add(timer);
  };

  return {
    start: () => {
      stopped = false;
      for (const job of jobs) plan(job, job.everyMs);
    },
    stop: async () => {
      stopped = true;
      timers.forEach((timer) => {
        clearTimeout(timer);
      });
      await Promise.all(running);
    },
  };
}
