import { isAddressVerified, type User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Db } from '../ports.ts';

export type FactorKind = 'totp' | 'otp-email' | 'otp-sms' | 'passkey' | 'recovery-code';

/** The factors a person can answer with; empty when two-factor sign-in is off. */
export async function factorsOf(
  deps: Pick<Deps, 'db' | 'factors' | 'passkeys'>,
  user: User,
  db: Db = deps.db,
): Promise<FactorKind[]> {
  const { factors, passkeys } = deps;
  const [summary] = await factors.summaries(db, [user.id]);
  if (summary?.enabled !== true) return [];
  const totp = await factors.totpOf(db, user.id);
  const channels = (await factors.otpOf(db, user.id)).filter((channel) => isAddressVerified(user, channel));
  const keys = await passkeys.listOf(db, user.id);
  const kinds: FactorKind[] = [];
  if (totp?.enabled === true) kinds.push('totp');
  for (const channel of channels) kinds.push(channel === 'email' ? 'otp-email' : 'otp-sms');
  if (keys.length > 0) kinds.push('passkey');
  if ((await factors.recoveryCodesLeft(db, user.id)) > 0) kinds.push('recovery-code');
  return kinds;
}
