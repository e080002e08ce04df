import type { Deps } from '../index.ts';
import type { FactorSummary } from './ports.ts';

type Needs = Pick<Deps, 'db' | 'factors'>;

/** Which of these people have a second factor; those without one may be left out. */
export function summarizeFactors(deps: Needs, userIds: readonly string[]): Promise<FactorSummary[]> {
  return deps.factors.summaries(deps.db, userIds);
}
