import {
  addDays,
  daysBetween,
  periodOf,
  type CalendarRules,
  type Day,
  type Period,
  type PeriodKind,
} from '@florin/calendar';
import type { Budget } from './budget.ts';

/** So many periods are counted, the current one included; what was left before them is no longer carried. */
export const MAX_PERIODS = 520;

/** One period of a budget; money in minor units. */
export interface PeriodFigures extends Period {
  amount: bigint;
  /** from the period before; below zero when it had too much spent */
  carried: bigint;
  /** amount and what was carried */
  available: bigint;
  spent: bigint;
  /** below zero when overspent */
  remaining: bigint;
}

/** The current period, how long it lasts and how money keeps up with time. */
export interface CurrentFigures extends PeriodFigures {
  /** today included */
  daysLeft: number;
  safePerDay: bigint;
  /** whole per cents; `money` is null when nothing is available */
  pace: { time: number; money: number | null };
}

/** Finds periods and remembers them: budgets of one person mostly share them. */
export function createPeriodFinder(rules: CalendarRules): (kind: PeriodKind, day: Day) => Period {
  const found = new Map<string, Period>();
  return (kind, day) => {
    const key = `${kind} ${day}`;
    const period = found.get(key) ?? periodOf(kind, day, rules);
    found.set(key, period);
    return period;
  };
}

/**
 * The periods of a budget up to the one of today, oldest first, at most `count`. Before the budget starts that is its first,
 * after its end its last. The first and the last are cut to the days of the budget.
 */
export function periodsUpTo(
  { period: kind, startsOn, endsOn }: Pick<Budget, 'period' | 'startsOn' | 'endsOn'>,
  today: Day,
  find: ReturnType<typeof createPeriodFinder>,
  count = MAX_PERIODS,
): Period[] {
  if (kind === 'once') return [{ start: startsOn, end: endsOn ?? startsOn }];
  const periods: Period[] = [];
  let day = endsOn !== null && endsOn < today ? endsOn : today;
  if (day < startsOn) day = startsOn;
  while (day >= startsOn && periods.length < count) {
    const { start, end } = find(kind, day);
    periods.push({ start: start < startsOn ? startsOn : start, end: endsOn !== null && endsOn < end ? endsOn : end });
    day = addDays(start, -1);
  }
  return periods.reverse();
}

/** The arithmetic of a budget over its periods, oldest first. */
export function figuresOf(
  budget: Pick<Budget, 'amount' | 'pastAmounts' | 'rollover' | 'rolloverCap'>,
  periods: readonly Period[],
  spentIn: (period: Period) => bigint,
): PeriodFigures[] {
  let carried = 0n;
  return periods.map((period) => {
    const amount = budget.pastAmounts.find(({ before }) => period.start < before)?.amount ?? budget.amount;
    const available = amount + carried;
    const spent = spentIn(period);
    const remaining = available - spent;
    const figures = { ...period, amount, carried, available, spent, remaining };
    carried = carriedOver(budget, remaining);
    return figures;
  });
}

function carriedOver({ rollover, rolloverCap }: Pick<Budget, 'rollover' | 'rolloverCap'>, remaining: bigint): bigint {
  const isSurplus = remaining > 0n;
  if (rollover === 'none' || rollover === (isSurplus ? 'deficit' : 'surplus')) return 0n;
  if (rolloverCap === null) return remaining;
  if (isSurplus) return remaining < rolloverCap ? remaining : rolloverCap;
  return remaining > -rolloverCap ? remaining : -rolloverCap;
}

export function currentFigures(figures: PeriodFigures, today: Day): CurrentFigures {
  const { start, end, available, spent, remaining } = figures;
  const length = daysBetween(start, end) + 1;
  const daysLeft = Math.min(Math.max(daysBetween(today, end) + 1, 0), length);
  const passed = today < start ? 0 : Math.min(daysBetween(start, today) + 1, length);
  return {
    ...figures,
    daysLeft,
    safePerDay: daysLeft > 0 && remaining > 0n ? remaining / BigInt(daysLeft) : 0n,
    pace: {
      time: Math.floor((passed * 100) / length),
      money: available > 0n ? Number((spent * 100n) / available) : null,
    },
  };
}
