import type { Device } from '../../domain/session.ts';
import { provenCallerOf, type Caller } from '../sessions/caller.ts';
import { confirmTotp, type TotpResult } from './confirm-totp.ts';
import type { Deps } from '../index.ts';

export async function finishTotp(
  deps: Deps,
  caller: Caller,
  input: { code: string; device: Device },
): Promise<TotpResult> {
  const { user } = await provenCallerOf(deps, caller);
  return confirmTotp(deps, { user, ...input, sessionId: caller.sessionId });
}
