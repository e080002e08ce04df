import type { Device, SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { proveContact } from '../contacts/prove-contact.ts';
import { trustDevice } from '../devices/trust-device.ts';
import type { FactorKind } from '../factors/own-factors.ts';
import { channelOf } from '../factors/try-factor.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { openSession } from '../sessions/open-session.ts';
import type { CompleteResult } from './complete-second-factor.ts';
import type { TakenChallenge } from './take-challenge.ts';

export interface Finish extends TakenChallenge {
  factor: FactorKind;
  device: Device;
  /** overrides what the sign-in asked for */
  spec?: Partial<SessionSpec> | undefined;
  /** skip the second factor on this device for 30 days */
  trust?: boolean;
  /** the code also proves the address it was sent to */
  verifyContact?: boolean;
}

const AMR: Record<FactorKind, string> = {
  totp: 'otp',
  'otp-email': 'otp',
  'otp-sms': 'sms',
  passkey: 'pop',
  'recovery-code': 'otp',
};

/** Uses the challenge up and opens the session that the sign-in asked for. */
export async function finishSecondFactor(deps: Deps, tx: Tx, input: Finish): Promise<CompleteResult> {
  const { data, device, factor, tokenHash, user } = input;
  if (!(await deps.challenges.use(tx, tokenHash, deps.clock()))) return { outcome: 'no-challenge' };
  const current = input.verifyContact === true ? await proveAddress(deps, tx, input) : user;
  const spec = { ...data.spec, ...input.spec, device: { ...data.spec.device, ...stated(device) } };
  const opened = await openSession(deps, tx, { user: current, spec, amr: [...data.amr, AMR[factor], 'mfa'] });
  const trustedDevice = input.trust === true ? await trustDevice(deps, tx, opened) : null;
  return { outcome: 'signed-in', opened, trustedDevice };
}

async function proveAddress(deps: Deps, tx: Tx, { user, factor, device }: Finish): Promise<User> {
  const channel = channelOf(factor);
  if (channel === undefined) return user;
  return proveContact(deps, tx, { user, channel, ip: device.ip, keep: { password: true } });
}

/** Only what this request says of the device; the rest stays as the sign-in said. */
function stated(device: Device): Partial<Device> {
  return Object.fromEntries(Object.entries(device).filter(([, value]) => value !== undefined && value !== ''));
}
