import { tellFactor } from '../factors/tell-factor.ts';
import { guessFailed, guessRight, openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import { takeTotp } from './check-totp.ts';
import type { TotpResult, TotpInput } from './confirm-totp.ts';

/** Turns an enrolled TOTP off, or on again, by a code. */
export async function toggleTotp(deps: Deps, input: TotpInput): Promise<TotpResult> {
  const { user, code, device } = input;
  return deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    const factor = await deps.factors.totpOf(tx, user.id);
    if (factor?.confirmedAt == null) return { outcome: 'not-enrolled' };
    const budget = await openGuessBudget(deps, { user, identifier: user.id, device }, tx);
    if (!(await takeTotp(deps, tx, { userId: user.id, secretSealed: factor.secretSealed, code }))) {
      await guessFailed(deps, budget, tx);
      return { outcome: 'wrong-code' };
    }
    await guessRight(deps, budget, tx);
    const enabled = !factor.enabled;
    await deps.factors.updateTotp(tx, user.id, enabled ? { enabled, enabledAt: deps.clock() } : { enabled });
    await tellFactor(deps, tx, { ...input, factor: 'totp', added: enabled });
    return { outcome: 'ok', enabled, recoveryCodes: [] };
  });
}
