import type { User } from '../../domain/user.ts';
import { codeSubject } from './code-subject.ts';
import type { CodeInput, Refusal } from './code-subject.ts';
import { redeemCode } from './redeem-code.ts';
import type { RedeemCodeNeeds, CodeUse } from './redeem-code.ts';

type Needs = RedeemCodeNeeds;

/** Looks whether a code is right, without using it up. A wrong one counts as a try. */
export async function checkCode(
  deps: Needs,
  input: CodeInput & { use: CodeUse },
): Promise<{ outcome: 'ok' | Refusal; user?: User | undefined }> {
  const { use, code } = input;
  const subject = await codeSubject(deps, input, use);
  if (subject.refusal) return { outcome: subject.refusal, user: subject.user };
  const { user, budget, address } = subject;
  const { outcome } = await redeemCode(deps, { user, use, address, code, budget, consume: false });
  return { outcome: user ? outcome : 'unknown-user', user };
}
