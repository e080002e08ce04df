import { openCeremony, relyingParty } from './ceremony.ts';
import type { Deps } from '../index.ts';

/** Options for navigator.credentials.get by any passkey of this site: nobody is named, so nobody is revealed. */
export async function startPasskeySignIn(deps: Deps) {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({ rpID: relyingParty(deps).id, userVerification: 'required' });
  return { options, challenge: await openCeremony(deps, 'passkey-sign-in', null, options.challenge) };
}
