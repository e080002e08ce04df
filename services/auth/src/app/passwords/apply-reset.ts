import type { Device } from '../../domain/session.ts';
import type { Channel, User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import { proveContact } from '../contacts/prove-contact.ts';
import { factorsOf, type FactorKind } from '../factors/own-factors.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { checkNewPassword, type PasswordPolicy } from './policy.ts';
import { setPassword } from './set-password.ts';

export interface NewPassword {
  password: string;
  policy: PasswordPolicy;
}

/** What can be refused or takes long for anyone, before it shows whether the account exists. */
export async function prepare(deps: Deps, { password, policy }: NewPassword): Promise<{ passwordHash: string }> {
  checkNewPassword(password, { policy, person: {} });
  return { passwordHash: await deps.passwords.hash(password) };
}

/** What still signs in to the account after a reset: its owner may remove what is not theirs. */
export interface Remaining {
  /** asked for after the password */
  factors: FactorKind[];
  passkeys: number;
  /** accounts elsewhere that sign in to this one */
  identities: number;
}

export interface Applied {
  user: User;
  remaining: Remaining;
}

interface Apply extends NewPassword {
  user: User;
  passwordHash: string;
  channel: Channel;
  device: Device;
}

/**
 * Sets the password for whoever holds the code sent to an address, which proves it; their being locked out by others'
 * guesses ends, and links under way are void, see `dropLater`.
 */
export async function apply(deps: Deps, tx: Tx, input: Apply): Promise<Applied> {
  const { user, password, policy, passwordHash, channel, device } = input;
  const { ip } = device;
  const { listed } = checkNewPassword(password, { policy, person: user });
  const verified = await proveContact(deps, tx, { user, channel, ip, keep: { password: false } });
  await deps.actionLinks.dropLater(tx, user.id, deps.clock());
  const remaining = await remainingOf(deps, tx, verified);
  const reset = { user: verified, passwordHash, listed, why: 'password-reset', ip } as const;
  const changed = await setPassword(deps, tx, { ...reset, remaining: describe(remaining) });
  await deps.guesses.clearAll(tx, user.id);
  if (user.status !== 'frozen') return { user: changed, remaining };
  const now = deps.clock();
  await deps.users.update(tx, user.id, { status: 'active', statusChangedAt: now });
  await audit(deps, tx, { userId: user.id, type: 'unfrozen', ip });
  tx.emit('auth.user-unfrozen.v1', { userId: user.id, unfrozenAt: now.toISOString() });
  return { user: { ...changed, status: 'active', statusChangedAt: now }, remaining };
}

async function remainingOf(deps: Deps, tx: Tx, user: User): Promise<Remaining> {
  const factors = await factorsOf(deps, user, tx);
  const passkeys = await deps.passkeys.listOf(tx, user.id);
  const identities = await deps.users.federatedOf(tx, user.id);
  return { factors, passkeys: passkeys.length, identities: identities.length };
}

function describe({ factors, passkeys, identities }: Remaining): string {
  const found = [
    ...factors.filter((kind) => kind !== 'passkey'),
    ...(passkeys > 0 ? [`${passkeys} passkeys`] : []),
    ...(identities > 0 ? ['sign-in by Google'] : []),
  ];
  return found.length === 0
    ? ''
    : ` Still set up: ${found.join(', ')}. Remove what is not yours once you have signed in.`;
}
