import type { Deps } from '../index.ts';
import { callerOf, type Caller } from '../sessions/caller.ts';
import { factorsOf, type FactorKind } from './own-factors.ts';

/** The caller's factors, and how many recovery codes are left. */
export async function listFactors(
  deps: Deps,
  caller: Caller,
): Promise<{ factors: FactorKind[]; recoveryCodesLeft: number }> {
  const { user } = await callerOf(deps, caller);
  const recoveryCodesLeft = await deps.factors.recoveryCodesLeft(deps.db, user.id);
  return { factors: await factorsOf(deps, user), recoveryCodesLeft };
}
