import { invalidField } from '@florin/errors';

export interface Budget {
  id: string;
  ownerId: string;
  categoryId: string;
  /** minor units */
  amount: bigint;
  currency: string;
  /** calendar days in the owner's time zone, both included, YYYY-MM-DD */
  periodStart: string;
  periodEnd: string;
  description: string;
  alertedPercent: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface BudgetState {
  spent: bigint;
  /** below zero when overspent */
  remaining: bigint;
}

/** Thresholds that are told, in per cent of the budget. */
const HALF_DAY_MS = 12 * 3_600_000;
const THRESHOLDS = [80, 100] as const;

export function stateOf(budget: Pick<Budget, 'amount'>, spent: bigint): BudgetState {
  return { spent, remaining: budget.amount - spent };
}

/** The highest threshold that is reached; 0 below the first. */
export function percentReached(budget: Pick<Budget, 'amount'>, spent: bigint): number {
  return THRESHOLDS.findLast((percent) => spent * 100n >= budget.amount * BigInt(percent)) ?? 0;
}

/** True when the budget's last day is over everywhere on Earth. */
export function hasEnded({ periodEnd }: Pick<Budget, 'periodEnd'>, now: Date): boolean {
  return new Date(now.getTime() - HALF_DAY_MS).toISOString().slice(0, 10) > periodEnd;
}

/**
 * The threshold to tell, if any: the highest one reached, when it is above the last that was told. One passed on the way
 * counts as told with it.
 */
export function thresholdReached(budget: Pick<Budget, 'amount' | 'alertedPercent'>, spent: bigint): number | undefined {
  const percent = percentReached(budget, spent);
  return percent > budget.alertedPercent ? percent : undefined;
}

/** Throws INVALID_ARGUMENT on `periodEnd` for a period that ends before it starts. */
export function requirePeriod(start: string, end: string): void {
  if (end < start) throw invalidField('periodEnd', 'must not be before periodStart');
}
