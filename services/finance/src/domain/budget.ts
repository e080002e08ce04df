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
const THRESHOLDS = [80, 100] as const;

export function stateOf(budget: Pick<Budget, 'amount'>, spent: bigint): BudgetState {
  return { spent, remaining: budget.amount - spent };
}

/** The highest threshold reached and not told yet; one that was passed on the way counts as told with it. */
export function thresholdReached(budget: Pick<Budget, 'amount' | 'alertedPercent'>, spent: bigint): number | undefined {
  return THRESHOLDS.filter(
    (percent) => percent > budget.alertedPercent && spent * 100n >= budget.amount * BigInt(percent),
  ).at(-1);
}

/** Throws INVALID_ARGUMENT on `periodEnd` for a period that ends before it starts. */
export function requirePeriod(start: string, end: string): void {
  if (end < start) throw invalidField('periodEnd', 'must not be before periodStart');
}
