import type { SessionSpec } from '../../domain/session.ts';
import { isVerified, type User } from '../../domain/user.ts';
import { findAccount } from '../accounts/find-account.ts';
import type { Identifier } from '../accounts/ports.ts';
import { auditLater } from '../audit/append-entry.ts';
import { offerSecondFactor, type ChallengeOffer, type SendFactorCode } from '../challenges/offer-second-factor.ts';
import { guessFailed, guessHolds, guessRight, openGuessBudget } from '../guesses/guess-budget.ts';
import type { GuessBudget } from '../guesses/ports.ts';
import type { Deps } from '../index.ts';
import { checkPassword } from '../passwords/check-password.ts';
import { openSession, type Opened } from '../sessions/open-session.ts';

export interface SignIn {
  /** what was typed, as the identifiers it may be, see `readIdentifier` */
  identifiers: readonly Identifier[];
  typed: string;
  password: string;
  spec: SessionSpec;
  /** refuse people who have verified no address */
  requireVerified: boolean;
  /** a device that may skip the second factor */
  trustedDevice?: string | undefined;
  /** sends the one-time code of the second factor at once, for dialects whose clients don't ask */
  sendCode?: SendFactorCode | undefined;
}

export type SignInResult =
  | { outcome: 'signed-in'; opened: Opened }
  | { outcome: 'second-factor'; user: User; challenge: ChallengeOffer }
  | { outcome: 'unknown-user' }
  | { outcome: 'wrong-password' | 'other-provider' | 'unverified' | 'terminated' | 'frozen'; user: User };

/**
 * Signs in with a password. Whether the account exists shows in the outcome alone: the work and the time are the same.
 * What is special about an account (terminated, frozen, unverified) is only told to one who knows its password.
 * Throws RATE_LIMITED while the account's guess budget must wait, UNAVAILABLE when too many hashes wait.
 */
export async function signIn(deps: Deps, input: SignIn): Promise<SignInResult> {
  const user = await findAccount(deps, input.identifiers);
  const budget = await openGuessBudget(deps, {
    user,
    identifier: input.typed.trim().toLowerCase(),
    device: input.spec.device,
  });
  const checked = await checkPassword(deps, user, input.password);
  if (!user || !checked.ok) {
    await guessFailed(deps, budget);
    if (!user) return { outcome: 'unknown-user' };
    const { ip } = input.spec.device;
    auditLater(deps, { userId: user.id, type: 'sign-in-failed', ip, detail: { via: input.spec.via } });
    return { outcome: user.passwordHash === null ? 'other-provider' : 'wrong-password', user };
  }
  if (user.status !== 'active' || (input.requireVerified && !isVerified(user))) {
    await guessHolds(deps, budget);
    return { outcome: user.status === 'active' ? 'unverified' : user.status, user };
  }
  if (checked.stale) rehashLater(deps, user, input.password);
  return enter(deps, user, input, budget);
}

async function enter(deps: Deps, user: User, input: SignIn, budget: GuessBudget): Promise<SignInResult> {
  const entered = await open(deps, user, input, { budget, trusted: false });
  if (entered) return entered;
  const challenge = await offerSecondFactor(deps, { ...input, user, amr: ['pwd'] });
  if (challenge) {
    // the run of guesses ends with the second factor: else a known password would buy new tries at it
    await guessHolds(deps, budget);
    return { outcome: 'second-factor', user, challenge };
  }
  return (await open(deps, user, input, { budget, trusted: true })) ?? { outcome: 'wrong-password', user };
}

/** Opens the session; undefined when the person has a second factor and the device is not `trusted` to skip it. */
async function open(
  deps: Deps,
  user: User,
  input: SignIn,
  { budget, trusted }: { budget: GuessBudget; trusted: boolean },
): Promise<SignInResult | undefined> {
  return deps.transact(async (tx) => {
    // here and below: sent one behind the other, answered together
    const [current, [factors]] = await Promise.all([
      deps.users.lock(tx, user.id),
      deps.factors.summaries(tx, [user.id]),
    ]);
    // a password change that committed meanwhile has ended every session but this one
    if (current?.passwordVersion !== user.passwordVersion) return { outcome: 'wrong-password', user };
    if (factors?.enabled === true && !trusted) return undefined;
    const [opened] = await Promise.all([
      openSession(deps, tx, { user: current, spec: input.spec, amr: ['pwd'] }),
      guessRight(deps, budget, tx),
    ]);
    return { outcome: 'signed-in', opened };
  });
}

function rehashLater(deps: Deps, user: User, password: string): void {
  deps.background.run('rehash', async () => {
    const passwordHash = await deps.passwords.hash(password);
    await deps.transact(async (tx) => {
      const current = await deps.users.lock(tx, user.id);
      if (current?.passwordHash === user.passwordHash) await deps.users.update(tx, user.id, { passwordHash });
    });
  });
}
