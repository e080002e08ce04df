import fc from 'fast-check';
import { account, bookSettings } from '../../../test/support/account.ts';
import type { Account } from './account.ts';
import { withCreditLimit } from './account-rules.ts';
import { decide, openBook } from './decide.ts';
import type { Posting } from './posting.ts';
import { transferId } from './transfer-id.ts';

const NOW = new Date('2026-11-21T09:00:00.000Z');

test('a book opens after the last transfer of its accounts when the clock lags behind', () => {
  const last = transferId(BigInt(NOW.getTime() + 5_000) * 1000n, 7, '000000000000');
  const book = openBook(new Map([['a', account({ lastTransferId: last })]]), NOW, bookSettings);
  expect(book.micros).toBe(BigInt(NOW.getTime() + 5_000) * 1000n + 1n);
});
const other = '01900000-0000-7000-8000-000000000002';
const posting = (more: Partial<Posting> = {}): Posting => ({
  kind: 'wallet',
  amount: 10n,
  currency: 'USD',
  fromAccountId: account().id,
  toAccountId: other,
  note: 'a "b" \\ c',
  visibility: 'private',
  reference: null,
  ...more,
});
const book = (from: Partial<Account>, to: Partial<Account> = {}) =>
  openBook(new Map([account(from), account({ id: other, ...to })].map((one) => [one.id, one])), NOW, bookSettings);

test.each([
  ['held money does not count', { posted: 10n, held: 1n }, {}, 'INSUFFICIENT_FUNDS'],
  ['a credit limit does', { posted: 0n, creditLimit: 10n }, {}, undefined],
  ['a payment from a wallet', { posted: 10n }, {}, 'INVALID_ARGUMENT', { kind: 'peer' }],
  ['a payment to a wallet', { posted: 10n, kind: 'main' }, {}, 'INVALID_ARGUMENT', { kind: 'deposit' }],
  ['the reversal of a wallet’s transfer', { posted: 10n }, {}, undefined, { kind: 'reversal' }],
  ['a frozen payer', { posted: 10n, status: 'frozen' }, {}, 'ACCOUNT_FROZEN'],
  ['a closed payee', { posted: 10n }, { status: 'closed' }, 'CONFLICT'],
  ['another currency', { posted: 10n }, { currency: 'EUR' }, 'INVALID_ARGUMENT'],
  [
    'balance and credit limit of more than JSON holds',
    { posted: 10n },
    { creditLimit: 9_007_199_254_740_990n },
    'LIMIT_EXCEEDED',
  ],
  ['what leaves an account with more than that', { posted: 10n, creditLimit: 9_007_199_254_740_991n }, {}, undefined],
  ['a balance of more than JSON holds', { posted: 10n }, { posted: 9_007_199_254_740_991n }, 'LIMIT_EXCEEDED'],
] as [string, Partial<Account>, Partial<Account>, string | undefined, Partial<Posting>?][])('%s', (...row) => {
  const [, from, to, code, asked] = row;
  const opened = book(from, to);
  const before = structuredClone([...opened.accounts.values()]);
  const result = decide(opened, posting(asked));
  expect(result instanceof Error ? result.code : undefined).toBe(code);
  if (result instanceof Error) expect([...opened.accounts.values()]).toEqual(before);
});

test('a wallet pays exactly as long as it keeps the floor of the posting and its own credit limit, as last set', () => {
  const step = fc.record({
    amount: fc.bigInt({ min: 1n, max: 30n }),
    in: fc.boolean(),
    floor: fc.option(fc.bigInt({ min: -20n, max: 20n }), { nil: undefined }),
    limit: fc.option(fc.bigInt({ min: 0n, max: 40n }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.bigInt({ min: 0n, max: 5n }), (steps, held) => {
      const opened = book({ posted: held, held }, { kind: 'system', ownerId: null });
      const wallet = opened.accounts.get(account().id) as Account;
      let [balance, limit] = [held, 0n];
      for (const each of steps) {
        if (each.limit !== undefined) {
          const set = () => Object.assign(wallet, withCreditLimit(wallet, each.limit as bigint));
          if (balance - held < -each.limit) expect(set).toThrow('further below zero');
          else limit = set().creditLimit;
        }
        const [fromAccountId, toAccountId] = each.in ? [other, wallet.id] : [wallet.id, other];
        const order = posting({ amount: each.amount, floor: each.floor, fromAccountId, toAccountId });
        const result = decide(opened, order);
        const after = each.in ? balance + each.amount : balance - each.amount;
        const least = each.floor !== undefined && each.floor > -limit ? each.floor : -limit;
        if (each.in || after - held >= least) balance = after;
        expect([result instanceof Error ? result.code : null, wallet.posted]).toEqual([
          balance === after ? null : 'INSUFFICIENT_FUNDS',
          balance,
        ]);
      }
    }),
  );
});
