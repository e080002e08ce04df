import { isAddressVerified } from '../../domain/user.ts';
import type { Channel, User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import type { App, Unit } from '../ports.ts';

/** Marks an address as verified, once; for a code that was redeemed. Answers the account as it is then. */
export async function markVerified(
  app: App,
  unit: Unit,
  { user, channel, ip }: { user: User; channel: Channel; ip: string },
): Promise<User> {
  const address = channel === 'email' ? user.email : user.mobile;
  if (address === null || isAddressVerified(user, channel)) return user;
  const now = app.clock();
  const change = channel === 'email' ? { emailVerifiedAt: now } : { mobileVerifiedAt: now };
  await app.stores.users.update(unit.trx, user.id, { ...change, updatedAt: now });
  unit.emit('auth.user-verified.v1', { userId: user.id, channel, address, verifiedAt: now.toISOString() });
  await audit(app, unit, { userId: user.id, type: 'verified', ip, detail: { channel } });
  return { ...user, ...change, updatedAt: now };
}
