import { exponential } from './backoff.ts';
import type { Log } from './bus.ts';

interface LoopOptions {
  /** moves one batch; answers true when there may be more at once */
  step: () => Promise<boolean>;
  pollMs: number;
  logger: Log;
  what: string;
}

export interface Loop {
  start: () => void;
  nudge: () => void;
  stop: () => Promise<void>;
  stopping: () => boolean;
}

const retryMs = exponential({ firstMs: 200, mostMs: 5000 });

/** Runs `step` again and again: at once while there is more, after a nudge, else every `pollMs`; backs off while it fails. */
export function createLoop({ step, pollMs, logger, what }: LoopOptions): Loop {
  let running = false;
  let nudged = false;
  let failures = 0;
  let wake: (() => void) | undefined;
  let ended: Promise<void> = Promise.resolve();

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function once(): Promise<boolean> {
    try {
      const more = await step();
      if (failures > 0) logger.info({ failures }, `${what} works again`);
      failures = 0;
      return more;
    } catch (error) {
      failures += 1;
      logger.warn({ err: error, failures }, `${what} failed, will try again`);
      return false;
    }
  }

  // Asked by functions, for the flags change while the loop waits.
  const stopping = (): boolean => !running;
  const pauseMs = (more: boolean): number => (failures > 0 ? retryMs(failures) : more || nudged ? 0 : pollMs);

  async function run(): Promise<void> {
    while (!stopping()) {
      nudged = false;
      const ms = pauseMs(await once());
      if (ms > 0 && !stopping()) await sleep(ms);
    }
  }

  return {
    start() {
      if (running) return;
      running = true;
      ended = ended.then(run);
    },
    nudge() {
      nudged = true;
      // It doesn't cut a back-off short: while the broker is away, every commit would knock at it.
      if (failures === 0) wake?.();
    },
    async stop() {
      running = false;
      wake?.();
      await ended;
    },
    stopping,
  };
}
