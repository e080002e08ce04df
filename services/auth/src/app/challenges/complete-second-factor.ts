import type { Device, SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import type { FactorKind } from '../factors/own-factors.ts';
import { tryFactor } from '../factors/try-factor.ts';
import type { TryFactorNeeds } from '../factors/try-factor.ts';
import { openGuessBudget } from '../guesses/guess-budget.ts';
import type { Opened } from '../sessions/open-session.ts';
import { finish } from './finish-second-factor.ts';
import type { FinishSecondFactorNeeds } from './finish-second-factor.ts';
import { takeChallenge } from './take-challenge.ts';
import type { TakeChallengeNeeds } from './take-challenge.ts';

type Needs = FinishSecondFactorNeeds & TakeChallengeNeeds & TryFactorNeeds;

export interface CompleteSecondFactor {
  challenge: string;
  /** must be the challenge's person, when given */
  userId?: string | undefined;
  code: string;
  factor?: Exclude<FactorKind, 'passkey'> | undefined;
  device: Device;
  /** overrides what the sign-in asked for */
  spec?: Partial<SessionSpec> | undefined;
  /** skip the second factor on this device for 30 days */
  trust?: boolean;
  /** the code also proves the address it was sent to */
  verifyContact?: boolean;
}

export type CompleteResult =
  | { outcome: 'signed-in'; opened: Opened; trustedDevice: string | null }
  | { outcome: 'no-challenge' | 'wrong' | 'expired' | 'none' | 'terminated' | 'frozen'; user?: User };

/** Redeems a challenge with a typed second factor and signs in. Five tries in five minutes; throws RATE_LIMITED. */
export async function completeSecondFactor(deps: Needs, input: CompleteSecondFactor): Promise<CompleteResult> {
  const taken = await takeChallenge(deps, input.challenge, input.userId);
  if (!taken) return { outcome: 'no-challenge' };
  const { user, tokenHash, data } = taken;
  if (user.status !== 'active') return { outcome: user.status, user };
  const budget = await openGuessBudget(deps, { user, identifier: user.id, device: input.device });
  const tried = await tryFactor(deps, { user, code: input.code, factor: input.factor, budget, device: input.device });
  if (tried.outcome !== 'ok') return { outcome: tried.outcome, user };
  return finish(deps, { ...input, user, tokenHash, data, factor: tried.factor });
}
