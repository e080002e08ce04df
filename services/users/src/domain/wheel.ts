import { addDays, dayOf, instantOf, startOfDay, weekdayOf, type Day } from '@florin/calendar';
import type { Random } from './random.ts';

/** Points to win and how likely, in hundredths. */
const SECTORS: readonly { reward: number; weight: number }[] = [
  { reward: 0, weight: 18 },
  { reward: 0, weight: 18 },
  { reward: 50, weight: 18 },
  { reward: 100, weight: 18 },
  { reward: 200, weight: 12 },
  { reward: 300, weight: 8 },
  { reward: 400, weight: 4 },
  { reward: 500, weight: 4 },
];
const TOTAL = SECTORS.reduce((sum, { weight }) => sum + weight, 0);

const SPIN_COST = 10;

/** First days of the windows, counted from Monday: Monday to Wednesday, Thursday and Friday, Saturday and Sunday. */
const WINDOWS = [0, 3, 5] as const;

/** The points a turn of the wheel brings. */
export function drawReward(random: Random): number {
  let left = random() * TOTAL;
  for (const { reward, weight } of SECTORS) {
    if (left < weight) return reward;
    left -= weight;
  }
  return 0;
}

/** The first day of the window a day lies in. */
export function windowStart(day: Day): Day {
  const since = weekdayOf(day) - 1;
  const start = WINDOWS.findLast((first) => first <= since) ?? 0;
  return addDays(day, start - since);
}

/** The first day of the window after the one a day lies in. */
export function nextWindowStart(day: Day): Day {
  const since = weekdayOf(day) - 1;
  const next = WINDOWS.find((first) => first > since) ?? 7;
  return addDays(day, next - since);
}

export interface WheelState {
  timeZone: string;
  /** null before the first spin */
  lastReward: number | null;
  /** first day of the window in which a spin last brought points */
  paidWindow: Day | null;
}

/** A spin that was decided; `cost` and `reward` hold whatever happens until it is done. */
export interface Spin {
  cost: number;
  reward: number;
  window: Day;
  /** the end of the day */
  spunAt: Date;
  /** start of the next window; null after a blank */
  nextSpinAt: Date | null;
}

/**
 * The spin of this moment, or undefined in the cooldown: each window pays out once. The first ever is free, and so is
 * the one after a blank. Windows only go up, so that moving the zone gains none.
 */
export function decideSpin(state: WheelState, now: Date, random: Random): Spin | undefined {
  const { timeZone, lastReward, paidWindow } = state;
  const day = dayOf(now, timeZone);
  const window = windowStart(day);
  if (paidWindow !== null && window <= paidWindow) return undefined;
  const reward = drawReward(random);
  return {
    cost: lastReward === null || lastReward === 0 ? 0 : SPIN_COST,
    reward,
    window,
    spunAt: instantOf(day, '23:59:59.000', timeZone),
    nextSpinAt: reward === 0 ? null : startOfDay(nextWindowStart(day), timeZone),
  };
}
