import { FlorinError, notFound } from '@florin/errors';
import type { Device } from '../../domain/session.ts';
import type { Channel } from '../../domain/user.ts';
import { isAddressVerified } from '../../domain/user.ts';
import type { App } from '../ports.ts';
import type { Caller } from '../sessions/manage.ts';
import { callerOf, freshCallerOf } from '../sessions/manage.ts';
import { ensureRecoveryCodes, newRecoveryCodes } from './recovery.ts';
import type { FactorKind } from './second-factor.ts';
import { factorsOf } from './second-factor.ts';
import type { TotpEnrolment, TotpResult } from './totp.ts';
import { confirmTotp, startTotp, tellFactor } from './totp.ts';

/** The caller's factors, and how many recovery codes are left. */
export async function listFactors(
  app: App,
  caller: Caller,
): Promise<{ factors: FactorKind[]; recoveryCodesLeft: number }> {
  const { user } = await callerOf(app, caller);
  const recoveryCodesLeft = await app.stores.factors.recoveryCodesLeft(app.db, user.id);
  return { factors: await factorsOf(app, user), recoveryCodesLeft };
}

/** Begins TOTP for the caller. Throws STEP_UP_REQUIRED, CONFLICT when it is on. */
export async function enrolTotp(app: App, caller: Caller): Promise<TotpEnrolment> {
  const { user } = await freshCallerOf(app, caller);
  const enrolment = await startTotp(app, user);
  if (!enrolment) throw new FlorinError('CONFLICT', 'TOTP is on already; turn it off first');
  return enrolment;
}

export async function finishTotp(
  app: App,
  caller: Caller,
  input: { code: string; device: Device },
): Promise<TotpResult> {
  const { user } = await freshCallerOf(app, caller);
  return confirmTotp(app, { user, ...input, sessionId: caller.sessionId });
}

/** Turns TOTP off. Throws STEP_UP_REQUIRED, NOT_FOUND when it is not on. */
export async function removeTotp(app: App, caller: Caller, device: Device): Promise<void> {
  const { user } = await freshCallerOf(app, caller);
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    if (!(await app.stores.factors.dropTotp(unit.trx, user.id))) throw notFound('TOTP');
    await app.stores.trustedDevices.dropAll(unit.trx, user.id);
    const { sessionId } = caller;
    await tellFactor(app, unit, { user, factor: 'totp', added: false, device, sessionId });
  });
}

/** Turns codes by e-mail or SMS on as a second factor; gives recovery codes when there are none. */
export async function addOtp(app: App, caller: Caller, channel: Channel, device: Device): Promise<string[]> {
  const { user } = await freshCallerOf(app, caller);
  if (!isAddressVerified(user, channel)) {
    throw new FlorinError('CONFLICT', `Verify your ${channel === 'email' ? 'e-mail address' : 'mobile number'} first`);
  }
  return app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    await app.stores.factors.putOtp(unit.trx, user.id, channel, app.clock());
    const { sessionId } = caller;
    await tellFactor(app, unit, { user, factor: `otp-${channel}`, added: true, device, sessionId });
    return ensureRecoveryCodes(app, unit, user.id);
  });
}

/** Turns them off. Throws STEP_UP_REQUIRED, NOT_FOUND. */
export async function removeOtp(app: App, caller: Caller, channel: Channel, device: Device): Promise<void> {
  const { user } = await freshCallerOf(app, caller);
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    if (!(await app.stores.factors.dropOtp(unit.trx, user.id, channel))) throw notFound('This factor');
    await app.stores.trustedDevices.dropAll(unit.trx, user.id);
    const { sessionId } = caller;
    await tellFactor(app, unit, { user, factor: `otp-${channel}`, added: false, device, sessionId });
  });
}

/** Ten new recovery codes in place of the old ones. Throws STEP_UP_REQUIRED. */
export async function renewRecoveryCodes(app: App, caller: Caller, device: Device): Promise<string[]> {
  const { user } = await freshCallerOf(app, caller);
  return app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    const { sessionId } = caller;
    await tellFactor(app, unit, { user, factor: 'recovery codes', added: true, device, sessionId });
    return newRecoveryCodes(app, unit, user.id);
  });
}
