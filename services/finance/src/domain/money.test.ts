import fc from 'fast-check';
import { isPositive, toMinor } from './amount.ts';
import { thresholdReached } from './budget.ts';
import { movementsOf } from './ledger/movement.ts';
import { parseOccurrence } from './time/occurrence.ts';
import { postingOf, replacement } from './ledger/posting.ts';
import { summarise } from './summary.ts';
import type { CategorySum } from './summary.ts';

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

describe('summaries', () => {
  const sum = fc.record({
    currency: fc.constantFrom('USD', 'EUR'),
    categoryId: fc.uuid(),
    name: fc.string(),
    type: fc.constantFrom<CategorySum['type']>('income', 'expense', 'debt'),
    icon: fc.constant('x'),
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

describe('movements of a transfer', () => {
  const entry = fc.record({
    accountId: fc.constantFrom('a', 'b', 'c', 'd'),
    ownerId: fc.constant<string | null>(null),
    amount: fc.bigInt({ min: -1000n, max: 1000n }),
    currency: fc.constant('USD'),
  });
  const owners: Record<string, string | null> = { a: 'ada', b: 'ben', c: 'ada', d: null };
  test('each person’s account moves by the sum of its entries', () => {
    fc.assert(
      fc.property(fc.array(entry), (list) => {
        const entries = list.map((each) => ({ ...each, ownerId: owners[each.accountId] ?? null }));
        const moved = movementsOf({
          transferId: 't',
          kind: 'peer',
          fromUserId: 'ada',
          toUserId: 'ben',
          note: '',
          reference: null,
          entries,
          postedAt: new Date(0),
        });
        for (const accountId of ['a', 'b', 'c', 'd']) {
          const net = entries.reduce((total, each) => (each.accountId === accountId ? total + each.amount : total), 0n);
          const [movement, ...more] = moved.filter((each) => each.accountId === accountId);
          expect(more).toEqual([]);
          const effect = movement ? (movement.direction === 'in' ? movement.amount : -movement.amount) : 0n;
          expect(effect).toBe(accountId === 'd' ? 0n : net);
        }
      }),
    );
  });
});

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

test.each([
  ['12.5', 'USD', 1250n],
  ['1500', 'JPY', 1500n],
  ['0.10', 'USD', 10n],
])('%s %s is %s minor units', (major, currency, minor) => {
  expect(toMinor({ major }, currency)).toBe(minor);
});

test.each(['0', '-1', '', 'abc', '0.00', '1e5', '.', '1.2.3'])('%j is not above zero', (major) => {
  expect(isPositive({ major })).toBe(false);
});

test.each([
  ['2026-03-10', '2026-03-09T11:00:00.000Z'],
  ['2026-03-10 09:30', '2026-03-09T20:30:00.000Z'],
  ['2026-03-10T09:30:15', '2026-03-09T20:30:15.000Z'],
  ['2026-03-10T09:30:00Z', '2026-03-10T09:30:00.000Z'],
  ['2026-03-10T09:30:00.250+02:00', '2026-03-10T07:30:00.250Z'],
])('%s on an Auckland clock is %s', (text, instant) => {
  expect(parseOccurrence(text, 'Pacific/Auckland').toISOString()).toBe(instant);
});

test.each(['yesterday', '2026-02-30', '2026-03-10T25:00', '', '2026-03-10T09', '1e9'])('%j is no time', (text) => {
  expect(() => parseOccurrence(text, 'UTC')).toThrow('occurredAt');
});
