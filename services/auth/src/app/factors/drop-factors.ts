import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

export type DropFactorsNeeds = Pick<Deps, 'factors' | 'passkeys' | 'trustedDevices'>;

/** Drops TOTP, one-time codes, recovery codes and trusted devices; passkeys stay, but are not asked for. */
export async function dropFactors(deps: DropFactorsNeeds, tx: Tx, userId: string): Promise<void> {
  const { factors, passkeys, trustedDevices } = deps;
  await factors.dropTotp(tx, userId);
  await factors.dropOtp(tx, userId, 'email');
  await factors.dropOtp(tx, userId, 'sms');
  await factors.putRecoveryCodes(tx, userId, []);
  await trustedDevices.dropAll(tx, userId);
  await passkeys.stopAsking(tx, userId);
}
