import { notFound } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { tellFactor } from '../factors/tell-factor.ts';
import type { Deps } from '../index.ts';
import { freshCallerOf, type Caller } from '../sessions/caller.ts';

/** Ends sign-in by accounts elsewhere. Throws STEP_UP_REQUIRED, NOT_FOUND when there is none. */
export async function unlinkIdentities(deps: Deps, caller: Caller, device: Device): Promise<void> {
  const { user } = await freshCallerOf(deps, caller);
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    if ((await deps.users.unlinkFederated(tx, user.id)) === 0) throw notFound('A linked account');
    const { sessionId } = caller;
    await tellFactor(deps, tx, { user, factor: 'google', added: false, device, sessionId });
  });
}
