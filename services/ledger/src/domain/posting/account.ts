import { MAX_JSON_AMOUNT } from '@florin/money';

export type AccountKind = 'main' | 'wallet' | 'points' | 'system';
export type AccountStatus = 'open' | 'frozen' | 'closed';

/** What a user may send at most: at once, in a day and in a month (UTC), in minor units and in number of transfers. */
export interface Limits {
  single: bigint;
  daySum: bigint;
  dayCount: number;
  monthSum: bigint;
  monthCount: number;
}

/** The limits of a currency where an account has none of its own. */
export type DefaultLimits = (currency: string) => Limits;

/** What an amount of one currency is worth in another, in minor units of each, rounded up. */
export type Worth = (amount: bigint, from: string, to: string) => bigint;

/** What went out of an account towards its limits. `day` is the UTC date of the last such transfer. */
export interface Spending {
  day: string | null;
  dayCount: number;
  daySum: bigint;
  monthCount: number;
  monthSum: bigint;
}

/** What never changes about an account. */
export interface AccountIdentity {
  id: string;
  /** null for a system account */
  ownerId: string | null;
  currency: string;
  kind: AccountKind;
  /** of a further main account: the owner's first one, at which all its currencies count together */
  countsAt: string | null;
}

/** An account as its locked row says. Amounts are minor units. */
export interface Account extends AccountIdentity {
  status: AccountStatus;
  creditLimit: bigint;
  /** sum of the entries */
  posted: bigint;
  /** reserved by holds */
  held: bigint;
  /** number of the last entry */
  sequence: bigint;
  lastTransferId: string | null;
  /** overrides of the default limits */
  limits: Partial<Limits> | null;
  spending: Spending;
}

/** The credit limit of an account that has none: no balance goes further below zero (2^53 - 1 minor units). */
export const NO_LIMIT = MAX_JSON_AMOUNT;

/** What the owner may still spend: posted - held + credit limit. */
export function available(account: Pick<Account, 'posted' | 'held' | 'creditLimit'>): bigint {
  return account.posted - account.held + account.creditLimit;
}

/** System accounts are many rows each, so that no transfer waits for another at a row both share. */
export const SYSTEM_SHARDS = 16;

export type SystemName = 'external' | 'funding' | 'points' | 'adjustment' | 'exchange' | 'rounding' | 'fees';
