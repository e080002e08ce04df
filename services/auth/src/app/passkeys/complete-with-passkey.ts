import type { SessionSpec } from '../../domain/session.ts';
import type { CompleteResult } from '../challenges/complete-second-factor.ts';
import { finishSecondFactor } from '../challenges/finish-second-factor.ts';
import { takeChallenge } from '../challenges/take-challenge.ts';
import type { Deps } from '../index.ts';
import { ownerOf, type PasskeyAnswer } from './passkey-owner.ts';

/** Redeems a second-factor challenge by one of the person's passkeys. */
export async function completeWithPasskey(
  deps: Deps,
  input: PasskeyAnswer & { secondFactor: string; spec: Pick<SessionSpec, 'device'>; trust: boolean },
): Promise<CompleteResult> {
  const owner = await ownerOf(deps, input, false);
  return deps.transact(async (tx) => {
    const taken = await takeChallenge(deps, tx, { token: input.secondFactor });
    if (!taken) return { outcome: 'no-challenge' };
    const { user } = taken;
    if (owner?.id !== user.id) return { outcome: 'wrong', user };
    if (user.status !== 'active') return { outcome: user.status, user };
    const { device } = input.spec;
    return finishSecondFactor(deps, tx, { ...taken, factor: 'passkey', device, trust: input.trust });
  });
}
