import { notFound } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import type { Channel } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { freshCallerOf, type Caller } from '../sessions/caller.ts';
import { tellFactor } from './tell-factor.ts';

/** A way to sign in or a second factor; `google` is every account elsewhere that signs in. */
export type Removed =
  | { kind: 'totp' }
  | { kind: 'google' }
  | { kind: 'otp-email' | 'otp-sms'; channel: Channel }
  | { kind: 'passkey'; id: string };

const NOUNS: Record<Removed['kind'], string> = {
  totp: 'TOTP',
  google: 'A linked account',
  'otp-email': 'This factor',
  'otp-sms': 'This factor',
  passkey: 'Passkey',
};

/** Takes a factor of the caller away, and tells them. Throws STEP_UP_REQUIRED, NOT_FOUND when it is not there. */
export async function removeFactor(deps: Deps, caller: Caller, factor: Removed, device: Device): Promise<void> {
  const { user } = await freshCallerOf(deps, caller);
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    if (!(await drop(deps, tx, user.id, factor))) throw notFound(NOUNS[factor.kind]);
    const { sessionId } = caller;
    await tellFactor(deps, tx, { user, factor: factor.kind, added: false, device, sessionId });
  });
}

/** Devices were trusted for a typed factor: without it they are asked again. False when there was none. */
async function drop(deps: Deps, tx: Tx, userId: string, factor: Removed): Promise<boolean> {
  if (factor.kind === 'passkey') return deps.passkeys.drop(tx, userId, factor.id);
  if (factor.kind === 'google') return (await deps.users.unlinkFederated(tx, userId)) > 0;
  await deps.trustedDevices.dropAll(tx, userId);
  return factor.kind === 'totp' ? deps.factors.dropTotp(tx, userId) : deps.factors.dropOtp(tx, userId, factor.channel);
}
