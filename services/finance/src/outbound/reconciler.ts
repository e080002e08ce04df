import type { Logger } from '@florin/service-kit';

export interface Reconciler {
  start(): void;
  /** Ends after the operation under way. */
  stop(): Promise<void>;
}

/** Runs `round` every `everyMs`, one at a time; a round that found work is followed by another at once. */
export function createReconciler(
  round: (signal: AbortSignal) => Promise<number>,
  everyMs: number,
  logger: Logger,
): Reconciler {
  let timer: NodeJS.Timeout | undefined;
  let under: Promise<void> = Promise.resolve();
  const stopping = new AbortController();
  const plan = (delayMs: number) => {
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      under = round(stopping.signal).then(
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
