import fc from 'fast-check';
import { account, bookSettings, worth } from '../../../test/support/account.ts';
import type { Account } from './account.ts';
import { decideBatch } from './decide-batch.ts';
import { openBook } from './decide.ts';
import { leftOf } from './limits.ts';
import type { Posting } from './posting.ts';
import { release, reserve } from './reserve.ts';

const NOW = new Date('2026-11-21T09:00:00.000Z');
const DAY = '2026-11-21';
const CURRENCIES = ['USD', 'JPY', 'KWD', 'IDR', 'EUR'];
const DAY_LIMIT = 100_000n;
const by = { day: DAY, defaults: bookSettings.defaultLimits, worth };
const idOf = (index: number, other: boolean) => `01900000-0000-7000-8000-0000000000${other ? 'b' : 'a'}${index}`;

/** A person with a first account in dollars and one in each other currency, and somebody to pay. */
function openPerson() {
  const first = idOf(0, false);
  const accounts = CURRENCIES.flatMap((currency, index): Account[] => {
    const countsAt = index === 0 ? null : first;
    const limits = index === 0 ? { daySum: DAY_LIMIT } : null;
    const own = account({ id: idOf(index, false), kind: 'main', currency, countsAt, limits, posted: 10n ** 14n });
    return [own, account({ id: idOf(index, true), kind: 'main', currency })];
  });
  return new Map(accounts.map((one) => [one.id, one]));
}

const step = fc.record({
  do: fc.constantFrom('pay', 'pay', 'pay', 'refund', 'hold', 'free'),
  currency: fc.nat(CURRENCIES.length - 1),
  cents: fc.integer({ min: 1, max: 30_000 }),
  part: fc.integer({ min: 1, max: 100 }),
});

test('over any payments, holds and refunds in parts, what went out in all currencies is never worth more than the limit, and what came back counts no more', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }), (steps) => {
      const accounts = openPerson();
      const out: { index: number; counted: bigint; held: boolean }[] = [];
      const first = accounts.get(idOf(0, false))!;
      const post = (posting: Partial<Posting>, index: number) => {
        const common = { kind: 'peer', currency: CURRENCIES[index]!, note: '', visibility: 'private', reference: null };
        const parties = { fromAccountId: idOf(index, false), toAccountId: idOf(index, true) };
        const whole = { ...common, ...parties, ...posting } as Posting;
        const { outcomes } = decideBatch(
          openBook(accounts, NOW, bookSettings),
          [{ postings: [whole], atomic: true }],
          new Map(),
        );
        return outcomes[0]?.[0]?.status === 'posted';
      };
      for (const { do: what, currency, cents, part } of steps) {
        const amount = worth(BigInt(cents), 'USD', CURRENCIES[currency]!);
        const countsAt = currency === 0 ? null : first.id;
        const mine = accounts.get(idOf(currency, false))!;
        const also = currency === 0 ? undefined : first;
        if (what === 'pay' && post({ amount, alsoCountsAt: countsAt ?? undefined }, currency)) {
          out.push({ index: currency, counted: amount, held: false });
        }
        if (what === 'hold') {
          try {
            const held = reserve({ account: mine, also }, amount, by);
            Object.assign(mine, held.account);
            if (held.also) Object.assign(first, held.also);
            out.push({ index: currency, counted: amount, held: true });
          } catch {
            // the limit
          }
        }
        const found = out.find((one) => one.index === currency && one.counted > 0n && one.held === (what === 'free'));
        if (what === 'refund' && found) {
          const back = (found.counted * BigInt(part) + 99n) / 100n;
          const still = found.counted - back;
          const restores = {
            accountId: mine.id,
            alsoAt: countsAt,
            counted: found.counted,
            still,
            count: Number(still === 0n),
            day: DAY,
          };
          const sides = { fromAccountId: idOf(currency, true), toAccountId: mine.id };
          expect(post({ ...sides, kind: 'refund', amount: back, restores }, currency)).toBe(true);
          found.counted = still;
        }
        if (what === 'free' && found) {
          const freed = release({ account: mine, also }, found.counted, { heldOn: DAY, day: DAY, worth });
          Object.assign(mine, freed.account);
          if (freed.also) Object.assign(first, freed.also);
          found.counted = 0n;
        }
        const total = out.reduce((sum, one) => sum + worth(one.counted, CURRENCIES[one.index]!, 'USD'), 0n);
        expect(first.spending.daySum).toBe(total);
        expect(total).toBeLessThanOrEqual(DAY_LIMIT);
        const open = out.filter((one) => one.counted > 0n).length;
        expect(first.spending.dayCount).toBe(open);
        const { daySum } = leftOf(mine, also, by);
        expect(worth(daySum, CURRENCIES[currency]!, 'USD')).toBeLessThanOrEqual(DAY_LIMIT - total);
      }
    }),
    { numRuns: 200 },
  );
});

test('a posting that does not name the account its payer counts at is a bug, not a way around the limit', () => {
  const book = openBook(openPerson(), NOW, bookSettings);
  const sides = { fromAccountId: idOf(1, false), toAccountId: idOf(1, true) };
  const posting: Posting = {
    ...{ kind: 'peer', amount: 1n, currency: 'JPY', note: '', visibility: 'private', reference: null },
    ...sides,
  };
  expect(() => decideBatch(book, [{ postings: [posting], atomic: false }], new Map())).toThrow('counts at another');
});
