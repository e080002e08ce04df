import type { FlorinEvent } from '@florin/contracts';
import { backoff } from '@florin/errors';
import type { BusStats, Consumer } from '../bus.ts';
import { runInTrace } from '../events/trace.ts';
import { countingDuplicates } from './duplicates.ts';

export const MAX_ATTEMPTS = 8;
const HANDLER_TIMEOUT_MS = 60_000;
/** how long a stopping bus waits for handlers under way */
export const DRAIN_TIMEOUT_MS = 5_000;
/** handlers of one consumer under way at a time in one process */
export const CONCURRENCY = 16;

const defaultBackoff = backoff({ firstMs: 200, maximumMs: 60_000 });

export function backoffOf(consumer: Consumer, attempt: number): number {
  const ms = (consumer.backoffMs ?? defaultBackoff)(attempt);
  return Number.isFinite(ms) && ms > 0 ? Math.round(ms) : 0;
}

/**
 * Runs the handler once, in the trace of its event: what it logs, calls and publishes carries the event's correlation
 * id, and the events it causes name it as their cause. Throws what it throws, or a time-out after a minute: a handler that hangs must not hold up
 * its aggregate for ever. Its signal is aborted then, and a handler that ignores that may overlap with its retry.
 */
export async function handleOnce(
  consumer: Consumer,
  event: FlorinEvent,
  { attempt, signal, stats }: { attempt: number; signal: AbortSignal; stats?: Pick<BusStats, 'duplicates'> },
): Promise<void> {
  const own = new AbortController();
  const lost = (): void => {
    own.abort(signal.reason);
  };
  if (signal.aborted) lost();
  signal.addEventListener('abort', lost, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`the handler took longer than ${String(HANDLER_TIMEOUT_MS)} ms`);
      own.abort(error);
      reject(error);
    }, HANDLER_TIMEOUT_MS);
  });
  const { correlationId, id: causationId, traceparent } = event;
  try {
    const [service = ''] = consumer.name.split('.', 1);
    const span = { service, name: `process ${event.type}`, kind: 'consumer' as const };
    const handle = () =>
      runInTrace(
        { correlationId, causationId, traceparent },
        () => consumer.handle(event, { attempt, signal: own.signal }),
        span,
      );
    const handled = stats ? countingDuplicates(stats, handle) : handle();
    await Promise.race([handled, late]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', lost);
  }
}

/** Error text for logs and dead letters, at most 500 characters. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
}
