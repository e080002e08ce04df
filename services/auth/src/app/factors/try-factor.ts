import type { Device } from '../../domain/session.ts';
import type { Channel, User } from '../../domain/user.ts';
import { addressOf } from '../../domain/user.ts';
import { guessFailed, guessRight } from '../abuse/guard.ts';
import { redeemCode } from '../codes/redeem-code.ts';
import type { App, Lane } from '../ports.ts';
import { takeRecoveryCode } from './recovery.ts';
import type { FactorKind } from './second-factor.ts';
import { factorsOf } from './second-factor.ts';
import { checkTotp } from './totp.ts';

export interface TryFactor {
  user: User;
  code: string;
  /** undefined takes whichever of the person's factors fits */
  factor?: Exclude<FactorKind, 'passkey'> | undefined;
  lane: Lane;
  device: Device;
}

export type TryResult = { outcome: 'ok'; factor: FactorKind } | { outcome: 'wrong' | 'expired' | 'none' };

/** Tries a typed second factor. Each wrong try counts once in the account's guess budget. */
export async function tryFactor(app: App, input: TryFactor): Promise<TryResult> {
  const { user, code, lane, device } = input;
  const mine = await factorsOf(app, user);
  const wanted = mine.filter((kind) => input.factor === undefined || kind === input.factor);
  if (wanted.includes('totp') && (await checkTotp(app, user.id, code))) return right(app, lane, 'totp');
  if (wanted.includes('recovery-code') && (await takeRecoveryCode(app, { userId: user.id, code, device }))) {
    return right(app, lane, 'recovery-code');
  }
  let worst: TryResult = { outcome: 'wrong' };
  for (const kind of wanted) {
    const channel = channelOf(kind);
    if (channel === undefined) continue;
    const address = addressOf(user, channel) ?? '';
    const { outcome } = await redeemCode(app, { user, use: 'second-factor', address, code, lane });
    if (outcome === 'ok') return { outcome, factor: kind };
    worst = { outcome };
  }
  if (!wanted.some((kind) => channelOf(kind) !== undefined)) await guessFailed(app, lane);
  return worst;
}

async function right(app: App, lane: Lane, factor: FactorKind): Promise<TryResult> {
  await guessRight(app, lane);
  return { outcome: 'ok', factor };
}

export function channelOf(kind: FactorKind): Channel | undefined {
  if (kind === 'otp-email') return 'email';
  return kind === 'otp-sms' ? 'sms' : undefined;
}
