import fc from 'fast-check';
import { rateOf } from './exchange.ts';

test.each([
  [100n, 'USD', 92n, 'EUR', '0.92'],
  [100n, 'USD', 15_000n, 'JPY', '15000'],
  [15_000n, 'JPY', 10_000n, 'USD', '0.006666666667'],
  [1_000n, 'KWD', 325n, 'USD', '3.25'],
  [300n, 'USD', 100n, 'EUR', '0.333333333333'],
])('%s %s for %s %s is a rate of %s', (amount, currency, into, other, rate) => {
  expect(rateOf({ amount, currency }, { amount: into, currency: other })).toBe(rate);
});

test('a rate leads back to the amount that came in, whatever the currencies', () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 9n });
  fc.assert(
    fc.property(amount, amount, (out, into) => {
      const [whole = '', decimals = ''] = rateOf(
        { amount: out, currency: 'USD' },
        { amount: into, currency: 'EUR' },
      ).split('.');
      const rate = BigInt(whole + decimals.padEnd(12, '0'));
      expect((out * rate * 2n + 10n ** 12n) / (2n * 10n ** 12n)).toBe(into);
    }),
  );
});
