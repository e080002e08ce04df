import type { Hold } from '../../domain/hold.ts';
import type { Deps } from '../index.ts';
import type { Page } from '../ports.ts';

/** Holds of which the user is a party, newest first. */
export function listHolds(
  { holds }: Pick<Deps, 'holds'>,
  { userId, ...query }: Page & { userId: string; reference: string | undefined },
): Promise<Hold[]> {
  return holds.list(userId, query);
}
