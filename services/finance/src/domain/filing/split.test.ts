import { categoriesOf, mainCategory, requireExact } from './split.ts';

const split = (categoryId: string, amount: bigint) => ({ categoryId, amount, description: '' });

describe('the parts of a row', () => {
  test('are the amount together, some of them below zero, none of them nothing', () => {
    requireExact([split('a', 1_000n), split('b', -200n)], 800n);
    const faults: [bigint[], string][] = [
      [[800n], 'splits'],
      [[500n, 299n], 'splits'],
      [[800n, 0n], 'splits.1.amount'],
      [Array.from({ length: 21 }, () => 1n), 'splits'],
    ];
    for (const [amounts, path] of faults) {
      expect(() =>
        requireExact(
          amounts.map((amount) => split('a', amount)),
          800n,
        ),
      ).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ path })] }));
    }
  });

  test('show the row under the largest, of equal ones the first', () => {
    expect(mainCategory([split('a', 1n), split('b', 5n), split('c', -5n)])).toBe('b');
  });

  test('count in the place of its own category', () => {
    const rows = [
      { categoryId: 'a', splits: [split('a', 1n), split('b', 2n)] },
      { categoryId: 'c', splits: [] },
      { categoryId: null, splits: [] },
    ];
    expect(categoriesOf(rows)).toEqual(['a', 'b', 'c']);
  });
});
