import type { Channel, User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { openLane } from '../abuse/guard.ts';
import { notice } from '../abuse/notice.ts';
import { codeError, redeemCode } from '../codes/redeem-code.ts';
import { issueCode } from '../codes/issue-code.ts';
import type { App, Identifier, Unit } from '../ports.ts';
import type { Caller } from '../sessions/manage.ts';
import { callerOf, freshCallerOf } from '../sessions/manage.ts';
import type { Device } from '../../domain/session.ts';
import { announceContact } from './change-name.ts';
import { readContact, retiredHash } from './identifiers.ts';
import { taken } from './register.ts';

export interface NewContact {
  channel: Channel;
  /** as typed */
  address: string;
}

/**
 * Sends a code to the address a person wants to be reached at from now on; nothing changes before it comes back. An
 * address that somebody has gets nothing, and the answer is the same. Throws STEP_UP_REQUIRED, INVALID_ARGUMENT.
 */
export async function startContactChange(app: App, caller: Caller, wanted: NewContact): Promise<void> {
  const { user } = await freshCallerOf(app, caller);
  const identifier = readContact(wanted.channel, wanted.address);
  const address = wanted.channel === 'email' ? wanted.address.trim() : identifier.value;
  if (await isTaken(app, identifier)) return;
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    const { channel } = wanted;
    await issueCode(app, unit, { user, purpose: purposeOf(channel), channel, address, ip: caller.ip });
  });
}

/**
 * Changes the address by the code sent to it. The old one is told, with a link that takes the change back for 48 h.
 * Throws CODE_INVALID, CODE_EXPIRED, CONFLICT.
 */
export async function confirmContactChange(
  app: App,
  caller: Caller,
  { code, device, ...wanted }: NewContact & { code: string; device: Device },
): Promise<User> {
  const { user } = await callerOf(app, caller);
  const identifier = readContact(wanted.channel, wanted.address);
  const lane = await openLane(app, { user, identifier: user.id, device });
  const use = purposeOf(wanted.channel);
  try {
    const done = await redeemCode(app, { user, use, address: identifier.value, code, lane }, (unit, current) =>
      store(app, unit, { user: current, identifier, typed: wanted.address.trim(), channel: wanted.channel, caller }),
    );
    if (done.outcome === 'ok' && done.value) return done.value;
    throw codeError(done.outcome === 'expired' ? 'expired' : 'wrong');
  } catch (error) {
    const field = app.stores.users.takenBy(error);
    throw field === undefined ? error : taken(field);
  }
}

interface Store {
  user: User;
  identifier: Identifier;
  typed: string;
  channel: Channel;
  caller: Caller;
}

async function store(app: App, unit: Unit, { user, identifier, typed, channel, caller }: Store): Promise<User> {
  const old = channel === 'email' ? user.email : user.mobile;
  await setContact(app, unit, user.id, channel, channel === 'email' ? typed : identifier.value);
  const { ip, sessionId } = caller;
  await audit(app, unit, { userId: user.id, type: 'contact-changed', ip, sessionId, detail: { channel } });
  const what = channel === 'email' ? 'e-mail address' : 'mobile number';
  await notice(app, unit, {
    userId: user.id,
    what: 'contact-changed',
    detail: `The ${what} of your account was changed. The link takes the change back, for 48 hours.`,
    ...(old === null ? {} : { alsoTo: [{ channel, to: old }], undo: { channel, address: old } }),
  });
  const now = app.clock().toISOString();
  unit.emit('auth.user-verified.v1', { userId: user.id, channel, address: typed, verifiedAt: now });
  return announceContact(app, unit, user.id);
}

/** Puts a proven address in place of the one there was; null takes it away. */
export async function setContact(
  app: App,
  unit: Unit,
  userId: string,
  channel: Channel,
  address: string | null,
): Promise<void> {
  const now = app.clock();
  const verifiedAt = address === null ? null : now;
  const change =
    channel === 'email'
      ? { email: address, emailNormal: address?.toLowerCase() ?? null, emailVerifiedAt: verifiedAt }
      : { mobile: address, mobileVerifiedAt: verifiedAt };
  await app.stores.users.update(unit.trx, userId, { ...change, updatedAt: now });
}

async function isTaken(app: App, identifier: Identifier): Promise<boolean> {
  const { users } = app.stores;
  if (await users.find(app.db, identifier)) return true;
  return (await users.findRetired(app.db, retiredHash(app, identifier))) !== undefined;
}

function purposeOf(channel: Channel): 'email-change' | 'mobile-change' {
  return channel === 'email' ? 'email-change' : 'mobile-change';
}
