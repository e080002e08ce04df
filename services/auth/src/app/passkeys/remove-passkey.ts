import { notFound } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { tellFactor } from '../factors/tell-factor.ts';
import type { Deps } from '../index.ts';
import { freshCallerOf, type Caller } from '../sessions/caller.ts';

/** Removes one of the caller's passkeys. Throws STEP_UP_REQUIRED, NOT_FOUND. */
export async function removePasskey(deps: Deps, caller: Caller, id: string, device: Device): Promise<void> {
  const { user } = await freshCallerOf(deps, caller);
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    if (!(await deps.passkeys.drop(tx, user.id, id))) throw notFound('Passkey');
    await tellFactor(deps, tx, { user, factor: 'passkey', added: false, device, sessionId: caller.sessionId });
  });
}
