import { AsyncLocalStorage } from 'node:async_hooks';
import type { BusStats } from '../bus.ts';

const underWay = new AsyncLocalStorage<Pick<BusStats, 'duplicates'>>();

/** Runs a handler so that the duplicates it finds are counted. */
export function countingDuplicates<T>(stats: Pick<BusStats, 'duplicates'>, work: () => T): T {
  return underWay.run(stats, work);
}

/** The event being handled has had its effect before. */
export function noteDuplicate(): void {
  const stats = underWay.getStore();
  if (stats) stats.duplicates += 1;
}
