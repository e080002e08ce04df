import type { Device } from '../../domain/session.ts';
import { addressOf, type Channel, type User } from '../../domain/user.ts';
import { lockCodes, redeemCode } from '../codes/redeem-code.ts';
import { guessFailed, guessRight } from '../guesses/guess-budget.ts';
import type { GuessBudget } from '../guesses/ports.ts';
import type { Tx } from '../ports.ts';
import { checkTotp } from '../totp/check-totp.ts';
import { factorsOf, type FactorKind } from './own-factors.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import type { Deps } from '../index.ts';

export interface TryFactor {
  /** as locked in this transaction */
  user: User;
  code: string;
  /** undefined takes whichever of the person's factors fits */
  factor?: Exclude<FactorKind, 'passkey'> | undefined;
  budget: GuessBudget;
  device: Device;
}

export type TryResult = { outcome: 'ok'; factor: FactorKind } | { outcome: 'wrong' | 'expired' | 'none' };

/**
 * Tries a typed second factor. Each wrong try counts once in the account's guess budget. A right one is used up in the
 * caller's transaction: when what it is for fails, or the budget turns out to be used up, it stays good.
 */
export async function tryFactor(deps: Deps, tx: Tx, input: TryFactor): Promise<TryResult> {
  const { user, code, budget, device } = input;
  const mine = await factorsOf(deps, user, tx);
  const wanted = mine.filter((kind) => input.factor === undefined || kind === input.factor);
  if (wanted.includes('totp') && (await checkTotp(deps, tx, user.id, code))) return right(deps, tx, budget, 'totp');
  if (wanted.includes('recovery-code') && (await takeRecoveryCode(deps, tx, { userId: user.id, code, device }))) {
    return right(deps, tx, budget, 'recovery-code');
  }
  let worst: TryResult = { outcome: 'wrong' };
  for (const kind of wanted) {
    const channel = channelOf(kind);
    if (channel === undefined) continue;
    const use = 'second-factor';
    const rows = await lockCodes(deps, tx, { userId: user.id, use, address: addressOf(user, channel) ?? '' });
    const outcome = await redeemCode(deps, tx, { user, use, rows, code, budget });
    if (outcome === 'ok') return { outcome, factor: kind };
    worst = { outcome };
  }
  if (!wanted.some((kind) => channelOf(kind) !== undefined)) await guessFailed(deps, budget, tx);
  return worst;
}

async function right(deps: Deps, tx: Tx, budget: GuessBudget, factor: FactorKind): Promise<TryResult> {
  await guessRight(deps, budget, tx);
  return { outcome: 'ok', factor };
}

export function channelOf(kind: FactorKind): Channel | undefined {
  if (kind === 'otp-email') return 'email';
  return kind === 'otp-sms' ? 'sms' : undefined;
}
