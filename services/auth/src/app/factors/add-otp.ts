import { FlorinError } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { isAddressVerified, type Channel } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { provenCallerOf, type Caller } from '../sessions/caller.ts';
import { ensureRecoveryCodes } from './recovery-codes.ts';
import { tellFactor } from './tell-factor.ts';

/** Turns codes by e-mail or SMS on as a second factor; gives recovery codes when there are none. */
export async function addOtp(deps: Deps, caller: Caller, channel: Channel, device: Device): Promise<string[]> {
  const { user } = await provenCallerOf(deps, caller);
  if (!isAddressVerified(user, channel)) {
    throw new FlorinError('CONFLICT', `Verify your ${channel === 'email' ? 'e-mail address' : 'mobile number'} first`);
  }
  return deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    await deps.factors.putOtp(tx, user.id, channel, deps.clock());
    const { sessionId } = caller;
    await tellFactor(deps, tx, { user, factor: `otp-${channel}`, added: true, device, sessionId });
    return ensureRecoveryCodes(deps, tx, user.id);
  });
}
