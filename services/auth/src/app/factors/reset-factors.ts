import type { Device } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { dropFactors } from './drop-factors.ts';
import { factorsOf } from './own-factors.ts';
import { tellFactor } from './tell-factor.ts';

export type ResetFactorsResult =
  { outcome: 'not-admin' | 'unknown-user' } | { outcome: 'reset' | 'not-enabled'; user: User };

/** An admin removes every second factor of a person who lost them. The person is told. */
export async function resetFactors(
  deps: Deps,
  { adminId, userId, device }: { adminId: string; userId: string; device: Device },
): Promise<ResetFactorsResult> {
  const admin = await deps.users.find(deps.db, { kind: 'id', value: adminId });
  if (admin?.status !== 'active' || !admin.roles.includes('admin')) return { outcome: 'not-admin' };
  const user = await deps.users.find(deps.db, { kind: 'id', value: userId });
  if (!user || user.status === 'terminated') return { outcome: 'unknown-user' };
  const enrolled = (await deps.factors.totpOf(deps.db, userId))?.confirmedAt != null;
  if (!enrolled && (await factorsOf(deps, user)).length === 0) return { outcome: 'not-enabled', user };
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, userId);
    await dropFactors(deps, tx, userId);
    await tellFactor(deps, tx, { user, factor: 'all (by support)', added: false, device });
  });
  return { outcome: 'reset', user };
}
