import type { SessionSpec } from '../../domain/session.ts';
import { addressOf, type Channel, type User } from '../../domain/user.ts';
import { issueCode } from '../codes/issue-code.ts';
import { factorsOf, type FactorKind } from '../factors/own-factors.ts';
import type { Deps } from '../index.ts';
import { openChallenge } from './open-challenge.ts';

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

export interface OfferInput {
  user: User;
  spec: SessionSpec;
  /** what was proven already */
  amr: string[];
  trustedDevice?: string | undefined;
  sendCode?: SendFactorCode | undefined;
}

/** A challenge when this sign-in needs a second factor; undefined when 2FA is off or the device is trusted. */
export async function offerSecondFactor(deps: Deps, input: OfferInput): Promise<ChallengeOffer | undefined> {
  const { user, spec, amr, trustedDevice } = input;
  const factors = await factorsOf(deps, user);
  if (factors.length === 0) return undefined;
  if (trustedDevice !== undefined) {
    const hash = deps.secrets.hashToken(trustedDevice);
    if (await deps.trustedDevices.touch(deps.db, user.id, hash, deps.clock())) return undefined;
  }
  const sentTo = await sendAtOnce(deps, input, factors);
  const data = { spec, amr, sentTo, factors } satisfies ChallengeData;
  const challenge = { kind: 'second-factor', userId: user.id, data, lifetimeMs: CHALLENGE_MS };
  return { ...(await openChallenge(deps, challenge)), factors, sentTo };
}

/** Sends to the wished channel if it is one of the person's factors, else to the one that is. */
async function sendAtOnce(
  deps: Deps,
  { user, spec, sendCode }: OfferInput,
  factors: FactorKind[],
): Promise<Channel | null> {
  if (!sendCode) return null;
  const on = (channel: Channel) => factors.includes(channel === 'email' ? 'otp-email' : 'otp-sms');
  const channel = [sendCode.channel, 'email' as const, 'sms' as const].find(on);
  const address = channel === undefined ? null : addressOf(user, channel);
  if (channel === undefined || address === null) return null;
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    await issueCode(deps, tx, { user, purpose: sendCode.purpose, channel, address, ip: spec.device.ip });
  });
  return channel;
}
