import type { SessionSpec } from '../../domain/session.ts';
import type { Channel, User } from '../../domain/user.ts';
import { addressOf, isAddressVerified } from '../../domain/user.ts';
import { issueCode } from '../codes/issue-code.ts';
import type { App } from '../ports.ts';

export type FactorKind = 'totp' | 'otp-email' | 'otp-sms' | 'passkey' | 'recovery-code';

export const CHALLENGE_MS = 5 * 60_000;
export const CHALLENGE_TRIES = 5;

export interface ChallengeOffer {
  /** hand it back with the second factor: 5 minutes, 5 tries */
  token: string;
  factors: FactorKind[];
  expiresAt: Date;
  /** where a code went at once, if one did */
  sentTo: Channel | null;
}

/** A one-time code sent with the challenge: the wished channel, and the purpose the dialect's codes have. */
export interface SendFactorCode {
  channel: Channel;
  purpose: 'second-factor' | 'any';
}

/** What a challenge keeps until the second factor comes. */
export interface ChallengeData {
  spec: SessionSpec;
  amr: string[];
  sentTo: Channel | null;
  factors: FactorKind[];
}

/** The factors a person can answer with; empty when two-factor sign-in is off. */
export async function factorsOf(app: App, user: User): Promise<FactorKind[]> {
  const { factors, passkeys } = app.stores;
  const [summary] = await factors.summaries(app.db, [user.id]);
  if (summary?.enabled !== true) return [];
  const totp = await factors.totpOf(app.db, user.id);
  const channels = (await factors.otpOf(app.db, user.id)).filter((channel) => isAddressVerified(user, channel));
  const keys = await passkeys.listOf(app.db, user.id);
  const kinds: FactorKind[] = [];
  if (totp?.enabled === true) kinds.push('totp');
  for (const channel of channels) kinds.push(channel === 'email' ? 'otp-email' : 'otp-sms');
  if (keys.length > 0) kinds.push('passkey');
  if ((await factors.recoveryCodesLeft(app.db, user.id)) > 0) kinds.push('recovery-code');
  return kinds;
}

export interface OfferInput {
  user: User;
  spec: SessionSpec;
  /** what was proven already */
  amr: string[];
  trustedDevice?: string | undefined;
  sendCode?: SendFactorCode | undefined;
}

/** A challenge when this sign-in needs a second factor; undefined when 2FA is off or the device is trusted. */
export async function offerSecondFactor(app: App, input: OfferInput): Promise<ChallengeOffer | undefined> {
  const { user, spec, amr, trustedDevice } = input;
  const factors = await factorsOf(app, user);
  if (factors.length === 0) return undefined;
  const now = app.clock();
  if (trustedDevice !== undefined) {
    const hash = app.secrets.hashToken(trustedDevice);
    if (await app.stores.trustedDevices.touch(app.db, user.id, hash, now)) return undefined;
  }
  const sentTo = await sendAtOnce(app, input, factors);
  const token = app.secrets.newToken();
  const expiresAt = new Date(now.getTime() + CHALLENGE_MS);
  const data: ChallengeData = { spec, amr, sentTo, factors };
  await app.stores.challenges.insert(app.db, {
    tokenHash: app.secrets.hashToken(token),
    kind: 'second-factor',
    userId: user.id,
    data: { ...data },
    tries: 0,
    createdAt: now,
    expiresAt,
    usedAt: null,
  });
  return { token, factors, expiresAt, sentTo };
}

/** Sends to the wished channel if it is one of the person's factors, else to the one that is. */
async function sendAtOnce(
  app: App,
  { user, spec, sendCode }: OfferInput,
  factors: FactorKind[],
): Promise<Channel | null> {
  if (!sendCode) return null;
  const on = (channel: Channel) => factors.includes(channel === 'email' ? 'otp-email' : 'otp-sms');
  const channel = [sendCode.channel, 'email' as const, 'sms' as const].find(on);
  const address = channel === undefined ? null : addressOf(user, channel);
  if (channel === undefined || address === null) return null;
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, user.id);
    await issueCode(app, unit, { user, purpose: sendCode.purpose, channel, address, ip: spec.device.ip });
  });
  return channel;
}
