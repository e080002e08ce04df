import type { Day, Period } from '@florin/calendar';
import type { CategoryType } from '../../domain/category.ts';
import type { SumScope } from '../transactions/ports.ts';

/** Sums of one currency in one of the buckets, by its place. Minor units. */
export interface BucketSum {
  currency: string;
  bucket: number;
  amount: bigint;
}

/** of a sum of one day: where sums are to be converted, those of other currencies are by day */
interface OfDay {
  day?: Day | null;
}

/** What rows with a tag brought or took under categories of a type, net of what went the other way. Minor units. */
export interface TagSum extends OfDay {
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
    which: SumScope,
  ): Promise<(BucketSum & OfDay & { type: CategoryType })[]>;
  /** A row counts under each of its tags. */
  sumsByTag(ownerId: string, period: Period, which: SumScope): Promise<TagSum[]>;
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
  /** Of each currency on each day. Throws INVALID_ARGUMENT that names what has no rate, UNAVAILABLE. */
  rates(from: readonly string[], to: string, days: readonly Day[]): Promise<DatedRate[]>;
}
