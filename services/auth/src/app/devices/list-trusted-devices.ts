import type { Deps } from '../index.ts';
import type { Caller } from '../sessions/caller.ts';
import type { TrustedDevice } from './ports.ts';

/** The caller's trusted devices, newest first. */
export async function listTrustedDevices(
  deps: Pick<Deps, 'clock' | 'db' | 'trustedDevices'>,
  { userId }: Caller,
): Promise<TrustedDevice[]> {
  return deps.trustedDevices.listOf(deps.db, userId, deps.clock());
}
