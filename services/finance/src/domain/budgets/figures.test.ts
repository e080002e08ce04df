import { DEFAULT_RULES, addDays, type Period } from '@florin/calendar';
import type { Budget } from './budget.ts';
import { createPeriodFinder, currentFigures, figuresOf, periodsUpTo } from './figures.ts';

const find = createPeriodFinder({ ...DEFAULT_RULES, firstDayOfMonth: 31 });
const monthly: Pick<Budget, 'period' | 'startsOn' | 'endsOn'> = {
  period: 'month',
  startsOn: '2024-01-31',
  endsOn: null,
};

describe('the periods of a budget', () => {
  test('months from the 31st meet without a gap over a leap day', () => {
    expect(periodsUpTo(monthly, '2024-04-15', find)).toEqual([
      { start: '2024-01-31', end: '2024-02-28' },
      { start: '2024-02-29', end: '2024-03-30' },
      { start: '2024-03-31', end: '2024-04-29' },
    ]);
  });

  test('the first and the last are cut to the days of the budget', () => {
    const cut = { ...monthly, startsOn: '2024-02-10', endsOn: '2024-03-02' };
    const periods = [
      { start: '2024-02-10', end: '2024-02-28' },
      { start: '2024-02-29', end: '2024-03-02' },
    ];
    expect(periodsUpTo(cut, '2030-01-01', find)).toEqual(periods);
    expect(periodsUpTo(cut, '2020-01-01', find)).toEqual(periods.slice(0, 1));
  });

  test('those far back are left out', () => {
    const weekly = { ...monthly, period: 'week' as const, startsOn: '1970-01-01' };
    expect(periodsUpTo(weekly, '2026-11-30', find)).toHaveLength(520);
  });
});

describe('what is carried over', () => {
  const spent = [30n, 150n, 100n];
  const periods: Period[] = spent.map((_, index) => {
    const start = addDays('2026-01-05', index * 7);
    return { start, end: addDays(start, 6) };
  });
  const carried = (rollover: Budget['rollover'], rolloverCap: bigint | null = null) =>
    figuresOf({ amount: 100n, pastAmounts: [], rollover, rolloverCap }, periods, ({ start }) => {
      return spent[periods.findIndex((each) => each.start === start)] ?? 0n;
    }).map((each) => [each.carried, each.available, each.remaining].map(Number));

  test.each([
    ['none', null, [0, 100, 70], [0, 100, -50], [0, 100, 0]],
    ['surplus', null, [0, 100, 70], [70, 170, 20], [20, 120, 20]],
    ['surplus', 10n, [0, 100, 70], [10, 110, -40], [0, 100, 0]],
    ['deficit', null, [0, 100, 70], [0, 100, -50], [-50, 50, -50]],
    ['deficit', 10n, [0, 100, 70], [0, 100, -50], [-10, 90, -10]],
    ['both', 40n, [0, 100, 70], [40, 140, -10], [-10, 90, -10]],
  ] as const)('with rollover %s and cap %s', (rollover, cap, ...expected) => {
    expect(carried(rollover, cap)).toEqual(expected);
  });

  test('a period keeps the amount it had', () => {
    const budget = {
      amount: 100n,
      pastAmounts: [{ before: periods[1]!.start, amount: 50n }],
      rollover: 'both' as const,
    };
    const figures = figuresOf({ ...budget, rolloverCap: null }, periods, () => 0n);
    expect(figures.map(({ available }) => available)).toEqual([50n, 150n, 250n]);
  });
});

test.each([
  ['2026-03-31', 0, 0n, 100, '2026-04-02'],
  ['2026-03-31', 1, 70n, 100, '2026-03-31'],
  ['2026-03-31', 31, 2n, 3, '2026-03-01'],
  ['2026-03-31', 31, 2n, 0, '2026-02-01'],
])('the month up to %s has %i days left, %s a day and %i per cent passed on %s', (end, days, perDay, time, today) => {
  const figures = { start: '2026-03-01', end, amount: 100n, carried: 0n, available: 100n, spent: 30n, remaining: 70n };
  expect(currentFigures(figures, today)).toMatchObject({
    daysLeft: days,
    safePerDay: perDay,
    pace: { time, money: 30 },
  });
});
