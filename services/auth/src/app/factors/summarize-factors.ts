import type { Deps } from '../index.ts';
import type { FactorSummary } from './ports.ts';

/** Which of these people have a second factor; those without one may be left out. */
export function summarizeFactors(
  deps: Pick<Deps, 'db' | 'factors'>,
  userIds: readonly string[],
): Promise<FactorSummary[]> {
  return deps.factors.summaries(deps.db, userIds);
}
