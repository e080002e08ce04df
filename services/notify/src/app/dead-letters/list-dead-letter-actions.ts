import type { Deps } from '../index.ts';
import type { DeadLetterAction } from './ports.ts';

/** What admins did to dead letters, newest first. */
export function listDeadLetterActions(
  { deadLetterActions }: Pick<Deps, 'deadLetterActions'>,
  page: { before?: string | undefined; limit: number },
): Promise<DeadLetterAction[]> {
  return deadLetterActions.list(page);
}
