import { FlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';
import { provenCallerOf, type Caller } from '../sessions/caller.ts';
import { openCeremony, relyingParty } from './ceremony.ts';

const MAX_PASSKEYS = 20;

/** Options for navigator.credentials.create, and the token that ties the answer to them. Throws STEP_UP_REQUIRED. */
export async function startPasskey(deps: Deps, caller: Caller) {
  const { user } = await provenCallerOf(deps, caller);
  const existing = await deps.passkeys.listOf(deps.db, user.id);
  if (existing.length >= MAX_PASSKEYS) throw new FlorinError('LIMIT_EXCEEDED', `At most ${MAX_PASSKEYS} passkeys`);
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const options = await generateRegistrationOptions({
    rpName: 'Florin',
    rpID: relyingParty(deps).id,
    userID: new TextEncoder().encode(user.id),
    userName: user.email ?? user.mobile ?? user.username ?? user.id,
    userDisplayName: user.name,
    attestationType: 'none',
    excludeCredentials: existing.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return { options, challenge: await openCeremony(deps, 'passkey-register', user.id, options.challenge) };
}
