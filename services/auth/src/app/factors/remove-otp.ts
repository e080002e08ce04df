import { notFound } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import type { Channel } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { freshCallerOf, type Caller } from '../sessions/caller.ts';
import { tellFactor } from './tell-factor.ts';

/** Turns them off. Throws STEP_UP_REQUIRED, NOT_FOUND. */
export async function removeOtp(deps: Deps, caller: Caller, channel: Channel, device: Device): Promise<void> {
  const { user } = await freshCallerOf(deps, caller);
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    if (!(await deps.factors.dropOtp(tx, user.id, channel))) throw notFound('This factor');
    await deps.trustedDevices.dropAll(tx, user.id);
    const { sessionId } = caller;
    await tellFactor(deps, tx, { user, factor: `otp-${channel}`, added: false, device, sessionId });
  });
}
