import { FlorinError } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import { factorsOf, type FactorKind } from '../factors/own-factors.ts';
import { tryFactor } from '../factors/try-factor.ts';
import { guessFailed, guessRight, openGuessBudget } from '../guesses/guess-budget.ts';
import type { GuessBudget } from '../guesses/ports.ts';
import type { Deps } from '../index.ts';
import { ownerOf, type PasskeyAnswer } from '../passkeys/passkey-owner.ts';
import { checkPassword } from '../passwords/check-password.ts';
import type { Tx } from '../ports.ts';
import { callerOf, type Caller } from '../sessions/caller.ts';
import type { Opened } from '../sessions/open-session.ts';
import { tokensOf } from '../sessions/session-tokens.ts';

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
 * or by Google for an account without one. Returns a new access token. Throws UNAUTHENTICATED,
 * SECOND_FACTOR_REQUIRED, RATE_LIMITED.
 */
export async function stepUp(deps: Deps, caller: Caller, input: StepUp): Promise<Opened> {
  const { user } = await callerOf(deps, caller);
  if (input.passkey) {
    if ((await ownerOf(deps, input.passkey, true))?.id !== user.id) throw wrong();
    return deps.transact((tx) => renew(deps, tx, caller));
  }
  const factors = await factorsOf(deps, user);
  if (factors.length > 0 && input.code === undefined) {
    throw new FlorinError('SECOND_FACTOR_REQUIRED', `Send a code of: ${factors.join(', ')}`);
  }
  const budget = await openGuessBudget(deps, { user, identifier: user.id, device: input.device });
  const proven = factors.length > 0 ? true : await checkKnown(deps, user, input);
  const opened = await deps.transact(async (tx) => {
    const current = await deps.users.lock(tx, user.id);
    if (!current || !proven || (factors.length > 0 && !(await byFactor(deps, tx, current, budget, input)))) {
      if (!proven) await guessFailed(deps, budget, tx);
      return undefined; // wrong tries count although the request fails
    }
    if (factors.length === 0) await guessRight(deps, budget, tx);
    return renew(deps, tx, caller);
  });
  if (!opened) throw wrong();
  return opened;
}

/** The password, or Google for an account without one. */
async function checkKnown(deps: Deps, user: User, { googleToken, password = '' }: StepUp): Promise<boolean> {
  if (user.passwordHash !== null || googleToken === undefined) return (await checkPassword(deps, user, password)).ok;
  const claims = await deps.google(googleToken);
  return (await deps.users.findFederated(deps.db, claims.iss, claims.sub)) === user.id;
}

async function byFactor(deps: Deps, tx: Tx, user: User, budget: GuessBudget, input: StepUp): Promise<boolean> {
  const { device, factor, code = '' } = input;
  return (await tryFactor(deps, tx, { user, code, factor, budget, device })).outcome === 'ok';
}

/** Marks the session as freshly proven, and mints a token that says so. Throws SESSION_REVOKED when it has ended. */
async function renew(deps: Deps, tx: Tx, caller: Caller): Promise<Opened> {
  const { user, session } = await callerOf(deps, caller, tx);
  const authTime = deps.clock();
  await deps.sessions.update(tx, session.id, { authTime });
  await audit(deps, tx, { userId: user.id, type: 'stepped-up', ip: caller.ip, sessionId: session.id });
  const stepped = { ...session, authTime };
  return { user, session: stepped, opaqueToken: null, ...(await tokensOf(deps, user, stepped)) };
}

function wrong(): FlorinError {
  return new FlorinError('UNAUTHENTICATED', 'That did not prove who you are');
}
