import { notFound } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import { tellFactor, type TellFactorNeeds } from '../factors/tell-factor.ts';
import type { Deps } from '../index.ts';
import { freshCallerOf, type CallerNeeds, type Caller } from '../sessions/caller.ts';

type Needs = Pick<Deps, 'passkeys' | 'transact' | 'users'> & CallerNeeds & TellFactorNeeds;

/** Removes one of the caller's passkeys. Throws STEP_UP_REQUIRED, NOT_FOUND. */
export async function removePasskey(deps: Needs, caller: Caller, id: string, device: Device): Promise<void> {
  const { user } = await freshCallerOf(deps, caller);
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    if (!(await deps.passkeys.drop(tx, user.id, id))) throw notFound('Passkey');
    await tellFactor(deps, tx, { user, factor: 'passkey', added: false, device, sessionId: caller.sessionId });
  });
}
