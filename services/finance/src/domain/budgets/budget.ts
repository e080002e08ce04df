import { PERIOD_KINDS, type Day } from '@florin/calendar';
import { invalidField } from '@florin/errors';
import type { CategoryType } from '../category.ts';

/** `once` has days of its own, the others recur by the person's calendar. */
export const BUDGET_PERIODS = ['once', ...PERIOD_KINDS] as const;
export type BudgetPeriod = (typeof BUDGET_PERIODS)[number];

/** What of a period's rest goes over to the next: what is left, what was too much, or both. */
export const ROLLOVERS = ['none', 'surplus', 'deficit', 'both'] as const;
export type Rollover = (typeof ROLLOVERS)[number];

export interface Budget {
  id: string;
  ownerId: string;
  name: string;
  /** empty: all categories of the type, unless there are tags */
  categoryIds: readonly string[];
  /** rows under categories of the type that have any of these; never beside categories */
  tagIds: readonly string[];
  type: CategoryType;
  /** minor units */
  amount: bigint;
  /** amounts of the periods that began before a day, earliest first */
  pastAmounts: readonly { before: Day; amount: bigint }[];
  currency: string;
  period: BudgetPeriod;
  /** days on the owner's calendar, both included; null: it goes on */
  startsOn: Day;
  endsOn: Day | null;
  rollover: Rollover;
  /** the most that is carried either way, minor units */
  rolloverCap: bigint | null;
  /** per cents that are told when reached, rising */
  thresholds: readonly number[];
  description: string;
  /** the highest threshold told so far in the period that began on `alertedPeriod` */
  alertedPercent: number;
  alertedPeriod: Day | null;
  createdAt: Date;
  updatedAt: Date;
}

export const DEFAULT_THRESHOLDS: readonly number[] = [80, 100];
const HALF_DAY_MS = 12 * 3_600_000;

/** The highest threshold that is reached; 0 below the first. Where nothing is available all are. */
export function percentReached({ thresholds }: Pick<Budget, 'thresholds'>, available: bigint, spent: bigint): number {
  if (available <= 0n) return thresholds.at(-1) ?? 0;
  return thresholds.findLast((percent) => spent * 100n >= available * BigInt(percent)) ?? 0;
}

/** The first day that is not over everywhere on Earth: a budget that ended before it tells nothing any more. */
export const firstOpenDay = (now: Date): Day => new Date(now.getTime() - HALF_DAY_MS).toISOString().slice(0, 10);

/** True when the budget's last day is over everywhere on Earth. */
export function hasEnded({ endsOn }: Pick<Budget, 'endsOn'>, now: Date): boolean {
  return endsOn !== null && firstOpenDay(now) > endsOn;
}

/** Throws INVALID_ARGUMENT for a budget that ends before it starts, or has days of its own and does not say which. */
export function requireDays({ period, startsOn, endsOn }: Pick<Budget, 'period' | 'startsOn' | 'endsOn'>): void {
  const field = period === 'once' ? 'periodEnd' : 'endsOn';
  if (endsOn === null && period === 'once') throw invalidField(field, 'is required');
  if (endsOn !== null && endsOn < startsOn) {
    throw invalidField(field, `must not be before ${period === 'once' ? 'periodStart' : 'startsOn'}`);
  }
}

/** The amounts after another one is set: periods that began before the current one keep theirs. */
export function amountsFrom(
  budget: Pick<Budget, 'amount' | 'pastAmounts' | 'startsOn'>,
  amount: bigint,
  current: Day,
): Pick<Budget, 'amount' | 'pastAmounts'> {
  const { pastAmounts } = budget;
  const isFirst = current <= budget.startsOn || (pastAmounts.at(-1)?.before ?? '') >= current;
  if (isFirst || amount === budget.amount) return { amount, pastAmounts };
  return { amount, pastAmounts: [...pastAmounts, { before: current, amount: budget.amount }].slice(-MAX_AMOUNTS) };
}

const MAX_AMOUNTS = 200;
