import { generateSecret, generateURI } from 'otplib';
import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { requireProven } from '../sessions/caller.ts';

const ISSUER = 'Florin';

export interface TotpEnrolment {
  /** base32 */
  secret: string;
  otpauthUrl: string;
  /** data: URL of a PNG */
  qrDataUrl: string;
}

/** Begins enrolment with a new secret, not in force before `confirmTotp`. Undefined when TOTP is enrolled already.
 * Throws EMAIL_NOT_VERIFIED. */
export async function startTotp(
  deps: Pick<Deps, 'db' | 'factors' | 'secrets'>,
  user: User,
): Promise<TotpEnrolment | undefined> {
  requireProven(user);
  const secret = generateSecret();
  const sealed = deps.secrets.sealAtRest(secret, `totp ${user.id}`);
  if (!(await deps.factors.putPendingTotp(deps.db, user.id, sealed))) return undefined;
  const label = user.email ?? user.mobile ?? user.username ?? user.id;
  const otpauthUrl = generateURI({ issuer: ISSUER, label, secret });
  const { toDataURL } = await import('qrcode');
  return { secret, otpauthUrl, qrDataUrl: await toDataURL(otpauthUrl) };
}
