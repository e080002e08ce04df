import { FlorinError, invalidField } from '@florin/errors';
import { expiry } from './expiry.ts';

/** Money of `ownerId` set aside for `payeeId`. Amounts are minor units. */
export interface Hold {
  id: string;
  ownerId: string;
  accountId: string;
  payeeId: string;
  payeeAccountId: string;
  amount: bigint;
  captured: bigint;
  currency: string;
  note: string;
  status: 'pending' | 'captured' | 'voided' | 'lapsed';
  transferId: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** When a hold placed now lapses: as asked, a week from now by default, at most 30 days. Throws INVALID_ARGUMENT. */
export function holdExpiry(now: Date, asked: Date | undefined): Date {
  return expiry(now, asked, { usualDays: 7, maximumDays: 30 });
}

/** A pending hold past its time has lapsed before it is marked so. */
export function statusAt({ status, expiresAt }: Pick<Hold, 'status' | 'expiresAt'>, now: Date): Hold['status'] {
  return status === 'pending' && expiresAt <= now ? 'lapsed' : status;
}

/** Throws CONFLICT unless the hold still reserves its money. */
export function requirePending(hold: Hold, now: Date): void {
  const status = statusAt(hold, now);
  if (status !== 'pending') throw new FlorinError('CONFLICT', `The hold is ${status}`);
}

/** What is captured: all of it, or the part asked for. Throws INVALID_ARGUMENT for more than is held. */
export function captureAmount(hold: Hold, asked: bigint | undefined): bigint {
  if (asked === undefined) return hold.amount;
  if (asked > hold.amount) throw invalidField('amount', `must be at most ${hold.amount.toString()}, what is held`);
  return asked;
}

export function isPartyOf(hold: Pick<Hold, 'ownerId' | 'payeeId'>, userId: string): boolean {
  return hold.ownerId === userId || hold.payeeId === userId;
}
