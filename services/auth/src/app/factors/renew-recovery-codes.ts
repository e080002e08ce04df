import type { Device } from '../../domain/session.ts';
import type { Deps } from '../index.ts';
import { provenCallerOf, type Caller } from '../sessions/caller.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { tellFactor } from './tell-factor.ts';

/** Ten new recovery codes in place of the old ones. Throws STEP_UP_REQUIRED. */
export async function renewRecoveryCodes(deps: Deps, caller: Caller, device: Device): Promise<string[]> {
  const { user } = await provenCallerOf(deps, caller);
  return deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    const { sessionId } = caller;
    await tellFactor(deps, tx, { user, factor: 'recovery codes', added: true, device, sessionId });
    return newRecoveryCodes(deps, tx, user.id);
  });
}
