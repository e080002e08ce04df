import fc from 'fast-check';
import { formatMajor, parseMajor, toMajorNumber } from './money.ts';

describe('parseMajor', () => {
  test.each([
    ['12.5', 'USD', 1250n],
    ['12.500', 'USD', 1250n],
    [0.1, 'USD', 10n],
    ['7', 'JPY', 7n],
    ['1.234', 'KWD', 1234n],
    ['-3', 'USD', -300n],
    [20, 'USD', 2000n],
  ] as const)('reads %p %s as %p minor units', (value, currency, expected) => {
    expect(parseMajor(value, currency)).toBe(expected);
  });

  test.each([['1.005'], ['1e3'], ['NaN'], [''], ['1,000'], [Number.NaN], [Infinity], [1e-7], [2 ** 60], ['٣']])(
    'refuses %p USD and names the field',
    (value) => {
      expect(() => parseMajor(value, 'USD')).toThrow(/^amount: /);
    },
  );

  test('refuses an unknown currency', () => {
    expect(() => parseMajor('1', 'DOGE')).toThrow(/ISO 4217/);
  });

  test('formatMajor is its inverse for any amount and currency', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 17n), 10n ** 17n),
        fc.constantFrom('USD', 'JPY', 'KWD', 'PTS'),
        (amount, currency) => {
          expect(parseMajor(formatMajor(amount, currency), currency)).toBe(amount);
        },
      ),
    );
  });

  test('a number survives the way out and back', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), (amount) => {
        expect(parseMajor(toMajorNumber(amount, 'USD'), 'USD')).toBe(amount);
      }),
    );
  });
});
