import { addressOf, type User } from '../../domain/user.ts';
import { taken } from '../accounts/identifiers.ts';
import { audit } from '../audit/append-entry.ts';
import { announceContact } from '../contacts/announce-contact.ts';
import { releaseClaim } from '../contacts/release-claim.ts';
import { setContact } from '../contacts/set-contact.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';
import type { ActionLink } from './ports.ts';
import { gone, type LinkKind } from './read-link.ts';
import { sendNotice } from './send-notice.ts';

/**
 * Follows a link from a notice, once: `freeze` stops every use of the account until its password is reset,
 * `undo-contact` puts the old address back. Both end every session, and every other link, code and challenge under way is
 * void, see `dropLater` for the one that a freeze leaves. Throws NOT_FOUND, CONFLICT.
 */
export async function followLink(deps: Deps, token: string, ip: string): Promise<LinkKind> {
  try {
    return await deps.transact(async (tx) => {
      const found = await deps.actionLinks.find(tx, deps.secrets.hashToken(token));
      // the person's row first, as everywhere
      const user = found && (await deps.users.lock(tx, found.userId));
      const link = user && (await deps.actionLinks.use(tx, found.tokenHash, deps.clock()));
      if (!link || user.status === 'terminated') throw gone();
      if (link.kind === 'freeze') await freeze(deps, tx, user, ip);
      else await restore(deps, tx, user, link, ip);
      return link.kind;
    });
  } catch (error) {
    const field = deps.users.takenBy(error);
    throw field === undefined ? error : taken(field);
  }
}

async function freeze(deps: Deps, tx: Tx, { id: userId, status }: User, ip: string): Promise<void> {
  const now = deps.clock();
  await deps.users.update(tx, userId, { status: 'frozen', statusChangedAt: now, updatedAt: now });
  await stopAll(deps, tx, userId, 'frozen');
  await deps.actionLinks.dropLater(tx, userId, now);
  await audit(deps, tx, { userId, type: 'frozen', ip });
  if (status !== 'frozen') tx.emit('auth.user-frozen.v1', { userId, frozenAt: now.toISOString() });
  const detail =
    'Your account is frozen, as you asked. Reset your password to use it again; what was planned stays paused until you resume it.';
  await sendNotice(deps, tx, { userId, what: 'frozen', detail, link: false });
}

/** Puts the old address back. Whoever changed it may have set up more since then: sign-in methods of that time go, too. */
async function restore(deps: Deps, tx: Tx, user: User, link: ActionLink, ip: string): Promise<void> {
  const { id: userId } = user;
  const { channel = 'email', address = null } = link.data;
  const replaced = addressOf(user, channel);
  if (address !== null) {
    const identifier = { kind: channel === 'email' ? 'email' : 'mobile', value: address.toLowerCase() } as const;
    await releaseClaim(deps, tx, { identifier, userId, proven: true });
  }
  await setContact(deps, tx, userId, channel, address);
  await stopAll(deps, tx, userId, 'contact-restored');
  await deps.actionLinks.dropOf(tx, userId);
  await deps.factors.dropAll(tx, userId, link.createdAt);
  await deps.factors.putRecoveryCodes(tx, userId, []);
  await deps.passkeys.dropAll(tx, userId, link.createdAt);
  await deps.users.unlinkFederated(tx, userId, link.createdAt);
  await audit(deps, tx, { userId, type: 'contact-restored', ip, detail: { channel } });
  const detail =
    'Your address was put back, every device signed out, and sign-in methods set up since the change were removed. ' +
    'Reset your password if the change was not yours.';
  const alsoTo = replaced === null || replaced === address ? [] : [{ channel, to: replaced }];
  await sendNotice(deps, tx, { userId, what: 'contact-restored', detail, alsoTo, link: false });
  await announceContact(deps, tx, userId);
}

async function stopAll(deps: Deps, tx: Tx, userId: string, reason: 'frozen' | 'contact-restored'): Promise<void> {
  await endAllSessions(deps, tx, { userId, reason });
  await deps.trustedDevices.dropAll(tx, userId);
  await deps.codes.voidAll(tx, userId);
  await deps.challenges.dropOf(tx, userId);
}
