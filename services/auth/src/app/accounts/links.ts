import { FlorinError } from '@florin/errors';
import type { User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { notice } from '../abuse/notice.ts';
import type { App, Unit } from '../ports.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';
import { setContact } from './change-contact.ts';
import { announceContact } from './change-name.ts';
import { taken } from './register.ts';

export type LinkKind = 'freeze' | 'undo-contact';

/** What a link from a notice would do. Looking changes nothing: mail programs look at links on their own. Throws NOT_FOUND. */
export async function readLink(app: App, token: string): Promise<LinkKind> {
  const link = await app.stores.actionLinks.find(app.db, app.secrets.hashToken(token));
  if (!link || link.usedAt !== null || link.expiresAt <= app.clock()) throw gone();
  return link.kind;
}

/**
 * Follows a link from a notice, once: `freeze` stops every use of the account until its password is reset,
 * `undo-contact` puts the old address back. Both end every session. Throws NOT_FOUND, CONFLICT.
 */
export async function followLink(app: App, token: string, ip: string): Promise<LinkKind> {
  try {
    return await app.unit(async (unit) => {
      const link = await app.stores.actionLinks.use(unit.trx, app.secrets.hashToken(token), app.clock());
      const user = link && (await app.stores.users.lock(unit.trx, link.userId));
      if (!user || user.status === 'terminated') throw gone();
      if (link.kind === 'freeze') await freeze(app, unit, user, ip);
      else await restore(app, unit, user, { channel: 'email', address: null, ...link.data }, ip);
      return link.kind;
    });
  } catch (error) {
    const field = app.stores.users.takenBy(error);
    throw field === undefined ? error : taken(field);
  }
}

async function freeze(app: App, unit: Unit, { id: userId }: User, ip: string): Promise<void> {
  const now = app.clock();
  await app.stores.users.update(unit.trx, userId, { status: 'frozen', statusChangedAt: now, updatedAt: now });
  await stopAll(app, unit, userId, 'frozen');
  await audit(app, unit, { userId, type: 'frozen', ip });
  const detail = 'Your account is frozen, as you asked. Reset your password to use it again.';
  await notice(app, unit, { userId, what: 'frozen', detail, link: false });
}

async function restore(
  app: App,
  unit: Unit,
  { id: userId }: User,
  { channel, address }: { channel: 'email' | 'sms'; address: string | null },
  ip: string,
): Promise<void> {
  await setContact(app, unit, userId, channel, address);
  await stopAll(app, unit, userId, 'contact-restored');
  await audit(app, unit, { userId, type: 'contact-restored', ip, detail: { channel } });
  const detail =
    'Your address was put back and every device signed out. Reset your password if the change was not yours.';
  await notice(app, unit, { userId, what: 'contact-restored', detail });
  await announceContact(app, unit, userId);
}

async function stopAll(app: App, unit: Unit, userId: string, reason: 'frozen' | 'contact-restored'): Promise<void> {
  await endAllSessions(app, unit, { userId, reason });
  await app.stores.trustedDevices.dropAll(unit.trx, userId);
  await app.stores.codes.voidAll(unit.trx, userId);
  await app.stores.challenges.dropOf(unit.trx, userId);
}

function gone(): FlorinError {
  return new FlorinError('NOT_FOUND', 'This link was used, has expired, or never was');
}
