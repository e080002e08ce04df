import fc from 'fast-check';
import { sharesOf } from './split.ts';

test('shares always sum to the bill', () => {
  const total = fc.bigInt({ min: 1n, max: 10n ** 12n });
  fc.assert(
    fc.property(
      total,
      fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 30 }),
      (bill, values) => {
        for (const method of ['equal', 'shares'] as const) {
          const parts = sharesOf(bill, method, values);
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(bill);
          expect(parts.every((part) => part >= 0n)).toBe(true);
        }
      },
    ),
  );
});
