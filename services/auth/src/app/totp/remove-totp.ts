import { notFound } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { tellFactor } from '../factors/tell-factor.ts';
import type { Deps } from '../index.ts';
import { freshCallerOf, type Caller } from '../sessions/caller.ts';

/** Turns TOTP off. Throws STEP_UP_REQUIRED, NOT_FOUND when it is not on. */
export async function removeTotp(deps: Deps, caller: Caller, device: Device): Promise<void> {
  const { user } = await freshCallerOf(deps, caller);
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    if (!(await deps.factors.dropTotp(tx, user.id))) throw notFound('TOTP');
    await deps.trustedDevices.dropAll(tx, user.id);
    const { sessionId } = caller;
    await tellFactor(deps, tx, { user, factor: 'totp', added: false, device, sessionId });
  });
}
