import type { DeadLetter } from '@florin/messaging';
import type { Deps } from '../index.ts';

/** The oldest letters of a consumer, at most `limit` (1 to 1000). */
export function listDeadLetters(
  { deadLetters }: Pick<Deps, 'deadLetters'>,
  { consumer, limit }: { consumer: string; limit: number },
): Promise<DeadLetter[]> {
  return deadLetters.list(consumer, { limit });
}
