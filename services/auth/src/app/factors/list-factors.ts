import type { Deps } from '../index.ts';
import { callerOf, type CallerNeeds, type Caller } from '../sessions/caller.ts';
import { factorsOf, type OwnFactorsNeeds, type FactorKind } from './own-factors.ts';

/** The caller's factors, and how many recovery codes are left. */
export async function listFactors(
  deps: Pick<Deps, 'db' | 'factors'> & CallerNeeds & OwnFactorsNeeds,
  caller: Caller,
): Promise<{ factors: FactorKind[]; recoveryCodesLeft: number }> {
  const { user } = await callerOf(deps, caller);
  const recoveryCodesLeft = await deps.factors.recoveryCodesLeft(deps.db, user.id);
  return { factors: await factorsOf(deps, user), recoveryCodesLeft };
}
