import { isAddressVerified, type Channel, type User } from '../../domain/user.ts';
import type { Identifier } from '../accounts/ports.ts';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { announceContact } from './announce-contact.ts';

export interface ReleaseClaim {
  identifier: Identifier;
  /** who wants the address; their own claim stays */
  userId: string;
  /** they have proven it: the claim of somebody who has not ends at once */
  proven: boolean;
}

/**
 * Takes an address away from an account that never proved it: at once for somebody who has proven it, else when the
 * claim is older than UNPROVEN_CLAIM_HOURS. The account itself stays. Returns it, or undefined when nothing was taken.
 */
export async function releaseClaim(
  deps: Deps,
  tx: Tx,
  { identifier, userId, proven }: ReleaseClaim,
): Promise<User | undefined> {
  if (identifier.kind !== 'email' && identifier.kind !== 'mobile') return undefined;
  const channel: Channel = identifier.kind === 'email' ? 'email' : 'sms';
  const holder = await deps.users.lockBy(tx, identifier);
  if (!holder || holder.id === userId || isAddressVerified(holder, channel)) return undefined;
  const age = deps.clock().getTime() - holder.createdAt.getTime();
  if (!proven && age < deps.settings.unprovenClaimMs) return undefined;
  const none = channel === 'email' ? { email: null, emailNormal: null } : { mobile: null };
  await deps.users.update(tx, holder.id, { ...none, updatedAt: deps.clock() });
  await deps.codes.voidAll(tx, holder.id);
  await audit(deps, tx, { userId: holder.id, type: 'contact-lapsed', detail: { channel } });
  return announceContact(deps, tx, holder.id);
}
