import type { SessionSpec } from '../../domain/session.ts';
import { isAddressVerified } from '../../domain/user.ts';
import type { User } from '../../domain/user.ts';
import { findAccount } from '../accounts/find-account.ts';
import { codeSubject } from '../codes/code-subject.ts';
import type { CodeInput, Refusal } from '../codes/code-subject.ts';
import { redeemCode } from '../codes/redeem-code.ts';
import type { RedeemCodeNeeds } from '../codes/redeem-code.ts';
import { factorsOf } from '../factors/own-factors.ts';
import type { OwnFactorsNeeds } from '../factors/own-factors.ts';
import { openSession } from '../sessions/open-session.ts';
import type { OpenSessionNeeds, Opened } from '../sessions/open-session.ts';
import { markVerified } from './mark-verified.ts';

type Needs = OpenSessionNeeds & OwnFactorsNeeds & RedeemCodeNeeds;

export type VerifyResult =
  | { outcome: 'ok'; user: User; opened: Opened | null }
  | { outcome: Refusal | 'already-verified' | 'second-factor' | 'frozen'; user?: User | undefined };

/**
 * Verifies an address by its code and, with `spec`, signs the person in by it. An account with 2FA on can't be signed
 * in this way: `second-factor`. The code is used up only when all of it happens.
 */
export async function verifyContact(
  deps: Needs,
  input: CodeInput & { spec?: SessionSpec | undefined; refuseVerified: boolean },
): Promise<VerifyResult> {
  const { channel, code, spec, device } = input;
  const already = input.refuseVerified && (await findAccount(deps, input.identifiers));
  if (already && isAddressVerified(already, channel)) return { outcome: 'already-verified', user: already };
  const use = channel === 'email' ? 'verify-email' : 'verify-mobile';
  const subject = await codeSubject(deps, input, use);
  if (subject.refusal) return { outcome: subject.refusal, user: subject.user };
  const { user, budget, address } = subject;
  if (user && input.spec) {
    if (user.status === 'frozen') return { outcome: 'frozen', user };
    if ((await factorsOf(deps, user)).length > 0) return { outcome: 'second-factor', user };
  }
  const done = await redeemCode(deps, { user, use, address, code, budget }, async (tx, current) => {
    const verified = await markVerified(deps, tx, { user: current, channel, ip: device.ip });
    const opened = spec ? await openSession(deps, tx, { user: verified, spec, amr: ['otp'] }) : null;
    return { user: verified, opened };
  });
  if (done.outcome === 'ok' && done.value) return { outcome: 'ok', ...done.value };
  return { outcome: user ? (done.outcome === 'ok' ? 'none' : done.outcome) : 'unknown-user', user };
}
