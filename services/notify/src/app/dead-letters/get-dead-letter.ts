import { notFound } from '@florin/errors';
import type { DeadLetter } from '@florin/messaging';
import type { Deps } from '../index.ts';

/** as far as a broker's queue is looked into */
const MAX_LOOKED_AT = 1_000;

/** One letter with its event. Throws NOT_FOUND for one that is not among the oldest thousand. */
export async function getDeadLetter(
  { deadLetters }: Pick<Deps, 'deadLetters'>,
  { consumer, id }: { consumer: string; id: string },
): Promise<DeadLetter> {
  const letters = await deadLetters.list(consumer, { limit: MAX_LOOKED_AT });
  const letter = letters.find((one) => one.id === id);
  if (!letter) throw notFound('dead letter');
  return letter;
}
