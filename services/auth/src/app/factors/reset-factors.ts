import type { Device } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import type { App } from '../ports.ts';
import { factorsOf } from './second-factor.ts';
import { tellFactor } from './totp.ts';

export type ResetFactorsResult =
  { outcome: 'not-admin' | 'unknown-user' } | { outcome: 'reset' | 'not-enabled'; user: User };

/** An admin removes every second factor of a person who lost them. The person is told. */
export async function resetFactors(
  app: App,
  { adminId, userId, device }: { adminId: string; userId: string; device: Device },
): Promise<ResetFactorsResult> {
  const admin = await app.stores.users.find(app.db, { kind: 'id', value: adminId });
  if (admin?.status !== 'active' || !admin.roles.includes('admin')) return { outcome: 'not-admin' };
  const user = await app.stores.users.find(app.db, { kind: 'id', value: userId });
  if (!user || user.status === 'terminated') return { outcome: 'unknown-user' };
  const enrolled = (await app.stores.factors.totpOf(app.db, userId))?.confirmedAt != null;
  if (!enrolled && (await factorsOf(app, user)).length === 0) return { outcome: 'not-enabled', user };
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, userId);
    await dropFactors(app, unit.trx, userId);
    await tellFactor(app, unit, { user, factor: 'all (by support)', added: false, device });
  });
  return { outcome: 'reset', user };
}

/** Drops TOTP, one-time codes, recovery codes and trusted devices; passkeys stay, but are not asked for. */
export async function dropFactors(app: App, trx: App['db'], userId: string): Promise<void> {
  const { factors, passkeys, trustedDevices } = app.stores;
  await factors.dropTotp(trx, userId);
  await factors.dropOtp(trx, userId, 'email');
  await factors.dropOtp(trx, userId, 'sms');
  await factors.putRecoveryCodes(trx, userId, []);
  await trustedDevices.dropAll(trx, userId);
  await passkeys.stopAsking(trx, userId);
}
