import type { Logger } from '../logger.ts';

/** What composition.ts returns: everything wired, nothing started. */
export interface Service {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** how long `stop` serves on for load balancers to notice; not counted in the time that a process has to stop */
  lameDuckMs?: number;
}

/** A part of a process that has to be started or stopped. Both may be synchronous; a promise is waited for. */
export interface Step {
  /** shown in the log */
  name: string;
  start?: () => unknown;
  stop?: () => unknown;
}

/** Starts the steps in order and stops them in reverse. When one fails to start, those already started are stopped. */
export function createService(logger: Logger, steps: readonly Step[]): Service {
  let started: Step[] = [];
  const stop = async () => {
    const toStop = started.reverse();
    started = [];
    for (const step of toStop) {
      try {
        await step.stop?.();
      } catch (error) {
        logger.error({ err: error, step: step.name }, 'did not stop cleanly');
      }
    }
  };
  const start = async () => {
    for (const step of steps) {
      try {
        started.push(step);
        await step.start?.();
      } catch (error) {
        await stop();
        throw error;
      }
    }
  };
  return { start, stop };
}
