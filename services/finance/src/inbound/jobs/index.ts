import type { Logger } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';

export interface Reconciler {
  start(): void;
  /** Ends after the operation under way. */
  stop(): Promise<void>;
}

/** Finishes operations that nobody finished: looks for them every `everyMs`; a round that found some is followed by another at once. */
export function createJobs({ reconcile }: UseCases, logger: Logger, everyMs: number): Reconciler {
  let timer: NodeJS.Timeout | undefined;
  let under: Promise<void> = Promise.resolve();
  const stopping = new AbortController();
  const plan = (delayMs: number) => {
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      under = reconcile(logger, stopping.signal).then(
        (found) => plan(found > 0 ? 0 : everyMs),
        (error: unknown) => {
          logger.error({ err: error }, 'reconciling failed');
          plan(everyMs);
        },
      );
    }, delayMs);
  };
  return {
    start: () => plan(0),
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await under;
    },
  };
}
