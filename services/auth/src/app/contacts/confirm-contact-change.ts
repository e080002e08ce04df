import type { Device } from '../../domain/session.ts';
import type { Channel, User } from '../../domain/user.ts';
import { readContact, taken } from '../accounts/identifiers.ts';
import type { Identifier } from '../accounts/ports.ts';
import { audit } from '../audit/append-entry.ts';
import type { AppendEntryNeeds } from '../audit/append-entry.ts';
import { codeError } from '../codes/code-error.ts';
import { redeemCode } from '../codes/redeem-code.ts';
import type { RedeemCodeNeeds } from '../codes/redeem-code.ts';
import { openGuessBudget } from '../guesses/guess-budget.ts';
import type { Deps } from '../index.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { SendNoticeNeeds } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';
import { callerOf } from '../sessions/caller.ts';
import type { CallerNeeds, Caller } from '../sessions/caller.ts';
import { announceContact } from './announce-contact.ts';
import { setContact } from './set-contact.ts';
import { purposeOf } from './start-contact-change.ts';
import type { NewContact } from './start-contact-change.ts';

type Needs = Pick<Deps, 'clock' | 'users'> & AppendEntryNeeds & CallerNeeds & RedeemCodeNeeds & SendNoticeNeeds;

/**
 * Changes the address by the code sent to it. The old one is told, with a link that takes the change back for 48 h.
 * Throws CODE_INVALID, CODE_EXPIRED, CONFLICT.
 */
export async function confirmContactChange(
  deps: Needs,
  caller: Caller,
  { code, device, ...wanted }: NewContact & { code: string; device: Device },
): Promise<User> {
  const { user } = await callerOf(deps, caller);
  const identifier = readContact(wanted.channel, wanted.address);
  const budget = await openGuessBudget(deps, { user, identifier: user.id, device });
  const use = purposeOf(wanted.channel);
  try {
    const done = await redeemCode(deps, { user, use, address: identifier.value, code, budget }, (tx, current) =>
      store(deps, tx, { user: current, identifier, typed: wanted.address.trim(), channel: wanted.channel, caller }),
    );
    if (done.outcome === 'ok' && done.value) return done.value;
    throw codeError(done.outcome === 'expired' ? 'expired' : 'wrong');
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

async function store(deps: Needs, tx: Tx, { user, identifier, typed, channel, caller }: Store): Promise<User> {
  const old = channel === 'email' ? user.email : user.mobile;
  await setContact(deps, tx, user.id, channel, channel === 'email' ? typed : identifier.value);
  const { ip, sessionId } = caller;
  await audit(deps, tx, { userId: user.id, type: 'contact-changed', ip, sessionId, detail: { channel } });
  const what = channel === 'email' ? 'e-mail address' : 'mobile number';
  await sendNotice(deps, tx, {
    userId: user.id,
    what: 'contact-changed',
    detail: `The ${what} of your account was changed. The link takes the change back, for 48 hours.`,
    ...(old === null ? {} : { alsoTo: [{ channel, to: old }], undo: { channel, address: old } }),
  });
  const now = deps.clock().toISOString();
  tx.emit('auth.user-verified.v1', { userId: user.id, channel, address: typed, verifiedAt: now });
  return announceContact(deps, tx, user.id);
}
