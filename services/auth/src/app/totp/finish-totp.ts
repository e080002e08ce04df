import type { Device } from '../../domain/session.ts';
import { provenCallerOf } from '../sessions/caller.ts';
import type { CallerNeeds, Caller } from '../sessions/caller.ts';
import { confirmTotp } from './confirm-totp.ts';
import type { ConfirmTotpNeeds, TotpResult } from './confirm-totp.ts';

type Needs = CallerNeeds & ConfirmTotpNeeds;

export async function finishTotp(
  deps: Needs,
  caller: Caller,
  input: { code: string; device: Device },
): Promise<TotpResult> {
  const { user } = await provenCallerOf(deps, caller);
  return confirmTotp(deps, { user, ...input, sessionId: caller.sessionId });
}
