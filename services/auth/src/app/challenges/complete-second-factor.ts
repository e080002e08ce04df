import type { User } from '../../domain/user.ts';
import type { FactorKind } from '../factors/own-factors.ts';
import { tryFactor } from '../factors/try-factor.ts';
import { openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import type { Opened } from '../sessions/open-session.ts';
import { finishSecondFactor, type Finish } from './finish-second-factor.ts';
import { takeChallenge } from './take-challenge.ts';

export interface CompleteSecondFactor extends Pick<Finish, 'device' | 'spec' | 'trust' | 'verifyContact'> {
  challenge: string;
  /** must be the challenge's person, when given */
  userId?: string | undefined;
  code: string;
  factor?: Exclude<FactorKind, 'passkey'> | undefined;
}

export type CompleteResult =
  | { outcome: 'signed-in'; opened: Opened; trustedDevice: string | null }
  | { outcome: 'no-challenge' | 'wrong' | 'expired' | 'none' | 'terminated' | 'frozen'; user?: User };

/**
 * Redeems a challenge with a typed second factor and signs in. Five tries in five minutes; throws RATE_LIMITED, which
 * uses up neither the challenge nor the code.
 */
export function completeSecondFactor(deps: Deps, input: CompleteSecondFactor): Promise<CompleteResult> {
  const { code, factor, device, userId } = input;
  return deps.transact(async (tx) => {
    const taken = await takeChallenge(deps, tx, { token: input.challenge, userId });
    if (!taken) return { outcome: 'no-challenge' };
    const { user } = taken;
    if (user.status !== 'active') return { outcome: user.status, user };
    const budget = await openGuessBudget(deps, { user, identifier: user.id, device }, tx);
    const tried = await tryFactor(deps, tx, { user, code, factor, budget, device });
    if (tried.outcome !== 'ok') return { outcome: tried.outcome, user };
    return finishSecondFactor(deps, tx, { ...input, ...taken, factor: tried.factor });
  });
}
