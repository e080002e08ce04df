import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { openCeremony, relyingParty, type CeremonyNeeds } from './ceremony.ts';

/** Options for navigator.credentials.get by any passkey of this site: nobody is named, so nobody is revealed. */
export async function startPasskeySignIn(deps: CeremonyNeeds) {
  const options = await generateAuthenticationOptions({ rpID: relyingParty(deps).id, userVerification: 'required' });
  return { options, challenge: await openCeremony(deps, 'passkey-sign-in', null, options.challenge) };
}
