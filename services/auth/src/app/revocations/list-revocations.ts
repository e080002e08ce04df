import type { Deps } from '../index.ts';
import type { Revocation } from './ports.ts';

export interface RevocationPage {
  since: Date;
  /** time and session of the last one of the page before */
  after?: [Date, string] | undefined;
  limit: number;
}

/** Sessions ended since an instant whose tokens could still be met, oldest first. */
export function listRevocations(
  deps: Pick<Deps, 'clock' | 'db' | 'revocations'>,
  page: RevocationPage,
): Promise<Revocation[]> {
  return deps.revocations.list(deps.db, { ...page, now: deps.clock() });
}
