import { AggregatorRegistry } from 'prom-client';
import type { Metrics } from '@florin/service-kit';
import type { ToPrimary, ToWorker } from './messages.ts';

type Registry = Metrics['registry'];

const tell = (message: ToPrimary): void => void process.send?.(message);

/** Tells the primary process that this worker serves and what it measured, and ends it when the primary says so or is gone. */
export function followPrimary(registry: Registry): void {
  let stopping = false;
  const stop = (): void => {
    // a second signal would end the process at once
    if (!stopping) process.emit('SIGTERM', 'SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopping = true));
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'stop') stop();
    if (message.kind !== 'read own') return;
    const { id } = message;
    void registry.getMetricsAsJSON().then((metrics) => {
      tell({ kind: 'own', id, metrics });
    });
  });
  process.on('disconnect', stop);
  tell({ kind: 'ready' });
}

/** Returns what reads the metrics of all workers as one text; of this one while the primary process does not answer. */
export function createMetricsOfAll(): (own: Registry) => Promise<string> {
  let asked = process.pid * 1_000; // told apart from those of other workers
  const waiting = new Map<number, (metrics: object[][]) => void>();
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'all') waiting.get(message.id)?.(message.metrics);
  });
  return async (own) => {
    const id = (asked += 1);
    const all = await new Promise<object[][]>((resolve) => {
      waiting.set(id, resolve);
      setTimeout(resolve, PATIENCE_MS, []).unref();
      tell({ kind: 'read all', id });
    });
    waiting.delete(id);
    if (all.length === 0) return own.metrics();
    const together = AggregatorRegistry.aggregate(all);
    together.setContentType(own.contentType);
    return together.metrics();
  };
}

const PATIENCE_MS = 2_000;
