import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/**
 * Drops TOTP, one-time codes, recovery codes and trusted devices; passkeys stay, but are not asked for. Returns whether
 * there was a factor.
 */
export async function dropFactors(
  deps: Pick<Deps, 'factors' | 'passkeys' | 'trustedDevices'>,
  tx: Tx,
  userId: string,
): Promise<boolean> {
  const { factors, passkeys, trustedDevices } = deps;
  const dropped = await factors.dropAll(tx, userId);
  await factors.putRecoveryCodes(tx, userId, []);
  await trustedDevices.dropAll(tx, userId);
  await passkeys.stopAsking(tx, userId);
  return dropped > 0;
}
