import { timingSafeEqual } from 'node:crypto';
import { generateSecret, generateSync, generateURI } from 'otplib';
import QRCode from 'qrcode';
import type { User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { guessFailed, guessRight, openLane } from '../abuse/guard.ts';
import { notice } from '../abuse/notice.ts';
import type { Device } from '../../domain/session.ts';
import type { App, Unit } from '../ports.ts';
import { ensureRecoveryCodes } from './recovery.ts';

const STEP_SECONDS = 30;
const ISSUER = 'Florin';

export interface TotpEnrolment {
  /** base32 */
  secret: string;
  otpauthUrl: string;
  /** data: URL of a PNG */
  qrDataUrl: string;
}

/** Begins enrolment with a new secret, not in force before `confirmTotp`. Undefined when TOTP is enrolled already. */
export async function startTotp(app: App, user: User): Promise<TotpEnrolment | undefined> {
  const secret = generateSecret();
  const sealed = app.secrets.sealAtRest(secret, `totp ${user.id}`);
  if (!(await app.stores.factors.putPendingTotp(app.db, user.id, sealed))) return undefined;
  const label = user.email ?? user.mobile ?? user.username ?? user.id;
  const otpauthUrl = generateURI({ issuer: ISSUER, label, secret });
  return { secret, otpauthUrl, qrDataUrl: await QRCode.toDataURL(otpauthUrl) };
}

export type TotpResult =
  | { outcome: 'ok'; enabled: boolean; recoveryCodes: string[] }
  | { outcome: 'wrong-code' | 'not-enrolled' | 'already-enrolled' };

export interface TotpInput {
  user: User;
  code: string;
  device: Device;
  sessionId?: string | undefined;
}

/** Puts the secret that waits in force by a first code; `secret`, if given, must be that one. Gives recovery codes when there are none. */
export async function confirmTotp(app: App, input: TotpInput & { secret?: string | undefined }): Promise<TotpResult> {
  const { user, code, device, secret } = input;
  const factor = await app.stores.factors.totpOf(app.db, user.id);
  if (!factor) return { outcome: 'not-enrolled' };
  if (factor.confirmedAt !== null) return { outcome: 'already-enrolled' };
  const waiting = app.secrets.unsealAtRest(factor.secretSealed, `totp ${user.id}`);
  const lane = await openLane(app, { user, identifier: user.id, device });
  const other = secret !== undefined && secret !== waiting;
  if (other || !(await takeTotp(app, user.id, waiting, code))) {
    await guessFailed(app, lane);
    return { outcome: 'wrong-code' };
  }
  await guessRight(app, lane);
  return app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    await app.stores.factors.updateTotp(unit.trx, user.id, { confirmedAt: app.clock(), enabled: true });
    await tellFactor(app, unit, { ...input, factor: 'totp', added: true });
    return { outcome: 'ok', enabled: true, recoveryCodes: await ensureRecoveryCodes(app, unit, user.id) };
  });
}

/** Turns an enrolled TOTP off, or on again, by a code. */
export async function toggleTotp(app: App, input: TotpInput): Promise<TotpResult> {
  const { user, code, device } = input;
  const factor = await app.stores.factors.totpOf(app.db, user.id);
  if (factor?.confirmedAt == null) return { outcome: 'not-enrolled' };
  const lane = await openLane(app, { user, identifier: user.id, device });
  if (!(await checkTotp(app, user.id, code))) {
    await guessFailed(app, lane);
    return { outcome: 'wrong-code' };
  }
  await guessRight(app, lane);
  const enabled = !factor.enabled;
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    await app.stores.factors.updateTotp(unit.trx, user.id, { enabled });
    await tellFactor(app, unit, { ...input, factor: 'totp', added: enabled });
  });
  return { outcome: 'ok', enabled, recoveryCodes: [] };
}

/** Right for a person's confirmed factor, and its step not used before. */
export async function checkTotp(app: App, userId: string, code: string): Promise<boolean> {
  const factor = await app.stores.factors.totpOf(app.db, userId);
  if (factor?.confirmedAt == null) return false;
  return takeTotp(app, userId, app.secrets.unsealAtRest(factor.secretSealed, `totp ${userId}`), code);
}

/** RFC 6238 with one step of drift. A step counts once, by compare-and-set: of two tries with one code one is right. */
async function takeTotp(app: App, userId: string, secret: string, code: string): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return false;
  const now = Math.floor(app.clock().getTime() / 1000 / STEP_SECONDS);
  const right = [now, now - 1, now + 1].filter((step) => {
    const expected = generateSync({ secret, epoch: step * STEP_SECONDS });
    return timingSafeEqual(Buffer.from(expected), Buffer.from(code));
  });
  for (const step of right) if (await app.stores.factors.takeStep(app.db, userId, step)) return true;
  return false;
}

/** What people who choose it must be told (ASVS 5 6.6.1). */
const SMS_RISK =
  ' Whoever takes over your mobile number can read text messages; an authenticator app or a passkey is safer.';

export interface FactorChange {
  user: User;
  factor: string;
  added: boolean;
  device: Device;
  sessionId?: string | undefined;
}

/** Audit entry and notice of a factor that came or went. */
export async function tellFactor(app: App, unit: Unit, change: FactorChange): Promise<void> {
  const { user, factor, added, device, sessionId } = change;
  const what = added ? 'factor-added' : 'factor-removed';
  await audit(app, unit, { userId: user.id, type: what, ip: device.ip, sessionId, detail: { factor } });
  const risk = added && factor === 'otp-sms' ? SMS_RISK : '';
  const detail = `Second factor ${factor} was turned ${added ? 'on' : 'off'}.${risk}`;
  await notice(app, unit, { userId: user.id, what, detail });
}
