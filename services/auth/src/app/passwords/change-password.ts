import { FlorinError, isFlorinError, type FieldFault } from '@florin/errors';
import type { Device, SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { guessFailed, guessRight, openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import { callerOf } from '../sessions/caller.ts';
import { openSession, type Opened } from '../sessions/open-session.ts';
import { checkPassword } from './check-password.ts';
import { checkNewPassword, type PasswordPolicy } from './policy.ts';
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
  | { outcome: 'same-password'; user: User }
  /** with what is wrong with the new one, too */
  | { outcome: 'wrong-password'; user: User; faults: FieldFault[] };

/**
 * Changes the password of a signed-in person who knows the old one; every other session ends. Throws PASSWORD_REFUSED
 * or INVALID_ARGUMENT on `newPassword`, RATE_LIMITED while the guess budget must wait, SESSION_REVOKED.
 */
export async function changePassword(deps: Deps, input: ChangePassword): Promise<ChangePasswordResult> {
  const { device, newPassword, currentPassword, policy, spec } = input;
  const { user, session } = await callerOf(deps, { ...input, ip: device.ip });
  if (newPassword === currentPassword) return { outcome: 'same-password', user };
  const checked = checkWord(newPassword, { policy, person: user, path: 'newPassword' });
  const budget = await openGuessBudget(deps, { user, identifier: user.id, device });
  const { ok } = await checkPassword(deps, user, currentPassword);
  if (!ok) {
    await guessFailed(deps, budget);
    return { outcome: 'wrong-password', user, faults: 'listed' in checked ? [] : checked.errors };
  }
  await guessRight(deps, budget);
  if (!('listed' in checked)) throw checked;
  const { listed } = checked;
  const passwordHash = await deps.passwords.hash(newPassword);
  return deps.transact(async (tx) => {
    const current = await deps.users.lock(tx, user.id);
    if (current?.passwordVersion !== user.passwordVersion) {
      throw new FlorinError('CONFLICT', 'The password was changed at the same moment');
    }
    const why = 'password-changed';
    const common = { user: current, passwordHash, listed, why, ip: device.ip, sessionId: session.id } as const;
    const changed = await setPassword(deps, tx, { ...common, except: spec ? undefined : session.id });
    const opened = spec ? await openSession(deps, tx, { user: changed, spec, amr: session.amr }) : null;
    return { outcome: 'changed', user: changed, opened };
  });
}

function checkWord(...checked: Parameters<typeof checkNewPassword>): { listed: boolean } | FlorinError {
  try {
    return checkNewPassword(...checked);
  } catch (error) {
    if (isFlorinError(error)) return error;
    throw error;
  }
}
