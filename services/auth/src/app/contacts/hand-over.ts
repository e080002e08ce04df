import type { Channel, User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';
import { announceContact } from './announce-contact.ts';
import { dropTraces } from './drop-traces.ts';

/** What the first proof leaves in place. */
export interface Kept {
  /** the session the proof was made in */
  sessionId?: string | undefined;
  /** false after a reset or a proof by Google: whoever chose the password need not be whoever gave the proof */
  password: boolean;
  /** an unproven contact that the request named the account by; it opens nothing until it is proven in a session */
  contact?: Channel | undefined;
}

interface HandOver {
  /** as it is after the proof */
  user: User;
  /** the channel that was proven */
  channel: Channel;
  ip: string;
  keep: Kept;
}

/**
 * Gives an account to the person who was the first to prove one of its addresses. Anybody can make an account with
 * somebody else's address, so sessions, factors, passkeys, recovery codes, linked identities, trusted devices, links and
 * codes under way and every other unproven contact of the time before go; unless the proof was made in a session, so does what was
 * arranged with others (auth.user-handed-over.v1). Returns the account as it is then.
 */
export async function handOver(deps: Deps, tx: Tx, { user, channel, ip, keep }: HandOver): Promise<User> {
  const userId = user.id;
  const sessions = await endAllSessions(deps, tx, { userId, reason: 'handed-over', except: keep.sessionId });
  const { factors, passkeys, identities } = await dropTraces(deps, tx, userId);
  if (keep.sessionId === undefined) {
    tx.emit('auth.user-handed-over.v1', { userId, handedOverAt: deps.clock().toISOString() });
  }
  const dropped = otherContact(user, channel, keep);
  if (!keep.password && user.passwordHash !== null) {
    const passwordVersion = user.passwordVersion + 1;
    const none = { passwordHash: null, passwordVersion, passwordListed: false, passwordChangedAt: deps.clock() };
    await deps.users.update(tx, userId, none);
    Object.assign(dropped, none);
  }
  if (sessions.length + passkeys + identities > 0 || factors || Object.keys(dropped).length > 0) {
    await audit(deps, tx, { userId, type: 'handed-over', ip, detail: { channel, sessions: sessions.length } });
  }
  if (passkeys + identities > 0 || factors) {
    const detail = 'You proved your address. Sign-in methods that others had set up on this account were removed.';
    await sendNotice(deps, tx, { userId, what: 'handed-over', detail, link: false });
  }
  if (!('email' in dropped) && !('mobile' in dropped)) return { ...user, ...dropped };
  await deps.users.update(tx, userId, dropped);
  await announceContact(deps, tx, userId);
  return { ...user, ...dropped };
}

/** The fields that take the unproven contact of the other channel away; none when there is none, or it is kept. */
function otherContact(user: User, proven: Channel, keep: Kept): Partial<User> {
  const other: Channel = proven === 'email' ? 'sms' : 'email';
  if (keep.contact === other) return {};
  if (other === 'email') return user.email === null ? {} : { email: null, emailNormal: null };
  return user.mobile === null ? {} : { mobile: null };
}
