import type { Device } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { ensureRecoveryCodes } from '../factors/recovery-codes.ts';
import { tellFactor } from '../factors/tell-factor.ts';
import { guessFailed, guessRight, openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import { requireProven } from '../sessions/caller.ts';
import { takeTotp } from './check-totp.ts';

export type TotpResult =
  | { outcome: 'ok'; enabled: boolean; recoveryCodes: string[] }
  | { outcome: 'wrong-code' | 'not-enrolled' | 'already-enrolled' };

export interface TotpInput {
  user: User;
  code: string;
  device: Device;
  sessionId?: string | undefined;
}

/** Puts the secret that waits in force by a first code; `secret`, if given, must be that one. Gives recovery codes when there are none. */
export async function confirmTotp(deps: Deps, input: TotpInput & { secret?: string | undefined }): Promise<TotpResult> {
  const { user, code, device, secret } = input;
  requireProven(user);
  return deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    const factor = await deps.factors.totpOf(tx, user.id);
    if (!factor) return { outcome: 'not-enrolled' };
    if (factor.confirmedAt !== null) return { outcome: 'already-enrolled' };
    const { secretSealed } = factor;
    const other = secret !== undefined && secret !== deps.secrets.unsealAtRest(secretSealed, `totp ${user.id}`);
    const budget = await openGuessBudget(deps, { user, identifier: user.id, device }, tx);
    if (other || !(await takeTotp(deps, tx, { userId: user.id, secretSealed, code }))) {
      await guessFailed(deps, budget, tx);
      return { outcome: 'wrong-code' };
    }
    await guessRight(deps, budget, tx);
    const now = deps.clock();
    await deps.factors.updateTotp(tx, user.id, { confirmedAt: now, enabled: true, enabledAt: now });
    await tellFactor(deps, tx, { ...input, factor: 'totp', added: true });
    return { outcome: 'ok', enabled: true, recoveryCodes: await ensureRecoveryCodes(deps, tx, user.id) };
  });
}
