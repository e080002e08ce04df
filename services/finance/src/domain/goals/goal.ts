import { addDays, type Day } from '@florin/calendar';
import { FlorinError } from '@florin/errors';

/** Something a person saves for. What it holds is in the ledger, on an account of its own. */
export interface Goal {
  id: string;
  ownerId: string;
  walletId: string;
  /** where its money comes from and goes back to */
  sourceWalletId: string;
  name: string;
  description: string;
  /** minor units */
  target: bigint;
  currency: string;
  targetDate: Day | null;
  status: 'open' | 'closing' | 'closed';
  createdAt: Date;
  updatedAt: Date;
}

/** How far a goal is. Minor units. */
export interface GoalState {
  saved: bigint;
  /** 0 when reached */
  remaining: bigint;
  /** whole per cents of the target, cut */
  percent: number;
  /** what is needed a month to reach it in time; null without a date */
  neededPerMonth: bigint | null;
  /** what came a month, in the last 90 days or since it was made, a month at least */
  pacePerMonth: bigint;
  /** the day on which it is reached at this pace; null when it never is, or not in a hundred years */
  reachedOn: Day | null;
}

export const PACE_DAYS = 90;
const MONTH_DAYS = 30;
const FAR_DAYS = 36_525n;

/** `recent`: what came less what went in the last 90 days. */
export function stateOfGoal(
  { target, targetDate }: Pick<Goal, 'target' | 'targetDate'>,
  { saved, recent, ageDays, today }: { saved: bigint; recent: bigint; ageDays: number; today: Day },
): GoalState {
  const remaining = saved < target ? target - saved : 0n;
  const days = BigInt(Math.min(PACE_DAYS, Math.max(MONTH_DAYS, ageDays)));
  const wait = recent > 0n ? up(remaining * days, recent) : FAR_DAYS + 1n;
  return {
    saved,
    remaining,
    percent: Number((saved * 100n) / target),
    neededPerMonth: targetDate === null ? null : up(remaining, monthsUntil(today, targetDate)),
    pacePerMonth: (recent * BigInt(MONTH_DAYS)) / days,
    reachedOn: remaining === 0n ? today : wait > FAR_DAYS ? null : addDays(today, Number(wait)),
  };
}

/** Months of thirty days, begun ones counted; one at least. */
function monthsUntil(today: Day, date: Day): bigint {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
  return BigInt(Math.max(1, Math.ceil(days / MONTH_DAYS)));
}

const up = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator;

/** Throws CONFLICT unless money may come to it and go from it. */
export function requireOpenGoal({ status }: Goal): void {
  if (status !== 'open') throw new FlorinError('CONFLICT', `This goal is ${status === 'closed' ? '' : 'being '}closed`);
}
