import { backoff, type BackoffOptions } from '@florin/errors';

/** What a job writes to the log; pino's logger fits. */
export interface JobLogger {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface Job {
  /** shown in the log */
  name: string;
  /** wait between two runs, less up to a tenth at random; a function is asked after every run */
  everyMs: number | (() => number);
  /** how much one run does at most: handed to `run`; default 1 */
  maximum?: number;
  /**
   * Does a bounded piece of work. Another run follows at once after `true`, or after a number that reaches `maximum`:
   * there may be more. `signal` is aborted when the job is stopped.
   */
  run: (maximum: number, signal: AbortSignal) => Promise<unknown>;
  /** the first run is due at the start rather than after `everyMs` */
  atOnce?: boolean;
  /** runs of this job side by side in this process; default 1, so that runs never overlap */
  parallel?: number;
  /** waits after failed runs; default from 1 s (or `everyMs`, when shorter) up to 5 s (or `everyMs`, when longer) */
  retry?: BackoffOptions;
}

export interface RunningJob {
  start(): void;
  /** Starts no further run and waits for those under way. */
  stop(): Promise<void>;
  /** There is work: runs now, or once more after the run under way. Does not cut the wait after a failed run short. */
  nudge(): void;
}

/** Runs one job again and again until it is stopped. A failed run is logged and tried again after growing waits. */
export function createJob(job: Job, logger: JobLogger): RunningJob {
  const loops = Array.from({ length: job.parallel ?? 1 }, () => createLoop(job, logger));
  return {
    start: () => {
      for (const loop of loops) loop.start();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
    nudge: () => {
      for (const loop of loops) loop.nudge();
    },
  };
}

/** Runs each job of a table, independently of the others. */
export function createJobs(jobs: readonly Job[], logger: JobLogger): Pick<RunningJob, 'start' | 'stop'> {
  const running = jobs.map((job) => createJob(job, logger));
  return {
    start: () => {
      for (const job of running) job.start();
    },
    stop: async () => {
      await Promise.all(running.map((job) => job.stop()));
    },
  };
}

function createLoop(job: Job, logger: JobLogger): RunningJob {
  const { name, maximum = 1 } = job;
  let stopping = new AbortController();
  let running = false;
  let nudged = false;
  let failures = 0;
  const sleep = createSleep();
  let ended: Promise<void> = Promise.resolve();

  const everyMs = () => (typeof job.everyMs === 'number' ? job.everyMs : job.everyMs());
  const regularMs = () => everyMs() * (1 - Math.random() / 10);
  const retryMs = () => backoff(job.retry ?? defaultRetry(everyMs()))(failures);

  /** Whether there may be more to do at once. */
  const runOnce = async (): Promise<boolean> => {
    try {
      const done = await job.run(maximum, stopping.signal);
      if (failures > 0) logger.info({ job: name, failures }, 'job works again');
      failures = 0;
      if (typeof done === 'number' && done > 0) logger.debug({ job: name, done }, 'job done');
      return typeof done === 'number' ? done >= maximum : done === true;
    } catch (error) {
      failures += 1;
      logger.warn({ err: error, job: name, failures }, 'job failed, will try again');
      return false;
    }
  };

  // asked through functions: both change while the loop waits
  const isRunning = () => running;
  const pauseMs = (more: boolean) => (failures > 0 ? retryMs() : more || nudged ? 0 : regularMs());

  const loop = async () => {
    if (!job.atOnce && !nudged) await sleep.for(regularMs());
    while (isRunning()) {
      nudged = false;
      const ms = pauseMs(await runOnce());
      if (ms > 0 && isRunning()) await sleep.for(ms);
    }
  };

  return {
    start: () => {
      if (running) return;
      running = true;
      stopping = new AbortController();
      ended = ended.then(loop);
    },
    stop: async () => {
      running = false;
      stopping.abort();
      sleep.wake();
      await ended;
    },
    nudge: () => {
      nudged = true;
      // while a store or broker is away, every commit would knock at it
      if (failures === 0) sleep.wake();
    },
  };
}

/** A wait that can be ended early. */
function createSleep() {
  let wake = (): void => undefined;
  return {
    for: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => {
      wake();
    },
  };
}

function defaultRetry(everyMs: number): BackoffOptions {
  return { firstMs: Math.min(1_000, everyMs), maximumMs: Math.max(5_000, everyMs) };
}
