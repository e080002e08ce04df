import { timingSafeEqual } from 'node:crypto';
import { generateSync } from 'otplib';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

const STEP_SECONDS = 30;

/** Right for a person's confirmed factor, and its step not used before. The step is used up with the transaction. */
export async function checkTotp(deps: Deps, tx: Tx, userId: string, code: string): Promise<boolean> {
  const factor = await deps.factors.totpOf(tx, userId);
  if (factor?.confirmedAt == null) return false;
  return takeTotp(deps, tx, { userId, secretSealed: factor.secretSealed, code });
}

/** RFC 6238 with one step of drift. A step counts once, by compare-and-set: of two tries with one code one is right. */
export async function takeTotp(
  deps: Deps,
  tx: Tx,
  { userId, secretSealed, code }: { userId: string; secretSealed: string; code: string },
): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return false;
  const secret = deps.secrets.unsealAtRest(secretSealed, `totp ${userId}`);
  const now = Math.floor(deps.clock().getTime() / 1000 / STEP_SECONDS);
  const right = [now, now - 1, now + 1].filter((step) => {
    const expected = generateSync({ secret, epoch: step * STEP_SECONDS });
    return timingSafeEqual(Buffer.from(expected), Buffer.from(code));
  });
  for (const step of right) if (await deps.factors.takeStep(tx, userId, step)) return true;
  return false;
}
