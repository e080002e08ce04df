import type { User } from '../../domain/user.ts';
import { codeSubject } from '../codes/code-subject.ts';
import type { CodeInput } from '../codes/code-subject.ts';
import { redeemCode } from '../codes/redeem-code.ts';
import type { RedeemCodeNeeds, CodeOutcome } from '../codes/redeem-code.ts';
import { prepare, apply } from './apply-reset.ts';
import type { ApplyResetNeeds, NewPassword } from './apply-reset.ts';

type Needs = ApplyResetNeeds & RedeemCodeNeeds;

export type ResetResult =
  | { outcome: 'ok'; user: User }
  | { outcome: Exclude<CodeOutcome, 'ok'> | 'unknown-user' | 'terminated' | 'no-address'; user?: User | undefined };

/**
 * Sets a new password for whoever holds the code of `password-reset`. It signs nobody in: the next sign-in asks for the
 * second factor as ever, for trusted devices are dropped. A frozen account is in use again. Throws PASSWORD_REFUSED or
 * INVALID_ARGUMENT on `password`; the code then stays good.
 */
export async function resetPassword(deps: Needs, input: CodeInput & NewPassword): Promise<ResetResult> {
  const prepared = await prepare(deps, input);
  const subject = await codeSubject(deps, input, 'password-reset');
  if (subject.refusal) return { outcome: subject.refusal, user: subject.user };
  const { user, budget, address } = subject;
  const { code, channel, device } = input;
  const done = await redeemCode(deps, { user, use: 'password-reset', address, code, budget }, (tx, current) =>
    apply(deps, tx, { ...input, ...prepared, user: current, channel, device }),
  );
  if (done.outcome === 'ok') return done.value ? { outcome: 'ok', user: done.value } : { outcome: 'none' };
  return { outcome: user ? done.outcome : 'unknown-user', user };
}
