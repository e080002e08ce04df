import { notFound } from '@florin/errors';
import { freshCallerOf, type Caller } from './caller.ts';
import { endOne } from './end-sessions.ts';
import type { Deps } from '../index.ts';

/** Ends one session of the caller (ASVS 5 7.5.2: by a fresh sign-in). Throws STEP_UP_REQUIRED, NOT_FOUND when it is not theirs or has ended. */
export async function revokeSession(deps: Deps, caller: Caller, id: string): Promise<void> {
  await freshCallerOf(deps, caller);
  const { userId, ip } = caller;
  if (!(await endOne(deps, { userId, id, ip, reason: 'revoked' }))) throw notFound('Session');
}
