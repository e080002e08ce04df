import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { FlorinError } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { tellFactor } from '../factors/tell-factor.ts';
import type { Deps } from '../index.ts';
import { provenCallerOf, type Caller } from '../sessions/caller.ts';
import { relyingParty, takeCeremony } from './ceremony.ts';
import type { Passkey } from './ports.ts';

export interface FinishPasskey {
  challenge: string;
  response: RegistrationResponseJSON;
  name: string;
  /** ask for it after the password, too */
  secondFactor: boolean;
  device: Device;
}

/** Keeps a new passkey. Throws INVALID_ARGUMENT when the answer does not fit its options. */
export async function finishPasskey(deps: Deps, caller: Caller, input: FinishPasskey): Promise<Passkey> {
  const { user } = await provenCallerOf(deps, caller);
  const ceremony = await takeCeremony(deps, 'passkey-register', input.challenge);
  if (ceremony?.userId !== user.id) throw badAnswer();
  const info = await verified(deps, input.response, ceremony.challenge);
  const passkey: Passkey = {
    id: info.credential.id,
    userId: user.id,
    publicKey: Buffer.from(info.credential.publicKey),
    counter: String(info.credential.counter),
    transports: (input.response.response.transports ?? []).slice(0, 10),
    secondFactor: input.secondFactor,
    name: input.name,
    createdAt: deps.clock(),
    lastUsedAt: null,
  };
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    if (!(await deps.passkeys.insert(tx, passkey))) throw badAnswer();
    const { device } = input;
    await tellFactor(deps, tx, { user, factor: 'passkey', added: true, device, sessionId: caller.sessionId });
  });
  return passkey;
}

async function verified(deps: Deps, response: RegistrationResponseJSON, expectedChallenge: string) {
  const { id, origins } = relyingParty(deps);
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const result = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origins,
      expectedRPID: id,
      requireUserVerification: false,
    });
    if (result.verified) return result.registrationInfo;
  } catch (error) {
    deps.logger.debug({ err: error }, 'passkey refused');
  }
  throw badAnswer();
}

function badAnswer(): FlorinError {
  return new FlorinError('INVALID_ARGUMENT', 'The passkey answer does not fit', {
    errors: [{ path: 'response', message: 'does not fit the options it answers' }],
  });
}
