import type { User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { notice } from '../abuse/notice.ts';
import { tellListed } from '../accounts/register.ts';
import type { App, Unit } from '../ports.ts';
import type { EndReason } from '../sessions/end-sessions.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';

export interface SetPassword {
  /** as locked in this transaction */
  user: User;
  passwordHash: string;
  listed: boolean;
  why: Extract<EndReason, 'password-changed' | 'password-reset'>;
  ip: string;
  sessionId?: string | undefined;
  /** a session that goes on */
  except?: string | undefined;
}

/**
 * Puts a new password in force: sessions end, trusted devices and codes under way are dropped, the person is told.
 * Answers the account as it is then.
 */
export async function setPassword(app: App, unit: Unit, input: SetPassword): Promise<User> {
  const { user, passwordHash, listed, why, ip, sessionId, except } = input;
  const now = app.clock();
  const passwordVersion = user.passwordVersion + 1;
  const change = { passwordHash, passwordVersion, passwordListed: listed, passwordChangedAt: now, updatedAt: now };
  await app.stores.users.update(unit.trx, user.id, change);
  await endAllSessions(app, unit, { userId: user.id, reason: why, except });
  await app.stores.trustedDevices.dropAll(unit.trx, user.id);
  await app.stores.codes.voidAll(unit.trx, user.id);
  await app.stores.challenges.dropOf(unit.trx, user.id);
  await audit(app, unit, { userId: user.id, type: why, ip, sessionId });
  const detail = why === 'password-reset' ? 'Your password was reset.' : 'Your password was changed.';
  await notice(app, unit, { userId: user.id, what: why, detail: `${detail} Other devices were signed out.` });
  if (listed) await tellListed(app, unit, user);
  return { ...user, ...change };
}
