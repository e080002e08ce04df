import type { Logger } from '@florin/service-kit';

export interface Job {
  name: string;
  everyMs: number;
  /** does a bounded piece of work; answers how much there was */
  run: () => Promise<number>;
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

  const turn = async ({ name, run }: Job): Promise<void> => {
    try {
      const done = await run();
      if (done > 0) logger.debug({ job: name, done }, 'job done');
    } catch (error) {
      logger.warn({ err: error, job: name }, 'job failed, will try again');
    }
  };
  const plan = (job: Job): void => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const run = turn(job).finally(() => {
        running.delete(run);
        plan(job);
      });
      running.add(run);
    }, job.everyMs);
    timers.add(timer);
  };

  return {
    start: () => {
      stopped = false;
      jobs.forEach(plan);
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
