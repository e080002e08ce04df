import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { relyingParty, takeCeremony } from './ceremony.ts';

export interface PasskeyAnswer {
  challenge: string;
  response: AuthenticationResponseJSON;
}

/** The person whose passkey signed this challenge; undefined when it did not, or its counter went back (a clone). */
export async function ownerOf(deps: Deps, answer: PasskeyAnswer, verifyUser: boolean): Promise<User | undefined> {
  const ceremony = await takeCeremony(deps, 'passkey-sign-in', answer.challenge);
  const passkey = ceremony && (await deps.passkeys.find(deps.db, answer.response.id));
  if (!passkey) return undefined;
  const { id, origins } = relyingParty(deps);
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer.response,
      expectedChallenge: ceremony.challenge,
      expectedOrigin: origins,
      expectedRPID: id,
      requireUserVerification: verifyUser,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
    });
    const move = { id: passkey.id, from: passkey.counter, to: authenticationInfo.newCounter, now: deps.clock() };
    if (!verified || !(await deps.passkeys.advance(deps.db, move))) return undefined;
  } catch (error) {
    deps.logger.debug({ err: error }, 'passkey refused');
    return undefined;
  }
  return deps.users.find(deps.db, { kind: 'id', value: passkey.userId });
}
