import type { SessionSpec } from '../../domain/session.ts';
import type { CompleteResult } from '../challenges/complete-second-factor.ts';
import { finish } from '../challenges/finish-second-factor.ts';
import type { FinishSecondFactorNeeds } from '../challenges/finish-second-factor.ts';
import { takeChallenge } from '../challenges/take-challenge.ts';
import { ownerOf } from './passkey-owner.ts';
import type { PasskeyOwnerNeeds, PasskeyAnswer } from './passkey-owner.ts';

type Needs = FinishSecondFactorNeeds & PasskeyOwnerNeeds;

/** Redeems a second-factor challenge by one of the person's passkeys. */
export async function completeWithPasskey(
  deps: Needs,
  input: PasskeyAnswer & { secondFactor: string; spec: Pick<SessionSpec, 'device'>; trust: boolean },
): Promise<CompleteResult> {
  const taken = await takeChallenge(deps, input.secondFactor);
  if (!taken) return { outcome: 'no-challenge' };
  const owner = await ownerOf(deps, input, false);
  if (owner?.id !== taken.user.id) return { outcome: 'wrong', user: taken.user };
  return finish(deps, { ...taken, factor: 'passkey', device: input.spec.device, trust: input.trust });
}
