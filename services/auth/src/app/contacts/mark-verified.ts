import { isAddressVerified } from '../../domain/user.ts';
import type { Channel, User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import type { AppendEntryNeeds } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

export type MarkVerifiedNeeds = Pick<Deps, 'clock' | 'users'> & AppendEntryNeeds;

/** Marks an address as verified, once; for a code that was redeemed. Answers the account as it is then. */
export async function markVerified(
  deps: MarkVerifiedNeeds,
  tx: Tx,
  { user, channel, ip }: { user: User; channel: Channel; ip: string },
): Promise<User> {
  const address = channel === 'email' ? user.email : user.mobile;
  if (address === null || isAddressVerified(user, channel)) return user;
  const now = deps.clock();
  const change = channel === 'email' ? { emailVerifiedAt: now } : { mobileVerifiedAt: now };
  await deps.users.update(tx, user.id, { ...change, updatedAt: now });
  tx.emit('auth.user-verified.v1', { userId: user.id, channel, address, verifiedAt: now.toISOString() });
  await audit(deps, tx, { userId: user.id, type: 'verified', ip, detail: { channel } });
  return { ...user, ...change, updatedAt: now };
}
