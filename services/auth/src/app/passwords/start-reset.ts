import { openChallenge } from '../challenges/open-challenge.ts';
import { sendCode, type SendCode, type SendCodeResult } from '../codes/send-code.ts';
import type { Deps } from '../index.ts';

export const RESET_KIND = 'password-reset';
const LIFETIME_MS = 15 * 60_000;

/** First step of a reset bound to one client: sends the code, and gives the token that the next steps need. */
export async function startReset(
  deps: Deps,
  input: Omit<SendCode, 'purpose'>,
): Promise<{ result: SendCodeResult; token: string | null }> {
  const result = await sendCode(deps, { ...input, purpose: 'password-reset' });
  if (result.outcome !== 'sent') return { result, token: null };
  const data = { channel: input.channel, verified: false };
  const reset = { kind: RESET_KIND, userId: result.user.id, data, lifetimeMs: LIFETIME_MS };
  return { result, token: (await openChallenge(deps, reset)).token };
}
