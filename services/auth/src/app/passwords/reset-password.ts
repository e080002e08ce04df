import type { Device } from '../../domain/session.ts';
import type { Channel, User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { markVerified } from '../accounts/verify-contact.ts';
import type { CodeOutcome } from '../codes/redeem-code.ts';
import { redeemCode } from '../codes/redeem-code.ts';
import type { CodeInput } from '../codes/use-code.ts';
import { codeSubject } from '../codes/use-code.ts';
import type { App, Unit } from '../ports.ts';
import type { PasswordPolicy } from './policy.ts';
import { checkNewPassword } from './policy.ts';
import { setPassword } from './set-password.ts';

export type ResetResult =
  | { outcome: 'ok'; user: User }
  | { outcome: Exclude<CodeOutcome, 'ok'> | 'unknown-user' | 'terminated' | 'no-address'; user?: User | undefined };

interface NewPassword {
  password: string;
  policy: PasswordPolicy;
}

/**
 * Sets a new password for whoever holds the code of `password-reset`. It signs nobody in: the next sign-in asks for the
 * second factor as ever, for trusted devices are dropped. A frozen account is in use again. Throws PASSWORD_REFUSED or
 * INVALID_ARGUMENT on `password`; the code then stays good.
 */
export async function resetPassword(app: App, input: CodeInput & NewPassword): Promise<ResetResult> {
  const prepared = await prepare(app, input);
  const subject = await codeSubject(app, input, 'password-reset');
  if (subject.refusal) return { outcome: subject.refusal, user: subject.user };
  const { user, lane, address } = subject;
  const { code, channel, device } = input;
  const done = await redeemCode(app, { user, use: 'password-reset', address, code, lane }, (unit, current) =>
    apply(app, unit, { ...input, ...prepared, user: current, channel, device }),
  );
  if (done.outcome === 'ok') return done.value ? { outcome: 'ok', user: done.value } : { outcome: 'none' };
  return { outcome: user ? done.outcome : 'unknown-user', user };
}

/** What can be refused or takes long for anyone, before it shows whether the account exists. */
export async function prepare(app: App, { password, policy }: NewPassword): Promise<{ passwordHash: string }> {
  checkNewPassword(password, { policy, person: {} });
  return { passwordHash: await app.passwords.hash(password) };
}

interface Apply extends NewPassword {
  user: User;
  passwordHash: string;
  channel: Channel;
  device: Device;
}

/** Sets the password for a proven owner of the address; their being locked out by others' guesses ends. */
export async function apply(app: App, unit: Unit, input: Apply): Promise<User> {
  const { user, password, policy, passwordHash, channel, device } = input;
  const { listed } = checkNewPassword(password, { policy, person: user });
  const verified = await markVerified(app, unit, { user, channel, ip: device.ip });
  const changed = await setPassword(app, unit, {
    user: verified,
    passwordHash,
    listed,
    why: 'password-reset',
    ip: device.ip,
  });
  await app.stores.guesses.clearAll(unit.trx, user.id);
  if (user.status !== 'frozen') return changed;
  const now = app.clock();
  await app.stores.users.update(unit.trx, user.id, { status: 'active', statusChangedAt: now });
  await audit(app, unit, { userId: user.id, type: 'unfrozen', ip: device.ip });
  return { ...changed, status: 'active', statusChangedAt: now };
}
