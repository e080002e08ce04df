import type { Deps } from '../index.ts';
import { callerOf, type Caller } from '../sessions/caller.ts';

/** The accounts elsewhere that sign in to the caller's. */
export async function listIdentities(deps: Deps, caller: Caller): Promise<{ issuer: string; createdAt: Date }[]> {
  const { user } = await callerOf(deps, caller);
  return deps.users.federatedOf(deps.db, user.id);
}
