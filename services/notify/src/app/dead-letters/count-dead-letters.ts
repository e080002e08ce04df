import { CONSUMERS } from '@florin/contracts';
import type { Deps } from '../index.ts';

/** How many dead letters each consumer of the system has. */
export function countDeadLetters({
  deadLetters,
}: Pick<Deps, 'deadLetters'>): Promise<{ consumer: string; count: number }[]> {
  return Promise.all(CONSUMERS.map(async (consumer) => ({ consumer, count: await deadLetters.count(consumer) })));
}
