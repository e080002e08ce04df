import type { Deps } from '../index.ts';
import type { Caller } from '../sessions/caller.ts';
import type { TrustedDevice } from './ports.ts';

type Needs = Pick<Deps, 'clock' | 'db' | 'trustedDevices'>;

/** The caller's trusted devices, newest first. */
export async function listTrustedDevices(deps: Needs, { userId }: Caller): Promise<TrustedDevice[]> {
  return deps.trustedDevices.listOf(deps.db, userId, deps.clock());
}
