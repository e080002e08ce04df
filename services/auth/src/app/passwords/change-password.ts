import { FlorinError } from '@florin/errors';
import type { Device, SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { guessFailed, guessRight, openLane } from '../abuse/guard.ts';
import type { App } from '../ports.ts';
import { callerOf } from '../sessions/manage.ts';
import type { Opened } from '../sessions/open-session.ts';
import { openSession } from '../sessions/open-session.ts';
import { checkPassword } from '../sessions/sign-in.ts';
import type { PasswordPolicy } from './policy.ts';
import { checkNewPassword } from './policy.ts';
import { setPassword } from './set-password.ts';

export interface ChangePassword {
  userId: string;
  sessionId: string;
  currentPassword: string;
  newPassword: string;
  policy: PasswordPolicy;
  device: Device;
  /** opens a new session in place of the caller's; without it the caller's goes on */
  spec?: SessionSpec | undefined;
}

export type ChangePasswordResult =
  | { outcome: 'changed'; user: User; opened: Opened | null }
  | { outcome: 'wrong-password' | 'same-password'; user: User };

/**
 * Changes the password of a signed-in person who knows the old one; every other session ends. Throws PASSWORD_REFUSED
 * or INVALID_ARGUMENT on `newPassword`, RATE_LIMITED while the guess budget must wait, SESSION_REVOKED.
 */
export async function changePassword(app: App, input: ChangePassword): Promise<ChangePasswordResult> {
  const { device, newPassword, currentPassword, policy, spec } = input;
  const { user, session } = await callerOf(app, { ...input, ip: device.ip });
  if (newPassword === currentPassword) return { outcome: 'same-password', user };
  const lane = await openLane(app, { user, identifier: user.id, device });
  const { ok } = await checkPassword(app, user, currentPassword);
  if (!ok) {
    await guessFailed(app, lane);
    return { outcome: 'wrong-password', user };
  }
  await guessRight(app, lane);
  const { listed } = checkNewPassword(newPassword, { policy, person: user, path: 'newPassword' });
  const passwordHash = await app.passwords.hash(newPassword);
  return app.unit(async (unit) => {
    const current = await app.stores.users.lock(unit.trx, user.id);
    if (current?.passwordVersion !== user.passwordVersion) {
      throw new FlorinError('CONFLICT', 'The password was changed at the same moment');
    }
    const why = 'password-changed';
    const common = { user: current, passwordHash, listed, why, ip: device.ip, sessionId: session.id } as const;
    const changed = await setPassword(app, unit, { ...common, except: spec ? undefined : session.id });
    const opened = spec ? await openSession(app, unit, { user: changed, spec, amr: session.amr }) : null;
    return { outcome: 'changed', user: changed, opened };
  });
}
