import type { Device } from '../../domain/session.ts';
import type { Channel, User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import { markVerified } from '../contacts/mark-verified.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { checkNewPassword } from './policy.ts';
import type { PasswordPolicy } from './policy.ts';
import { setPassword } from './set-password.ts';
import type { SetPasswordNeeds } from './set-password.ts';

export type ApplyResetNeeds = Pick<Deps, 'clock' | 'guesses' | 'passwords' | 'users'> & SetPasswordNeeds;

export interface NewPassword {
  password: string;
  policy: PasswordPolicy;
}

/** What can be refused or takes long for anyone, before it shows whether the account exists. */
export async function prepare(
  deps: ApplyResetNeeds,
  { password, policy }: NewPassword,
): Promise<{ passwordHash: string }> {
  checkNewPassword(password, { policy, person: {} });
  return { passwordHash: await deps.passwords.hash(password) };
}

interface Apply extends NewPassword {
  user: User;
  passwordHash: string;
  channel: Channel;
  device: Device;
}

/** Sets the password for a proven owner of the address; their being locked out by others' guesses ends. */
export async function apply(deps: ApplyResetNeeds, tx: Tx, input: Apply): Promise<User> {
  const { user, password, policy, passwordHash, channel, device } = input;
  const { listed } = checkNewPassword(password, { policy, person: user });
  const verified = await markVerified(deps, tx, { user, channel, ip: device.ip });
  const changed = await setPassword(deps, tx, {
    user: verified,
    passwordHash,
    listed,
    why: 'password-reset',
    ip: device.ip,
  });
  await deps.guesses.clearAll(tx, user.id);
  if (user.status !== 'frozen') return changed;
  const now = deps.clock();
  await deps.users.update(tx, user.id, { status: 'active', statusChangedAt: now });
  await audit(deps, tx, { userId: user.id, type: 'unfrozen', ip: device.ip });
  return { ...changed, status: 'active', statusChangedAt: now };
}
