import fc from 'fast-check';
import { summarise, type CategorySum } from './summary.ts';

const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });

describe('summaries', () => {
  const sum = fc.record({
    currency: fc.constantFrom('USD', 'EUR'),
    categoryId: fc.uuid(),
    name: fc.string(),
    type: fc.constantFrom<CategorySum['type']>('income', 'expense', 'debt'),
    icon: fc.constant('x'),
    colour: fc.constant(null),
    parent: fc.constant(null),
    amount,
  });
  test('income, expense and debt are the sums of their categories, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(sum), (sums) => {
        const summary = summarise(
          [
            { currency: 'USD', balance: 5n },
            { currency: 'USD', balance: -2n },
          ],
          sums,
        );
        expect(summary.find(({ currency }) => currency === 'USD')?.balance).toBe(3n);
        for (const each of summary) {
          const total = (type: string) =>
            each.byCategory.reduce((all, row) => (row.type === type ? all + row.amount : all), 0n);
          expect([each.income, each.expense, each.debt]).toEqual(['income', 'expense', 'debt'].map(total));
        }
        const all = summary.reduce((total, { income, expense, debt }) => total + income + expense + debt, 0n);
        expect(all).toBe(sums.reduce((total, row) => total + row.amount, 0n));
      }),
    );
  });
});
