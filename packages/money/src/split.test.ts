import fc from 'fast-check';
import { splitByWeights, splitEqually } from './split.ts';

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
