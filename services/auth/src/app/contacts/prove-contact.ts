import { addressOf, isAddressVerified, isVerified, type Channel, type User } from '../../domain/user.ts';
import { retiredHash } from '../accounts/find-account.ts';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { handOver, type Kept } from './hand-over.ts';

export interface ProveContact {
  /** as locked in this transaction */
  user: User;
  channel: Channel;
  ip: string;
  /** what outlives the first proof of the account */
  keep: Kept;
}

/**
 * Marks the account's address of a channel as proven, once. The first proof of an account hands it over to the person
 * who gave it: what others set up before goes, see `handOver`. Returns the account as it is then.
 */
export async function proveContact(deps: Deps, tx: Tx, input: ProveContact): Promise<User> {
  const { user, channel, ip, keep } = input;
  const address = addressOf(user, channel);
  if (address === null || isAddressVerified(user, channel)) return user;
  const now = deps.clock();
  const change = channel === 'email' ? { emailVerifiedAt: now } : { mobileVerifiedAt: now };
  await deps.users.update(tx, user.id, { ...change, updatedAt: now });
  // somebody closed an account with this address once; whoever proves it now is a new person
  const identifier = { kind: channel === 'email' ? 'email' : 'mobile', value: address.toLowerCase() } as const;
  await deps.users.unretire(tx, retiredHash(deps, identifier));
  tx.emit('auth.user-verified.v1', { userId: user.id, channel, address, verifiedAt: now.toISOString() });
  await audit(deps, tx, { userId: user.id, type: 'verified', ip, detail: { channel } });
  const proven = { ...user, ...change, updatedAt: now };
  return isVerified(user) ? proven : handOver(deps, tx, { user: proven, channel, ip, keep });
}
