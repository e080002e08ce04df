import type { Device } from '../../domain/session.ts';
import { addressOf, isAddressVerified, isVerified, type Channel, type User } from '../../domain/user.ts';
import { retiredHash } from '../accounts/find-account.ts';
import { readContact, taken } from '../accounts/identifiers.ts';
import type { Identifier } from '../accounts/ports.ts';
import { audit } from '../audit/append-entry.ts';
import { codeError } from '../codes/code-error.ts';
import { lockCodes, redeemCode } from '../codes/redeem-code.ts';
import { openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';
import { lockCaller, type Caller } from '../sessions/caller.ts';
import { announceContact } from './announce-contact.ts';
import { handOver } from './hand-over.ts';
import { releaseClaim } from './release-claim.ts';
import { setContact } from './set-contact.ts';
import { purposeOf, type NewContact } from './start-contact-change.ts';

/**
 * Changes the address by the code sent to it. The old one is told, with a link that takes the change back for 48 h. An
 * account that never proved the address loses it. The first proof of an account hands it over, see `handOver`; this
 * session and the password stay. Throws CODE_INVALID, CODE_EXPIRED, CONFLICT.
 */
export async function confirmContactChange(
  deps: Deps,
  caller: Caller,
  { code, device, ...wanted }: NewContact & { code: string; device: Device },
): Promise<User> {
  const { channel } = wanted;
  const identifier = readContact(channel, wanted.address);
  const use = purposeOf(channel);
  try {
    const done = await deps.transact(async (tx) => {
      const { user } = await lockCaller(deps, tx, caller);
      const budget = await openGuessBudget(deps, { user, identifier: user.id, device }, tx);
      const rows = await lockCodes(deps, tx, { userId: user.id, use, address: identifier.value });
      const outcome = await redeemCode(deps, tx, { user, use, rows, code, budget });
      if (outcome !== 'ok') return outcome;
      return store(deps, tx, { user, identifier, typed: wanted.address.trim(), channel, caller });
    });
    if (typeof done === 'object') return done;
    throw codeError(done === 'expired' ? 'expired' : 'wrong');
  } catch (error) {
    const field = deps.users.takenBy(error);
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

async function store(deps: Deps, tx: Tx, { user, identifier, typed, channel, caller }: Store): Promise<User> {
  const { ip, sessionId } = caller;
  // an address that was never proven may be anybody's: it gets no link into the account
  const old = isAddressVerified(user, channel) ? addressOf(user, channel) : null;
  await releaseClaim(deps, tx, { identifier, userId: user.id, proven: true });
  await deps.users.unretire(tx, retiredHash(deps, identifier));
  await setContact(deps, tx, user.id, channel, channel === 'email' ? typed : identifier.value);
  await audit(deps, tx, { userId: user.id, type: 'contact-changed', ip, sessionId, detail: { channel } });
  const now = deps.clock().toISOString();
  tx.emit('auth.user-verified.v1', { userId: user.id, channel, address: typed, verifiedAt: now });
  const changed = await announceContact(deps, tx, user.id);
  const keep = { password: true, sessionId };
  const current = isVerified(user) ? changed : await handOver(deps, tx, { user: changed, channel, ip, keep });
  const what = channel === 'email' ? 'e-mail address' : 'mobile number';
  await sendNotice(deps, tx, {
    userId: user.id,
    what: 'contact-changed',
    detail: `The ${what} of your account was changed. The link takes the change back, for 48 hours.`,
    ...(old === null ? {} : { alsoTo: [{ channel, to: old }], undo: { channel, address: old } }),
  });
  return current;
}
