import type { User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';
import { endAllSessions, type EndReason } from '../sessions/end-sessions.ts';
import { tellListed } from './tell-listed.ts';

export interface SetPassword {
  /** as locked in this transaction */
  user: User;
  passwordHash: string;
  listed: boolean;
  why: Extract<EndReason, 'password-changed' | 'password-reset'>;
  ip: string;
  sessionId?: string | undefined;
  /** a sentence about what still signs in */
  remaining?: string;
  /** a session that goes on */
  except?: string | undefined;
}

/**
 * Puts a new password in force: sessions end, trusted devices and codes under way are dropped, the person is told.
 * Answers the account as it is then.
 */
export async function setPassword(deps: Deps, tx: Tx, input: SetPassword): Promise<User> {
  const { user, passwordHash, listed, why, ip, sessionId, except, remaining = '' } = input;
  const now = deps.clock();
  const passwordVersion = user.passwordVersion + 1;
  const change = { passwordHash, passwordVersion, passwordListed: listed, passwordChangedAt: now, updatedAt: now };
  await deps.users.update(tx, user.id, change);
  await endAllSessions(deps, tx, { userId: user.id, reason: why, except });
  await deps.trustedDevices.dropAll(tx, user.id);
  await deps.codes.voidAll(tx, user.id);
  await deps.challenges.dropOf(tx, user.id);
  await audit(deps, tx, { userId: user.id, type: why, ip, sessionId });
  const detail = why === 'password-reset' ? 'Your password was reset.' : 'Your password was changed.';
  await sendNotice(deps, tx, {
    userId: user.id,
    what: why,
    detail: `${detail} Other devices were signed out.${remaining}`,
  });
  if (listed) await tellListed(deps, tx, user);
  return { ...user, ...change };
}
