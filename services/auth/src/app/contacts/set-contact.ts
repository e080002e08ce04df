import type { Channel } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Puts a proven address in place of the one there was; null takes it away. */
export async function setContact(
  deps: Pick<Deps, 'clock' | 'users'>,
  tx: Tx,
  userId: string,
  channel: Channel,
  address: string | null,
): Promise<void> {
  const now = deps.clock();
  const verifiedAt = address === null ? null : now;
  const change =
    channel === 'email'
      ? { email: address, emailNormal: address?.toLowerCase() ?? null, emailVerifiedAt: verifiedAt }
      : { mobile: address, mobileVerifiedAt: verifiedAt };
  await deps.users.update(tx, userId, { ...change, updatedAt: now });
}
