import type { Day, Period } from '@florin/calendar';
import type { CategoryType } from '../../domain/category.ts';

/** Sums of one currency in one of the buckets, by its place. Minor units. */
export interface BucketSum {
  currency: string;
  bucket: number;
  amount: bigint;
}

/** What rows with a tag brought or took under categories of a type, net of what went the other way. Minor units. */
export interface TagSum {
  currency: string;
  tagId: string;
  name: string;
  type: CategoryType;
  amount: bigint;
}

export interface InsightStore {
  /** Income and debt as what came in, expense as what went out, net of what went the other way. */
  sumsByType(
    ownerId: string,
    buckets: readonly Period[],
    walletId?: string,
  ): Promise<(BucketSum & { type: CategoryType })[]>;
  /** A row counts under each of its tags. */
  sumsByTag(ownerId: string, period: Period, walletId?: string): Promise<TagSum[]>;
  /**
   * How much balances grew in each bucket; -1 is all before the first. What is dated after `today` counts as of today: the
   * ledger has it already.
   */
  growth(ownerId: string, buckets: readonly Period[], today: Day, walletId?: string): Promise<BucketSum[]>;
}

/** What a minor unit of one currency is worth in minor units of another, as an exact fraction. */
export interface DatedRate {
  from: string;
  day: Day;
  numerator: bigint;
  denominator: bigint;
}

/** Rates of the ledger. */
export interface RateSource {
  /** Of each currency on each day (at most 1,000). Throws INVALID_ARGUMENT for a currency without a rate, UNAVAILABLE. */
  rates(from: readonly string[], to: string, days: readonly Day[]): Promise<DatedRate[]>;
}
