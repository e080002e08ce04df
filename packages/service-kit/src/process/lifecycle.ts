import { ConfigError } from '../config.ts';
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

const STOP_LIMIT_MS = 5_000;

/**
 * Runs a service as a process: starts it, and on SIGINT or SIGTERM stops it within 5 s, after its
 * lame-duck time. A second signal ends the process
 * at once. A faulty environment or a failed start prints one line and exits with 1.
 */
export async function runMain(compose: () => { service: Service; logger: Logger }): Promise<void> {
  try {
    const { service, logger } = compose();
    let stopping = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (stopping) process.exit(130);
      stopping = true;
      logger.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), (service.lameDuckMs ?? 0) + STOP_LIMIT_MS).unref();
      void service.stop().then(() => process.exit(0));
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    process.on('unhandledRejection', (error) => {
      logger.fatal({ err: error }, 'unhandled rejection');
      process.exit(1);
    });
    await service.start();
    logger.info('ready');
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : startFailure(error)}\n`);
    process.exit(1);
  }
}

function startFailure(error: unknown): string {
  const known = error as { code?: string; port?: number; message?: string };
  if (known.code === 'EADDRINUSE')
    return `Port ${String(known.port)} is busy. Choose another with HTTP_PORT or GRPC_PORT.`;
  return `Could not start: ${error instanceof Error ? error.message || String(known.code) : String(error)}`;
}
