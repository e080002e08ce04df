import { tellFactor } from '../factors/tell-factor.ts';
import type { TellFactorNeeds } from '../factors/tell-factor.ts';
import { guessFailed, guessRight, openGuessBudget } from '../guesses/guess-budget.ts';
import type { GuessBudgetNeeds } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import { checkTotp } from './check-totp.ts';
import type { CheckTotpNeeds } from './check-totp.ts';
import type { TotpResult, TotpInput } from './confirm-totp.ts';

type Needs = Pick<Deps, 'db' | 'factors' | 'transact' | 'users'> & CheckTotpNeeds & GuessBudgetNeeds & TellFactorNeeds;

/** Turns an enrolled TOTP off, or on again, by a code. */
export async function toggleTotp(deps: Needs, input: TotpInput): Promise<TotpResult> {
  const { user, code, device } = input;
  const factor = await deps.factors.totpOf(deps.db, user.id);
  if (factor?.confirmedAt == null) return { outcome: 'not-enrolled' };
  const budget = await openGuessBudget(deps, { user, identifier: user.id, device });
  if (!(await checkTotp(deps, user.id, code))) {
    await guessFailed(deps, budget);
    return { outcome: 'wrong-code' };
  }
  await guessRight(deps, budget);
  const enabled = !factor.enabled;
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    await deps.factors.updateTotp(tx, user.id, { enabled });
    await tellFactor(deps, tx, { ...input, factor: 'totp', added: enabled });
  });
  return { outcome: 'ok', enabled, recoveryCodes: [] };
}
