import fc from 'fast-check';
import { amountsFrom, percentReached } from './budget.ts';

const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });
const thresholds = fc
  .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 })
  .map((all) => all.sort((a, b) => a - b));

describe('budgets', () => {
  test('the percentage reached is the highest threshold that is not above what was spent', () => {
    fc.assert(
      fc.property(amount, amount, thresholds, (available, spent, chosen) => {
        const reached = chosen.filter((percent) => spent * 100n >= available * BigInt(percent));
        expect(percentReached({ thresholds: chosen }, available, spent)).toBe(reached.at(-1) ?? 0);
      }),
    );
  });

  test('another amount leaves those of periods that are over', () => {
    const budget = { amount: 10n, pastAmounts: [], startsOn: '2026-01-15' };
    expect(amountsFrom(budget, 20n, '2026-01-15')).toEqual({ amount: 20n, pastAmounts: [] });
    const raised = { ...budget, ...amountsFrom(budget, 20n, '2026-02-01') };
    expect(raised.pastAmounts).toEqual([{ before: '2026-02-01', amount: 10n }]);
    // twice in one period: the amount between the two was never that of a whole period
    expect(amountsFrom(raised, 30n, '2026-02-01').pastAmounts).toEqual(raised.pastAmounts);
    expect(amountsFrom(raised, 30n, '2026-03-01').pastAmounts).toHaveLength(2);
  });
});
