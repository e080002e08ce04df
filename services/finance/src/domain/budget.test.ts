import fc from 'fast-check';
import { thresholdReached } from './budget.ts';

const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });

describe('budgets', () => {
  test('thresholds are told in rising order and each once, whatever is spent', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 15n })), (total, steps) => {
        let spent = 0n;
        let alertedPercent = 0;
        const told: number[] = [];
        for (const step of steps) {
          spent += step;
          const percent = thresholdReached({ amount: total, alertedPercent }, spent);
          if (percent === undefined) continue;
          told.push(percent);
          alertedPercent = percent;
          expect(spent * 100n >= total * BigInt(percent)).toBe(true);
        }
        expect([[], [80], [100], [80, 100]]).toContainEqual(told);
      }),
    );
  });
});
