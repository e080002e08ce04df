import { FlorinError } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { audit } from '../audit/append-entry.ts';
import { factorsOf } from '../factors/own-factors.ts';
import type { FactorKind } from '../factors/own-factors.ts';
import { tryFactor } from '../factors/try-factor.ts';
import type { TryFactorNeeds } from '../factors/try-factor.ts';
import { guessFailed, guessRight, openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import { ownerOf } from '../passkeys/passkey-owner.ts';
import type { PasskeyOwnerNeeds, PasskeyAnswer } from '../passkeys/passkey-owner.ts';
import { checkPassword } from '../passwords/check-password.ts';
import type { CheckPasswordNeeds } from '../passwords/check-password.ts';
import { callerOf } from '../sessions/caller.ts';
import type { Caller } from '../sessions/caller.ts';
import type { Opened } from '../sessions/open-session.ts';
import { tokensOf } from '../sessions/session-tokens.ts';
import type { SessionTokensNeeds } from '../sessions/session-tokens.ts';

type Needs = Pick<Deps, 'clock' | 'db' | 'google' | 'sessions' | 'transact' | 'users'> &
  CheckPasswordNeeds &
  PasskeyOwnerNeeds &
  SessionTokensNeeds &
  TryFactorNeeds;

export interface StepUp {
  password?: string | undefined;
  code?: string | undefined;
  factor?: Exclude<FactorKind, 'passkey'> | undefined;
  passkey?: PasskeyAnswer | undefined;
  /** of an account without a password */
  googleToken?: string | undefined;
  device: Device;
}

/**
 * Proves again who uses the session, for 10 minutes: by a second factor when the person has one, else by the password,
 * or by Google for an account without one. Answers a new access token. Throws UNAUTHENTICATED,
 * SECOND_FACTOR_REQUIRED, RATE_LIMITED.
 */
export async function stepUp(deps: Needs, caller: Caller, input: StepUp): Promise<Opened> {
  const { user } = await callerOf(deps, caller);
  if (input.passkey) {
    if ((await ownerOf(deps, input.passkey, true))?.id !== user.id) throw wrong();
    return renew(deps, caller);
  }
  const factors = await factorsOf(deps, user);
  if (factors.length > 0 && input.code === undefined) {
    throw new FlorinError('SECOND_FACTOR_REQUIRED', `Send a code of: ${factors.join(', ')}`);
  }
  const budget = await openGuessBudget(deps, { user, identifier: user.id, device: input.device });
  if (factors.length > 0) {
    const { device, factor, code = '' } = input;
    if ((await tryFactor(deps, { user, code, factor, budget, device })).outcome !== 'ok') throw wrong();
  } else if (user.passwordHash === null && input.googleToken !== undefined) {
    const claims = await deps.google(input.googleToken);
    if ((await deps.users.findFederated(deps.db, claims.iss, claims.sub)) !== user.id) throw wrong();
  } else {
    const { ok } = await checkPassword(deps, user, input.password ?? '');
    if (!ok) {
      await guessFailed(deps, budget);
      throw wrong();
    }
    await guessRight(deps, budget);
  }
  return renew(deps, caller);
}

/** Marks the session as freshly proven, and mints a token that says so. */
export async function renew(deps: Needs, caller: Caller): Promise<Opened> {
  const { user, session } = await callerOf(deps, caller);
  const authTime = deps.clock();
  await deps.transact(async (tx) => {
    await deps.sessions.update(tx, session.id, { authTime });
    await audit(deps, tx, { userId: user.id, type: 'stepped-up', ip: caller.ip, sessionId: session.id });
  });
  const stepped = { ...session, authTime };
  return { user, session: stepped, opaqueToken: null, ...(await tokensOf(deps, user, stepped)) };
}

function wrong(): FlorinError {
  return new FlorinError('UNAUTHENTICATED', 'That did not prove who you are');
}
