import { FlorinError } from '@florin/errors';
import { provenCallerOf, type CallerNeeds, type Caller } from '../sessions/caller.ts';
import { startTotp, type StartTotpNeeds, type TotpEnrolment } from './start-totp.ts';

/** Begins TOTP for the caller. Throws STEP_UP_REQUIRED, CONFLICT when it is on. */
export async function enrolTotp(deps: CallerNeeds & StartTotpNeeds, caller: Caller): Promise<TotpEnrolment> {
  const { user } = await provenCallerOf(deps, caller);
  const enrolment = await startTotp(deps, user);
  if (!enrolment) throw new FlorinError('CONFLICT', 'TOTP is on already; turn it off first');
  return enrolment;
}
