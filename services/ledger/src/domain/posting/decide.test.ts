import { account, bookSettings } from '../../../test/support/account.ts';
import type { Account } from './account.ts';
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
  ['a frozen payer', { posted: 10n, status: 'frozen' }, {}, 'ACCOUNT_FROZEN'],
  ['a closed payee', { posted: 10n }, { status: 'closed' }, 'CONFLICT'],
  ['another currency', { posted: 10n }, { currency: 'EUR' }, 'INVALID_ARGUMENT'],
  ['a balance of more than JSON holds', { posted: 10n }, { posted: 9_007_199_254_740_991n }, 'LIMIT_EXCEEDED'],
] as [string, Partial<Account>, Partial<Account>, string | undefined][])('%s', (_name, from, to, code) => {
  const opened = book(from, to);
  const before = structuredClone([...opened.accounts.values()]);
  const result = decide(opened, posting());
  expect(result instanceof Error ? result.code : undefined).toBe(code);
  if (result instanceof Error) expect([...opened.accounts.values()]).toEqual(before);
});
