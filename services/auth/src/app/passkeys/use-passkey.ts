import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { isVerified } from '../../domain/user.ts';
import type { CompleteResult } from '../factors/complete.ts';
import { finish, takeChallenge } from '../factors/complete.ts';
import type { App } from '../ports.ts';
import type { Opened } from '../sessions/open-session.ts';
import { openSession } from '../sessions/open-session.ts';
import { openCeremony, relyingParty, takeCeremony } from './ceremony.ts';

/** Options for navigator.credentials.get by any passkey of this site: nobody is named, so nobody is revealed. */
export async function startPasskeySignIn(app: App) {
  const options = await generateAuthenticationOptions({ rpID: relyingParty(app).id, userVerification: 'required' });
  return { options, challenge: await openCeremony(app, 'passkey-sign-in', null, options.challenge) };
}

export interface PasskeyAnswer {
  challenge: string;
  response: AuthenticationResponseJSON;
}

export type PasskeySignInResult =
  | { outcome: 'signed-in'; opened: Opened }
  | { outcome: 'refused' }
  | { outcome: 'unverified' | 'terminated' | 'frozen' };

/** Signs in by a passkey alone: it is something one has and, with user verification, something one knows or is. */
export async function signInWithPasskey(
  app: App,
  { spec, ...answer }: PasskeyAnswer & { spec: SessionSpec },
): Promise<PasskeySignInResult> {
  const user = await ownerOf(app, answer, true);
  if (!user) return { outcome: 'refused' };
  if (user.status !== 'active') return { outcome: user.status };
  if (!isVerified(user)) return { outcome: 'unverified' };
  return app.unit(async (unit) => {
    const current = (await app.stores.users.lock(unit.trx, user.id)) ?? user;
    const opened = await openSession(app, unit, { user: current, spec, amr: ['pop', 'user', 'mfa'] });
    return { outcome: 'signed-in', opened };
  });
}

/** Redeems a second-factor challenge by one of the person's passkeys. */
export async function completeWithPasskey(
  app: App,
  input: PasskeyAnswer & { secondFactor: string; spec: Pick<SessionSpec, 'device'>; trust: boolean },
): Promise<CompleteResult> {
  const taken = await takeChallenge(app, input.secondFactor);
  if (!taken) return { outcome: 'no-challenge' };
  const owner = await ownerOf(app, input, false);
  if (owner?.id !== taken.user.id) return { outcome: 'wrong', user: taken.user };
  return finish(app, { ...taken, factor: 'passkey', device: input.spec.device, trust: input.trust });
}

/** The person whose passkey signed this challenge; undefined when it did not, or its counter went back (a clone). */
export async function ownerOf(app: App, answer: PasskeyAnswer, verifyUser: boolean): Promise<User | undefined> {
  const ceremony = await takeCeremony(app, 'passkey-sign-in', answer.challenge);
  const passkey = ceremony && (await app.stores.passkeys.find(app.db, answer.response.id));
  if (!passkey) return undefined;
  const { id, origins } = relyingParty(app);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer.response,
      expectedChallenge: ceremony.challenge,
      expectedOrigin: origins,
      expectedRPID: id,
      requireUserVerification: verifyUser,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
    });
    const move = { id: passkey.id, from: passkey.counter, to: authenticationInfo.newCounter, now: app.clock() };
    if (!verified || !(await app.stores.passkeys.advance(app.db, move))) return undefined;
  } catch (error) {
    app.logger.debug({ err: error }, 'passkey refused');
    return undefined;
  }
  return app.stores.users.find(app.db, { kind: 'id', value: passkey.userId });
}
