import fc from 'fast-check';
import { parseEvent } from '@florin/contracts';
import { packEvents, unpackEvents } from '../src/outbound/postgres/engine/transfer-events.ts';
import { decodeReply, encodeReply } from '../src/outbound/postgres/engine/replies.ts';
import { textArray } from '../src/outbound/postgres/engine/arrays.ts';
import type { Account } from '../src/domain/posting/account.ts';
import { decide, openBook } from '../src/domain/posting/decide.ts';
import { convert, exchangeLegs } from '../src/domain/exchange.ts';
import type { Quote } from '../src/domain/exchange.ts';
import { takeFrom } from '../src/domain/points.ts';
import type { Posting } from '../src/domain/posting/posting.ts';
import { occurrenceAt, resume } from '../src/domain/schedule.ts';
import type { Schedule } from '../src/domain/schedule.ts';
import { splitBill } from '../src/domain/split.ts';
import { lowestIdAt, microsOf, transferId } from '../src/domain/posting/transfer-id.ts';

const NOW = new Date('2026-11-21T09:00:00.000Z');

describe('transfer ids', () => {
  test('ids rise with time and within a batch, and say their time', () => {
    const at = (micros: bigint, index: number) => transferId(micros, index, 'ffffffffffff');
    const micros = BigInt(NOW.getTime()) * 1000n + 999n;
    expect(microsOf(at(micros, 3))).toBe(micros);
    const ids = [at(micros, 0), at(micros, 1), at(micros, 499), at(micros + 1n, 0)];
    expect([...ids].sort()).toEqual(ids);
    expect(lowestIdAt(NOW) < at(BigInt(NOW.getTime()) * 1000n, 0)).toBe(true);
    expect(lowestIdAt(new Date('0001-01-01T00:00:00Z'))).toBe('00000000-0000-7000-0000-000000000000');
    expect(at(micros, 499) < lowestIdAt(new Date(NOW.getTime() + 1))).toBe(true);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('a book opens after the last transfer of its accounts when the clock lags behind', () => {
    const last = transferId(BigInt(NOW.getTime() + 5_000) * 1000n, 7, '000000000000');
    const book = openBook(new Map([['a', account({ lastTransferId: last })]]), NOW);
    expect(book.micros).toBe(BigInt(NOW.getTime() + 5_000) * 1000n + 1n);
  });
});

function account(more: Partial<Account> = {}): Account {
  const spending = { day: null, dayCount: 0, daySum: 0n, monthCount: 0, monthSum: 0n };
  return {
    id: '01900000-0000-7000-8000-000000000001', ownerId: '01900000-0000-7000-8000-00000000000a', currency: 'USD',
    kind: 'wallet', status: 'open', creditLimit: 0n, posted: 0n, held: 0n, sequence: 0n, lastTransferId: null,
    limits: null, spending, ...more,
  }; // prettier-ignore
}

describe('decide', () => {
  const other = '01900000-0000-7000-8000-000000000002';
  const posting = (more: Partial<Posting> = {}): Posting => ({
    kind: 'wallet', amount: 10n, currency: 'USD', fromAccountId: account().id, toAccountId: other, note: 'a "b" \\ c',
    visibility: 'private', reference: null, ...more,
  }); // prettier-ignore
  const book = (from: Partial<Account>, to: Partial<Account> = {}) =>
    openBook(new Map([account(from), account({ id: other, ...to })].map((one) => [one.id, one])), NOW);

  test.each([
    ['held money does not count', { posted: 10n, held: 1n }, {}, 'INSUFFICIENT_FUNDS'],
    ['a credit limit does', { posted: 0n, creditLimit: 10n }, {}, undefined],
    ['a frozen payer', { posted: 10n, status: 'frozen' }, {}, 'ACCOUNT_FROZEN'],
    ['a closed payee', { posted: 10n }, { status: 'closed' }, 'CONFLICT'],
    ['another currency', { posted: 10n }, { currency: 'EUR' }, 'INVALID_ARGUMENT'],
    ['a balance beyond what JSON holds', { posted: 10n }, { posted: 9_007_199_254_740_991n }, 'LIMIT_EXCEEDED'],
  ] as [string, Partial<Account>, Partial<Account>, string | undefined][])('%s', (_name, from, to, code) => {
    const opened = book(from, to);
    const before = structuredClone([...opened.accounts.values()]);
    const result = decide(opened, posting());
    expect(result instanceof Error ? result.code : undefined).toBe(code);
    if (result instanceof Error) expect([...opened.accounts.values()]).toEqual(before);
  });

  test('the event of what is accepted fits its schema', () => {
    for (const kind of ['wallet', 'reversal'] as const) {
      const asked = posting({ kind, reversesTransferId: kind === 'reversal' ? other : null });
      const result = decide(book({ posted: 10n }), asked);
      if (result instanceof Error) throw result;
      const [event] = unpackEvents(packEvents([{ result, posting: asked }]));
      expect(parseEvent(event)).toEqual(event);
      expect(event).toMatchObject({
        aggregateId: result.transfer.id,
        data: {
          note: 'a "b" \\ c',
          entries: result.entries.map(({ accountId, ownerId, amount, balanceAfter }) => ({
            accountId, ownerId, amount: String(amount), currency: 'USD', balanceAfter: String(balanceAfter),
          })), // prettier-ignore
        },
      });
    }
  });
});

describe('splits', () => {
  test('shares always sum to the bill', () => {
    const total = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(
        total,
        fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 30 }),
        (bill, values) => {
          for (const method of ['equal', 'shares'] as const) {
            const parts = splitBill(bill, method, values);
            expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(bill);
            expect(parts.every((part) => part >= 0n)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('schedules', () => {
  const monthly = { startsAt: new Date('2027-01-31T08:30:00Z'), endsAt: null, frequency: 'monthly' as const };
  test('a month with fewer days moves only its own occurrence', () => {
    const days = [0, 1, 2, 3, 13].map((number) => occurrenceAt(monthly, number)?.toISOString().slice(0, 16));
    expect(days).toEqual([
      '2027-01-31T08:30',
      '2027-02-28T08:30',
      '2027-03-31T08:30',
      '2027-04-30T08:30',
      '2028-02-29T08:30',
    ]);
  });

  test('once is once, and nothing comes after the end', () => {
    expect(occurrenceAt({ ...monthly, frequency: 'once' }, 1)).toBeNull();
    const ended = { ...monthly, frequency: 'biweekly' as const, endsAt: new Date('2027-02-20T00:00:00Z') };
    expect(occurrenceAt(ended, 1)?.toISOString()).toBe('2027-02-14T08:30:00.000Z');
    expect(occurrenceAt(ended, 2)).toBeNull();
  });

  test('a schedule resumed after its end is done', () => {
    const schedule = {
      ...monthly,
      frequency: 'daily',
      endsAt: new Date('2027-02-02T09:00:00Z'),
      status: 'paused',
      nextNumber: 0,
      nextAt: monthly.startsAt,
    } as Schedule;
    const resumed = resume(schedule, new Date('2027-02-01T09:00:00Z'));
    expect(resumed).toMatchObject({ schedule: { status: 'active', nextNumber: 2 } });
    expect(resumed.missed).toMatchObject([{ number: 0, status: 'skipped' }, { number: 1 }]);
    const over = resume(schedule, new Date('2027-03-01T09:00:00Z'));
    expect(over).toMatchObject({ schedule: { status: 'done', nextAt: null } });
  });
});

describe('exchanges and points', () => {
  test('what is cut goes to rounding, and each currency sums to zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1_000n, max: 10n ** 10n }),
        fc.bigInt({ min: 1n, max: 10n ** 7n }),
        (amount, rate) => {
          const converted = convert(
            amount,
            { from: 'USD', to: 'KWD' },
            { numerator: rate + 100n, denominator: 1_000n },
          );
          const quote = { fromAmount: amount, ...converted } as Quote;
          const accounts = { ownFrom: 'a', houseFrom: 'b', ownTo: 'c', houseTo: 'd', rounding: 'e' };
          const sum = (ids: string) =>
            exchangeLegs(quote, accounts)
              .filter((leg) => ids.includes(leg.accountId))
              .reduce((acc, leg) => acc + leg.amount, 0n);
          expect([sum('ab'), sum('cde')]).toEqual([0n, 0n]);
        },
      ),
    );
  });

  test('points come from the lot that lapses first, then the older one', () => {
    const lot = (id: string, remaining: bigint, lapses: string | null) => ({
      id,
      remaining,
      grantedAt: NOW,
      lapsesAt: lapses === null ? null : new Date(lapses),
    });
    const lots = [lot('never', 5n, null), lot('late', 5n, '2027-02-01'), lot('soon', 5n, '2027-01-01')];
    expect(takeFrom(lots, 12n)).toEqual([
      { lotId: 'soon', points: 5n },
      { lotId: 'late', points: 5n },
      { lotId: 'never', points: 2n },
    ]);
    expect(() => takeFrom(lots, 16n)).toThrow('15 points are there, 16 are needed');
  });
});

test('a reply kept for a replay comes back as it was', () => {
  const reply = { amount: 12n, at: NOW, list: [1n, { deep: NOW, none: null }], text: '$bigint' };
  expect(decodeReply(encodeReply(reply))).toEqual(reply);
});

test('array text quotes what PostgreSQL would take apart', () => {
  expect(textArray(['a"b', 'c\\d', 'e,{f}', '', null, 'NULL'])).toBe('{"a\\"b","c\\\\d","e,{f}","",NULL,"NULL"}');
});
