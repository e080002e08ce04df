import { isAddressVerified, type User, type Channel } from '../../domain/user.ts';
import { readContact } from '../accounts/identifiers.ts';
import type { Identifier } from '../accounts/ports.ts';
import { issueCode } from '../codes/issue-code.ts';
import { countUnseenSend } from '../codes/send-code-unseen.ts';
import type { Deps } from '../index.ts';
import { freshCallerOf, type Caller } from '../sessions/caller.ts';

export interface NewContact {
  channel: Channel;
  /** as typed */
  address: string;
}

/**
 * Sends a code to the address a person wants to be reached at from now on; nothing changes before it comes back. An
 * address that somebody has proven gets nothing. The reply waits for none of it, and the limits are the same, so nothing
 * tells whether somebody has the address. Throws STEP_UP_REQUIRED, INVALID_ARGUMENT, RATE_LIMITED.
 */
export async function startContactChange(deps: Deps, caller: Caller, wanted: NewContact): Promise<void> {
  const { user } = await freshCallerOf(deps, caller);
  const identifier = readContact(wanted.channel, wanted.address);
  const purpose = purposeOf(wanted.channel);
  await countUnseenSend(deps, { purpose, typed: identifier.value, ip: caller.ip });
  deps.background.run('contact change', () => sendTo(deps, user, identifier, caller, wanted));
}

async function sendTo(
  deps: Deps,
  { id }: User,
  identifier: Identifier,
  caller: Caller,
  wanted: NewContact,
): Promise<void> {
  const { channel } = wanted;
  const holder = await deps.users.find(deps.db, identifier);
  if (holder && isAddressVerified(holder, channel)) return;
  const address = channel === 'email' ? wanted.address.trim() : identifier.value;
  await deps.transact(async (tx) => {
    const user = await deps.users.lock(tx, id);
    if (user) await issueCode(deps, tx, { user, purpose: purposeOf(channel), channel, address, ip: caller.ip });
  });
}

export function purposeOf(channel: Channel): 'email-change' | 'mobile-change' {
  return channel === 'email' ? 'email-change' : 'mobile-change';
}
