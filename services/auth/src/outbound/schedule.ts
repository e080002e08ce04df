import type { Logger } from '@florin/service-kit';

/** Runs `work` every `everyMs`, one run at a time; a failed run is logged and the next one tries again. */
export function createSchedule(
  everyMs: number,
  work: () => Promise<unknown>,
  logger: Logger,
): { start(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  return {
    start: () => {
      timer = setInterval(() => {
        running ??= work()
          .catch((error: unknown) => {
            logger.error({ err: error }, 'scheduled work failed');
          })
          .finally(() => {
            running = undefined;
          });
      }, everyMs);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
