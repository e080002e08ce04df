import type { Device } from '../../domain/session.ts';
import { provenCallerOf, type CallerNeeds, type Caller } from '../sessions/caller.ts';
import { confirmTotp, type ConfirmTotpNeeds, type TotpResult } from './confirm-totp.ts';

export async function finishTotp(
  deps: CallerNeeds & ConfirmTotpNeeds,
  caller: Caller,
  input: { code: string; device: Device },
): Promise<TotpResult> {
  const { user } = await provenCallerOf(deps, caller);
  return confirmTotp(deps, { user, ...input, sessionId: caller.sessionId });
}
