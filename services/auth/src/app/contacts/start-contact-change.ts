import type { Channel } from '../../domain/user.ts';
import { retiredHash } from '../accounts/find-account.ts';
import type { FindAccountNeeds } from '../accounts/find-account.ts';
import { readContact } from '../accounts/identifiers.ts';
import type { Identifier } from '../accounts/ports.ts';
import { issueCode } from '../codes/issue-code.ts';
import type { IssueCodeNeeds } from '../codes/issue-code.ts';
import type { Deps } from '../index.ts';
import { freshCallerOf } from '../sessions/caller.ts';
import type { CallerNeeds, Caller } from '../sessions/caller.ts';

type Needs = Pick<Deps, 'db' | 'transact' | 'users'> & CallerNeeds & FindAccountNeeds & IssueCodeNeeds;

export interface NewContact {
  channel: Channel;
  /** as typed */
  address: string;
}

/**
 * Sends a code to the address a person wants to be reached at from now on; nothing changes before it comes back. An
 * address that somebody has gets nothing, and the answer is the same. Throws STEP_UP_REQUIRED, INVALID_ARGUMENT.
 */
export async function startContactChange(deps: Needs, caller: Caller, wanted: NewContact): Promise<void> {
  const { user } = await freshCallerOf(deps, caller);
  const identifier = readContact(wanted.channel, wanted.address);
  const address = wanted.channel === 'email' ? wanted.address.trim() : identifier.value;
  if (await isTaken(deps, identifier)) return;
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    const { channel } = wanted;
    await issueCode(deps, tx, { user, purpose: purposeOf(channel), channel, address, ip: caller.ip });
  });
}

async function isTaken(deps: Needs, identifier: Identifier): Promise<boolean> {
  const { users } = deps;
  if (await users.find(deps.db, identifier)) return true;
  return (await users.findRetired(deps.db, retiredHash(deps, identifier))) !== undefined;
}

export function purposeOf(channel: Channel): 'email-change' | 'mobile-change' {
  return channel === 'email' ? 'email-change' : 'mobile-change';
}
