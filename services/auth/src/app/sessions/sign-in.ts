import type { SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { isVerified } from '../../domain/user.ts';
import { auditLater } from '../abuse/audit.ts';
import { guessFailed, guessHolds, guessRight, openLane } from '../abuse/guard.ts';
import { findAccount } from '../accounts/identifiers.ts';
import type { ChallengeOffer, SendFactorCode } from '../factors/second-factor.ts';
import { offerSecondFactor } from '../factors/second-factor.ts';
import type { App, Identifier, Lane } from '../ports.ts';
import type { Opened } from './open-session.ts';
import { openSession } from './open-session.ts';

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
export async function signIn(app: App, input: SignIn): Promise<SignInResult> {
  const user = await findAccount(app, input.identifiers);
  const lane = await openLane(app, { user, identifier: input.typed.trim().toLowerCase(), device: input.spec.device });
  const checked = await checkPassword(app, user, input.password);
  if (!user || !checked.ok) {
    await guessFailed(app, lane);
    if (!user) return { outcome: 'unknown-user' };
    const { ip } = input.spec.device;
    auditLater(app, { userId: user.id, type: 'sign-in-failed', ip, detail: { via: input.spec.via } });
    return { outcome: user.passwordHash === null ? 'other-provider' : 'wrong-password', user };
  }
  if (user.status !== 'active' || (input.requireVerified && !isVerified(user))) {
    await guessHolds(app, lane);
    return { outcome: user.status === 'active' ? 'unverified' : user.status, user };
  }
  if (checked.stale) rehashLater(app, user, input.password);
  return enter(app, user, input, lane);
}

/** Right or not, for an account or none, in the time of one hash. */
export async function checkPassword(
  app: App,
  user: User | undefined,
  password: string,
): Promise<{ ok: boolean; stale: boolean }> {
  if (user?.passwordHash != null) return app.passwords.verify(password, user.passwordHash);
  await app.passwords.burn(password);
  return { ok: false, stale: false };
}

async function enter(app: App, user: User, input: SignIn, lane: Lane): Promise<SignInResult> {
  const entered = await open(app, user, input, { lane, trusted: false });
  if (entered) return entered;
  const challenge = await offerSecondFactor(app, { ...input, user, amr: ['pwd'] });
  if (challenge) {
    // the run of guesses ends with the second factor: else a known password would buy new tries at it
    await guessHolds(app, lane);
    return { outcome: 'second-factor', user, challenge };
  }
  return (await open(app, user, input, { lane, trusted: true })) ?? { outcome: 'wrong-password', user };
}

/** Opens the session; undefined when the person has a second factor and the device is not `trusted` to skip it. */
async function open(
  app: App,
  user: User,
  input: SignIn,
  { lane, trusted }: { lane: Lane; trusted: boolean },
): Promise<SignInResult | undefined> {
  return app.unit(async (unit) => {
    // here and below: sent one behind the other, answered together
    const [current, [factors]] = await Promise.all([
      app.stores.users.lock(unit.trx, user.id),
      app.stores.factors.summaries(unit.trx, [user.id]),
    ]);
    // a password change that committed meanwhile has ended every session but this one
    if (current?.passwordVersion !== user.passwordVersion) return { outcome: 'wrong-password', user };
    if (factors?.enabled === true && !trusted) return undefined;
    const [opened] = await Promise.all([
      openSession(app, unit, { user: current, spec: input.spec, amr: ['pwd'] }),
      guessRight(app, lane, unit.trx),
    ]);
    return { outcome: 'signed-in', opened };
  });
}

function rehashLater(app: App, user: User, password: string): void {
  app.background.run('rehash', async () => {
    const passwordHash = await app.passwords.hash(password);
    await app.unit(async ({ trx }) => {
      const current = await app.stores.users.lock(trx, user.id);
      if (current?.passwordHash === user.passwordHash) await app.stores.users.update(trx, user.id, { passwordHash });
    });
  });
}
