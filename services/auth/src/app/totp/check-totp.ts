import { timingSafeEqual } from 'node:crypto';
import { generateSync } from 'otplib';
import type { Deps } from '../index.ts';

export type CheckTotpNeeds = Pick<Deps, 'clock' | 'db' | 'factors' | 'secrets'>;

const STEP_SECONDS = 30;

/** Right for a person's confirmed factor, and its step not used before. */
export async function checkTotp(deps: CheckTotpNeeds, userId: string, code: string): Promise<boolean> {
  const factor = await deps.factors.totpOf(deps.db, userId);
  if (factor?.confirmedAt == null) return false;
  return takeTotp(deps, userId, deps.secrets.unsealAtRest(factor.secretSealed, `totp ${userId}`), code);
}

/** RFC 6238 with one step of drift. A step counts once, by compare-and-set: of two tries with one code one is right. */
export async function takeTotp(deps: CheckTotpNeeds, userId: string, secret: string, code: string): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return false;
  const now = Math.floor(deps.clock().getTime() / 1000 / STEP_SECONDS);
  const right = [now, now - 1, now + 1].filter((step) => {
    const expected = generateSync({ secret, epoch: step * STEP_SECONDS });
    return timingSafeEqual(Buffer.from(expected), Buffer.from(code));
  });
  for (const step of right) if (await deps.factors.takeStep(deps.db, userId, step)) return true;
  return false;
}
