import fc from 'fast-check';
import { formatMajor, parseMajor, splitByWeights, splitEqually, toMajorNumber } from './index.ts';

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

describe('splits', () => {
  test('shares sum to the whole and no share is more than one unit off its exact part', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 15n),
        fc.array(fc.bigInt(0n, 1000n), { minLength: 1, maxLength: 30 }).filter((w) => w.some((x) => x > 0n)),
        (total, weights) => {
          const shares = splitByWeights(total, weights);
          const sum = weights.reduce((a, b) => a + b, 0n);
          expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);
          shares.forEach((share, i) => {
            const floor = (total * (weights[i] ?? 0n)) / sum;
            expect(share === floor || share === floor + 1n).toBe(true);
          });
        },
      ),
    );
  });

  test('10.00 by three is 3.34, 3.33, 3.33', () => {
    expect(splitEqually(1000n, 3)).toEqual([334n, 333n, 333n]);
  });

  test('refuses weights that are all zero', () => {
    expect(() => splitByWeights(1n, [0n])).toThrow(/shares/);
  });
});
