import { FlorinError } from '@florin/errors';
import { provenCallerOf, type Caller } from '../sessions/caller.ts';
import { startTotp, type TotpEnrolment } from './start-totp.ts';
import type { Deps } from '../index.ts';

/** Begins TOTP for the caller. Throws STEP_UP_REQUIRED, CONFLICT when it is on. */
export async function enrolTotp(deps: Deps, caller: Caller): Promise<TotpEnrolment> {
  const { user } = await provenCallerOf(deps, caller);
  const enrolment = await startTotp(deps, user);
  if (!enrolment) throw new FlorinError('CONFLICT', 'TOTP is on already; turn it off first');
  return enrolment;
}
