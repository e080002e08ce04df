import type { Device, SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { openLane } from '../abuse/guard.ts';
import { markVerified } from '../accounts/verify-contact.ts';
import type { App, Unit } from '../ports.ts';
import type { Opened } from '../sessions/open-session.ts';
import { openSession } from '../sessions/open-session.ts';
import type { ChallengeData, FactorKind } from './second-factor.ts';
import { CHALLENGE_TRIES } from './second-factor.ts';
import { trustDevice } from './trusted-devices.ts';
import { channelOf, tryFactor } from './try-factor.ts';

export interface CompleteSecondFactor {
  challenge: string;
  /** must be the challenge's person, when given */
  userId?: string | undefined;
  code: string;
  factor?: Exclude<FactorKind, 'passkey'> | undefined;
  device: Device;
  /** overrides what the sign-in asked for */
  spec?: Partial<SessionSpec> | undefined;
  /** skip the second factor on this device for 30 days */
  trust?: boolean;
  /** the code also proves the address it was sent to */
  verifyContact?: boolean;
}

export type CompleteResult =
  | { outcome: 'signed-in'; opened: Opened; trustedDevice: string | null }
  | { outcome: 'no-challenge' | 'wrong' | 'expired' | 'none' | 'terminated' | 'frozen'; user?: User };

/** Redeems a challenge with a typed second factor and signs in. Five tries in five minutes; throws RATE_LIMITED. */
export async function completeSecondFactor(app: App, input: CompleteSecondFactor): Promise<CompleteResult> {
  const taken = await takeChallenge(app, input.challenge, input.userId);
  if (!taken) return { outcome: 'no-challenge' };
  const { user, tokenHash, data } = taken;
  if (user.status !== 'active') return { outcome: user.status, user };
  const lane = await openLane(app, { user, identifier: user.id, device: input.device });
  const tried = await tryFactor(app, { user, code: input.code, factor: input.factor, lane, device: input.device });
  if (tried.outcome !== 'ok') return { outcome: tried.outcome, user };
  return finish(app, { ...input, user, tokenHash, data, factor: tried.factor });
}

/** Counts a try on a challenge; undefined when it is used, lapsed, out of tries, or another person's. */
export async function takeChallenge(
  app: App,
  token: string,
  userId?: string,
): Promise<{ user: User; tokenHash: Buffer; data: ChallengeData } | undefined> {
  const tokenHash = app.secrets.hashToken(token);
  const open = { tokenHash, kind: 'second-factor', now: app.clock(), mostTries: CHALLENGE_TRIES };
  const challenge = await app.stores.challenges.takeTry(app.db, open);
  if (challenge?.userId == null || (userId !== undefined && challenge.userId !== userId)) return undefined;
  const user = await app.stores.users.find(app.db, { kind: 'id', value: challenge.userId });
  return user && { user, tokenHash, data: challenge.data as unknown as ChallengeData };
}

export interface Finish {
  user: User;
  tokenHash: Buffer;
  data: ChallengeData;
  factor: FactorKind;
  device: Device;
  spec?: Partial<SessionSpec> | undefined;
  trust?: boolean;
  verifyContact?: boolean;
}

const AMR: Record<FactorKind, string> = {
  totp: 'otp',
  'otp-email': 'otp',
  'otp-sms': 'sms',
  passkey: 'pop',
  'recovery-code': 'otp',
};

/** Uses the challenge up, once, and opens the session that the sign-in asked for. */
export async function finish(app: App, input: Finish): Promise<CompleteResult> {
  const { data, device, factor, tokenHash } = input;
  return app.unit(async (unit) => {
    const user = await app.stores.users.lock(unit.trx, input.user.id);
    if (!user || !(await app.stores.challenges.use(unit.trx, tokenHash, app.clock())))
      return { outcome: 'no-challenge' };
    if (user.status !== 'active') return { outcome: user.status, user };
    const current = input.verifyContact === true ? await proveAddress(app, unit, user, input) : user;
    const spec = { ...data.spec, ...input.spec, device: { ...data.spec.device, ...stated(device) } };
    const opened = await openSession(app, unit, { user: current, spec, amr: [...data.amr, AMR[factor], 'mfa'] });
    const trustedDevice = input.trust === true ? await trustDevice(app, unit, opened) : null;
    return { outcome: 'signed-in', opened, trustedDevice };
  });
}

async function proveAddress(app: App, unit: Unit, user: User, { factor, device }: Finish): Promise<User> {
  const channel = channelOf(factor);
  return channel === undefined ? user : markVerified(app, unit, { user, channel, ip: device.ip });
}

/** Only what this request says of the device; the rest stays as the sign-in said. */
function stated(device: Device): Partial<Device> {
  return Object.fromEntries(Object.entries(device).filter(([, value]) => value !== undefined && value !== ''));
}
