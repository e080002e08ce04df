import { FlorinError } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { audit } from '../abuse/audit.ts';
import { guessFailed, guessRight, openLane } from '../abuse/guard.ts';
import { factorsOf } from '../factors/second-factor.ts';
import type { FactorKind } from '../factors/second-factor.ts';
import { tryFactor } from '../factors/try-factor.ts';
import type { PasskeyAnswer } from '../passkeys/use-passkey.ts';
import { ownerOf } from '../passkeys/use-passkey.ts';
import type { App } from '../ports.ts';
import type { Caller } from './manage.ts';
import { callerOf } from './manage.ts';
import type { Opened } from './open-session.ts';
import { tokensOf } from './open-session.ts';
import { checkPassword } from './sign-in.ts';

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
export async function stepUp(app: App, caller: Caller, input: StepUp): Promise<Opened> {
  const { user } = await callerOf(app, caller);
  if (input.passkey) {
    if ((await ownerOf(app, input.passkey, true))?.id !== user.id) throw wrong();
    return renew(app, caller);
  }
  const factors = await factorsOf(app, user);
  if (factors.length > 0 && input.code === undefined) {
    throw new FlorinError('SECOND_FACTOR_REQUIRED', `Send a code of: ${factors.join(', ')}`);
  }
  const lane = await openLane(app, { user, identifier: user.id, device: input.device });
  if (factors.length > 0) {
    const { device, factor, code = '' } = input;
    if ((await tryFactor(app, { user, code, factor, lane, device })).outcome !== 'ok') throw wrong();
  } else if (user.passwordHash === null && input.googleToken !== undefined) {
    const claims = await app.google(input.googleToken);
    if ((await app.stores.users.findFederated(app.db, claims.iss, claims.sub)) !== user.id) throw wrong();
  } else {
    const { ok } = await checkPassword(app, user, input.password ?? '');
    if (!ok) {
      await guessFailed(app, lane);
      throw wrong();
    }
    await guessRight(app, lane);
  }
  return renew(app, caller);
}

/** Marks the session as freshly proven, and mints a token that says so. */
export async function renew(app: App, caller: Caller): Promise<Opened> {
  const { user, session } = await callerOf(app, caller);
  const authTime = app.clock();
  await app.unit(async (unit) => {
    await app.stores.sessions.update(unit.trx, session.id, { authTime });
    await audit(app, unit, { userId: user.id, type: 'stepped-up', ip: caller.ip, sessionId: session.id });
  });
  const stepped = { ...session, authTime };
  return { user, session: stepped, opaqueToken: null, ...(await tokensOf(app, user, stepped)) };
}

function wrong(): FlorinError {
  return new FlorinError('UNAUTHENTICATED', 'That did not prove who you are');
}
