import type { User } from '../../domain/user.ts';
import { taken } from '../accounts/identifiers.ts';
import { audit } from '../audit/append-entry.ts';
import { announceContact } from '../contacts/announce-contact.ts';
import { setContact } from '../contacts/set-contact.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';
import type { EndSessionsNeeds } from '../sessions/end-sessions.ts';
import { gone } from './read-link.ts';
import type { LinkKind } from './read-link.ts';
import { sendNotice } from './send-notice.ts';

type Needs = Pick<
  Deps,
  'actionLinks' | 'challenges' | 'clock' | 'codes' | 'secrets' | 'transact' | 'trustedDevices' | 'users'
> &
  EndSessionsNeeds;

/**
 * Follows a link from a notice, once: `freeze` stops every use of the account until its password is reset,
 * `undo-contact` puts the old address back. Both end every session. Throws NOT_FOUND, CONFLICT.
 */
export async function followLink(deps: Needs, token: string, ip: string): Promise<LinkKind> {
  try {
    return await deps.transact(async (tx) => {
      const link = await deps.actionLinks.use(tx, deps.secrets.hashToken(token), deps.clock());
      const user = link && (await deps.users.lock(tx, link.userId));
      if (!user || user.status === 'terminated') throw gone();
      if (link.kind === 'freeze') await freeze(deps, tx, user, ip);
      else await restore(deps, tx, user, { channel: 'email', address: null, ...link.data }, ip);
      return link.kind;
    });
  } catch (error) {
    const field = deps.users.takenBy(error);
    throw field === undefined ? error : taken(field);
  }
}

async function freeze(deps: Needs, tx: Tx, { id: userId }: User, ip: string): Promise<void> {
  const now = deps.clock();
  await deps.users.update(tx, userId, { status: 'frozen', statusChangedAt: now, updatedAt: now });
  await stopAll(deps, tx, userId, 'frozen');
  await audit(deps, tx, { userId, type: 'frozen', ip });
  const detail = 'Your account is frozen, as you asked. Reset your password to use it again.';
  await sendNotice(deps, tx, { userId, what: 'frozen', detail, link: false });
}

async function restore(
  deps: Needs,
  tx: Tx,
  { id: userId }: User,
  { channel, address }: { channel: 'email' | 'sms'; address: string | null },
  ip: string,
): Promise<void> {
  await setContact(deps, tx, userId, channel, address);
  await stopAll(deps, tx, userId, 'contact-restored');
  await audit(deps, tx, { userId, type: 'contact-restored', ip, detail: { channel } });
  const detail =
    'Your address was put back and every device signed out. Reset your password if the change was not yours.';
  await sendNotice(deps, tx, { userId, what: 'contact-restored', detail });
  await announceContact(deps, tx, userId);
}

async function stopAll(deps: Needs, tx: Tx, userId: string, reason: 'frozen' | 'contact-restored'): Promise<void> {
  await endAllSessions(deps, tx, { userId, reason });
  await deps.trustedDevices.dropAll(tx, userId);
  await deps.codes.voidAll(tx, userId);
  await deps.challenges.dropOf(tx, userId);
}
