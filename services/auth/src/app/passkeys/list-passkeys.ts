import type { Deps } from '../index.ts';
import type { Caller } from '../sessions/caller.ts';
import type { Passkey } from './ports.ts';

/** The caller's passkeys, oldest first. */
export async function listPasskeys(deps: Pick<Deps, 'db' | 'passkeys'>, { userId }: Caller): Promise<Passkey[]> {
  return deps.passkeys.listOf(deps.db, userId);
}
