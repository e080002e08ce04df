import fc from 'fast-check';
import { convert, convertTo, exchangeLegs, type Quote } from './exchange.ts';

test('what is cut goes to rounding, and each currency sums to zero', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1_000n, max: 10n ** 10n }), fc.bigInt({ min: 1n, max: 10n ** 7n }), (amount, rate) => {
      const pair = { from: 'USD', to: 'KWD' };
      const fraction = { numerator: rate + 100n, denominator: 1_000n };
      const converted = convert(amount, pair, fraction);
      const quote = converted as Quote;
      const back = convertTo(converted.toAmount, pair, fraction);
      expect(back.toAmount).toBe(converted.toAmount);
      expect(back.fromAmount).toBeLessThanOrEqual(amount);
      expect(convert(back.fromAmount, pair, fraction).toAmount).toBeGreaterThanOrEqual(converted.toAmount);
      const accounts = { ownFrom: 'a', houseFrom: 'b', ownTo: 'c', houseTo: 'd', rounding: 'e' };
      const sum = (ids: string) =>
        exchangeLegs(quote, accounts)
          .filter((leg) => ids.includes(leg.accountId))
          .reduce((acc, leg) => acc + leg.amount, 0n);
      expect([sum('ab'), sum('cde')]).toEqual([0n, 0n]);
    }),
  );
});
