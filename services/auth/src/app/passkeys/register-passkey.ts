import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { FlorinError, notFound } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { tellFactor } from '../factors/totp.ts';
import type { App, Passkey } from '../ports.ts';
import type { Caller } from '../sessions/manage.ts';
import { freshCallerOf } from '../sessions/manage.ts';

import { openCeremony, relyingParty, takeCeremony } from './ceremony.ts';

const MOST = 20;

/** Options for navigator.credentials.create, and the token that ties the answer to them. Throws STEP_UP_REQUIRED. */
export async function startPasskey(app: App, caller: Caller) {
  const { user } = await freshCallerOf(app, caller);
  const existing = await app.stores.passkeys.listOf(app.db, user.id);
  if (existing.length >= MOST) throw new FlorinError('LIMIT_EXCEEDED', `At most ${MOST} passkeys`);
  const options = await generateRegistrationOptions({
    rpName: 'Florin',
    rpID: relyingParty(app).id,
    userID: new TextEncoder().encode(user.id),
    userName: user.email ?? user.mobile ?? user.username ?? user.id,
    userDisplayName: user.name,
    attestationType: 'none',
    excludeCredentials: existing.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return { options, challenge: await openCeremony(app, 'passkey-register', user.id, options.challenge) };
}

export interface FinishPasskey {
  challenge: string;
  response: RegistrationResponseJSON;
  name: string;
  /** ask for it after the password, too */
  secondFactor: boolean;
  device: Device;
}

/** Keeps a new passkey. Throws INVALID_ARGUMENT when the answer does not fit its options. */
export async function finishPasskey(app: App, caller: Caller, input: FinishPasskey): Promise<Passkey> {
  const { user } = await freshCallerOf(app, caller);
  const ceremony = await takeCeremony(app, 'passkey-register', input.challenge);
  if (ceremony?.userId !== user.id) throw badAnswer();
  const info = await verified(app, input.response, ceremony.challenge);
  const passkey: Passkey = {
    id: info.credential.id,
    userId: user.id,
    publicKey: Buffer.from(info.credential.publicKey),
    counter: String(info.credential.counter),
    transports: (input.response.response.transports ?? []).slice(0, 10),
    secondFactor: input.secondFactor,
    name: input.name,
    createdAt: app.clock(),
    lastUsedAt: null,
  };
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    if (!(await app.stores.passkeys.insert(unit.trx, passkey))) throw badAnswer();
    const { device } = input;
    await tellFactor(app, unit, { user, factor: 'passkey', added: true, device, sessionId: caller.sessionId });
  });
  return passkey;
}

async function verified(app: App, response: RegistrationResponseJSON, expectedChallenge: string) {
  const { id, origins } = relyingParty(app);
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
    app.logger.debug({ err: error }, 'passkey refused');
  }
  throw badAnswer();
}

/** Removes one of the caller's passkeys. Throws STEP_UP_REQUIRED, NOT_FOUND. */
export async function removePasskey(app: App, caller: Caller, id: string, device: Device): Promise<void> {
  const { user } = await freshCallerOf(app, caller);
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    if (!(await app.stores.passkeys.drop(unit.trx, user.id, id))) throw notFound('Passkey');
    await tellFactor(app, unit, { user, factor: 'passkey', added: false, device, sessionId: caller.sessionId });
  });
}

function badAnswer(): FlorinError {
  return new FlorinError('INVALID_ARGUMENT', 'The passkey answer does not fit', {
    errors: [{ path: 'response', message: 'does not fit the options it answers' }],
  });
}

/** The caller's passkeys, oldest first. */
export async function listPasskeys(app: App, { userId }: Caller): Promise<Passkey[]> {
  return app.stores.passkeys.listOf(app.db, userId);
}
