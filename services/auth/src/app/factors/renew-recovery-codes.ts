import type { Device } from '../../domain/session.ts';
import type { Deps } from '../index.ts';
import { provenCallerOf, type CallerNeeds, type Caller } from '../sessions/caller.ts';
import { newRecoveryCodes, type RecoveryCodesNeeds } from './recovery-codes.ts';
import { tellFactor } from './tell-factor.ts';

type Needs = Pick<Deps, 'transact' | 'users'> & CallerNeeds & RecoveryCodesNeeds;

/** Ten new recovery codes in place of the old ones. Throws STEP_UP_REQUIRED. */
export async function renewRecoveryCodes(deps: Needs, caller: Caller, device: Device): Promise<string[]> {
  const { user } = await provenCallerOf(deps, caller);
  return deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    const { sessionId } = caller;
    await tellFactor(deps, tx, { user, factor: 'recovery codes', added: true, device, sessionId });
    return newRecoveryCodes(deps, tx, user.id);
  });
}
