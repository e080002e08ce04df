import type { Day } from '@florin/calendar';
import type { CategoryType } from '../category.ts';
import type { Direction } from '../transaction.ts';
import type { Frequency } from './recurring.ts';

/** Rows of one wallet, category and direction with the same text or the same person on the other side, oldest first. */
export interface HistoryGroup {
  walletId: string;
  categoryId: string;
  type: CategoryType;
  direction: Direction;
  currency: string;
  counterpartyId: string | null;
  description: string;
  days: Day[];
  amounts: bigint[];
}

/** What seems to come again and again. */
export interface Candidate extends Omit<HistoryGroup, 'days' | 'amounts'> {
  frequency: Frequency;
  every: number;
  /** of the last time, minor units */
  amount: bigint;
  times: number;
  lastDate: Day;
}

const LEAST_TIMES = 3;
/** days between two, and how far off one may be */
const RHYTHMS: readonly { frequency: Frequency; every: number; days: number; off: number }[] = [
  { frequency: 'daily', every: 1, days: 1, off: 0 },
  { frequency: 'weekly', every: 1, days: 7, off: 1 },
  { frequency: 'weekly', every: 2, days: 14, off: 2 },
  { frequency: 'weekly', every: 4, days: 28, off: 0 },
  { frequency: 'monthly', every: 1, days: 30.4, off: 4 },
  { frequency: 'quarterly', every: 1, days: 91.3, off: 6 },
  { frequency: 'yearly', every: 1, days: 365.25, off: 8 },
];

/**
 * The rhythm in which rows came: at least three times, each gap near that of the rhythm, each amount within a tenth of the
 * middle one, and the last not much longer ago than one gap. Undefined when there is none.
 */
export function candidateOf(group: HistoryGroup, today: Day): Candidate | undefined {
  const { days, amounts, ...rest } = group;
  const [lastDate, amount] = [days.at(-1), amounts.at(-1)];
  if (days.length < LEAST_TIMES || lastDate === undefined || amount === undefined) return undefined;
  const middle = amounts.toSorted((a, b) => (a < b ? -1 : 1))[Math.floor(amounts.length / 2)] ?? 0n;
  if (amounts.some((each) => (each > middle ? each - middle : middle - each) * 10n > middle)) return undefined;
  const gaps = days.slice(1).map((day, index) => daysFrom(days[index] ?? day, day));
  const rhythm = RHYTHMS.find(({ days: apart, off }) => gaps.every((gap) => Math.abs(gap - apart) <= off));
  if (!rhythm || daysFrom(lastDate, today) > rhythm.days * 1.5 + rhythm.off) return undefined;
  const { frequency, every } = rhythm;
  return { ...rest, frequency, every, amount, times: days.length, lastDate };
}

const daysFrom = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
