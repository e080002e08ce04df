import fc from 'fast-check';
import { postingOf, replacement } from './posting.ts';

const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });

describe('replacing a posting', () => {
  test('ends with the new effect, and never needs more than the worse of before and after', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('in' as const, 'out' as const),
        amount,
        amount,
        amount,
        (direction, before, after, free) => {
          const row = { type: 'adjustment' as const, direction, walletId: 'w', currency: 'USD', description: '' };
          const [old, next] = [before, after].map((each, index) =>
            postingOf(String(index), [{ ...row, amount: each }], () => 'account'),
          );
          const sign = direction === 'in' ? 1n : -1n;
          let lowest = free;
          let balance = free;
          for (const posting of replacement(old!, next!)) {
            balance += 'system' in posting.from ? posting.amount : -posting.amount;
            if (balance < lowest) lowest = balance;
          }
          const end = free + sign * (after - before);
          expect(balance).toBe(end);
          expect(lowest >= (end < free ? end : free)).toBe(true);
        },
      ),
    );
  });
});
