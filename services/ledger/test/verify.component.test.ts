import { startBooks, type Books } from './support/books.ts';

let books: Books;
beforeAll(async () => {
  books = await startBooks();
});
afterEach(() => books.putBack());
afterAll(() => books.stop());

interface Case {
  how: string;
  law: string;
  change: string[];
  /** names of what verify may speak of */
  what: string[];
}

const LAST = "an account's last transfer is that of its highest entry";
const MARK = 'a mark is at its entry';
const ACCOUNT = 'every entry is of an account, in its currency';
const SAYS = 'a transfer says what its entries say';
const OWNERS = 'the users of a transfer are the owners of its accounts';

const CASES: Case[] = [
  {
    how: 'a balance made greater',
    law: 'balances of a currency sum to zero',
    change: ['UPDATE accounts SET posted = posted + 1 WHERE id = :ann'],
    what: ['USD'],
  },
  {
    how: 'more taken than was there',
    law: 'nobody is below zero',
    change: [
      'UPDATE accounts SET posted = posted - 200000 WHERE id = :ann',
      'UPDATE accounts SET posted = posted + 200000 WHERE id = :house',
    ],
    what: ['ann'],
  },
  {
    how: 'an entry made greater',
    law: 'entries of a transfer sum to zero',
    change: ['UPDATE entries SET amount = amount + 1 WHERE transfer_id = :last AND account_id = :bob'],
    what: ['last'],
  },
  {
    how: 'entries removed',
    law: 'every transfer has entries and every entry a transfer',
    change: ['DELETE FROM entries WHERE transfer_id = :last'],
    what: ['last'],
  },
  {
    how: 'a transfer removed',
    law: 'every transfer has entries and every entry a transfer',
    change: ['DELETE FROM transfers WHERE id = :last'],
    what: ['last'],
  },
  {
    how: 'a transfer removed with its entries',
    law: 'a balance is the sum of its entries',
    change: ['DELETE FROM entries WHERE transfer_id = :last', 'DELETE FROM transfers WHERE id = :last'],
    what: ['ann', 'bob'],
  },
  {
    how: 'a balance after an entry changed',
    law: 'each entry follows the one before it',
    change: ['UPDATE entries SET balance_after = balance_after + 1 WHERE transfer_id = :last AND account_id = :bob'],
    what: ['last'],
  },
  {
    how: 'less held',
    law: 'held is the sum of the pending holds',
    change: ['UPDATE accounts SET held = held - 1 WHERE id = :ann'],
    what: ['ann'],
  },
  {
    how: 'a lot of more points',
    law: 'points are what remains of their lots',
    change: ['UPDATE point_lots SET remaining = remaining + 1'],
    what: ['annPoints'],
  },
  {
    how: 'a last transfer moved back',
    law: LAST,
    change: [
      `UPDATE accounts SET last_transfer_id = (SELECT previous_transfer_id FROM entries WHERE account_id = :bob
         AND transfer_id = :last) WHERE id = :bob`,
    ],
    what: ['bob'],
  },
  {
    how: 'a last transfer forgotten',
    law: LAST,
    change: ['UPDATE accounts SET last_transfer_id = NULL WHERE id = :bob'],
    what: ['bob'],
  },
  {
    how: 'a last transfer of an account without entries',
    law: LAST,
    change: ['UPDATE accounts SET last_transfer_id = :last WHERE id = :unused'],
    what: ['unused'],
  },
  {
    how: 'a mark where no entry is',
    law: MARK,
    change: ['INSERT INTO entry_marks VALUES (:house, :last, 64)'],
    what: ['last'],
  },
  {
    how: 'a mark moved to a later entry',
    law: MARK,
    change: ['UPDATE entry_marks SET transfer_id = :last WHERE account_id = :bob'],
    what: ['last'],
  },
  {
    how: 'a transfer moved to another currency with its entries',
    law: ACCOUNT,
    change: [
      `UPDATE entries SET currency = 'EUR' WHERE transfer_id = :last`,
      `UPDATE transfers SET currency = 'EUR' WHERE id = :last`,
    ],
    what: ['last'],
  },
  {
    how: 'a transfer between accounts that are not there',
    law: ACCOUNT,
    change: [
      `INSERT INTO transfers SELECT :strange, kind, amount, currency, :noFrom, :noTo, from_user_id, to_user_id, note,
         visibility, reference, reverses_transfer_id, posted_at FROM transfers WHERE id = :last`,
      `INSERT INTO entries VALUES (:strange, :noFrom, 1, -450, -450, 'USD', NULL), (:strange, :noTo, 1, 450, 450, 'USD', NULL)`,
    ],
    what: ['strange'],
  },
  {
    how: 'the amount of a transfer not yet sealed',
    law: SAYS,
    change: ['UPDATE transfers SET amount = 45 WHERE id = :last'],
    what: ['last'],
  },
  {
    how: 'the currency of a transfer not yet sealed',
    law: SAYS,
    change: [`UPDATE transfers SET currency = 'EUR' WHERE id = :last`],
    what: ['last'],
  },
  {
    how: 'the two sides exchanged',
    law: SAYS,
    change: ['UPDATE transfers SET from_account_id = to_account_id, to_account_id = from_account_id WHERE id = :last'],
    what: ['last'],
  },
  {
    how: 'another sender',
    law: SAYS,
    change: ['UPDATE transfers SET from_account_id = :unused WHERE id = :last'],
    what: ['last'],
  },
  {
    how: 'another receiver',
    law: SAYS,
    change: ['UPDATE transfers SET to_account_id = :unused WHERE id = :last'],
    what: ['last'],
  },
  {
    how: 'the amount of an exchange',
    law: SAYS,
    change: ['UPDATE transfers SET amount = 332 WHERE id = :exchanged'],
    what: ['exchanged'],
  },
  {
    how: 'the other sender of a reversed exchange',
    law: SAYS,
    change: [
      `UPDATE transfers SET from_account_id = :houseEur, currency = 'EUR', amount = abs((SELECT amount FROM entries
         WHERE transfer_id = :undone AND account_id = :houseEur)) WHERE id = :undone`,
    ],
    what: ['undone'],
  },
  {
    how: 'what comes to the sender of a reversal of nothing',
    law: SAYS,
    change: [
      `UPDATE transfers t SET from_account_id = o.from_account_id, to_account_id = o.to_account_id, amount = o.amount,
         currency = o.currency, reverses_transfer_id = NULL FROM transfers o
       WHERE t.id = :undone AND o.id = t.reverses_transfer_id`,
    ],
    what: ['undone'],
  },
  {
    how: 'another user who paid',
    law: OWNERS,
    change: ['UPDATE transfers SET from_user_id = :bobUser WHERE id = :last'],
    what: ['last'],
  },
  {
    how: 'no user who was paid',
    law: OWNERS,
    change: ['UPDATE transfers SET to_user_id = NULL WHERE id = :last'],
    what: ['last'],
  },
];

test.each(CASES)('$how: breaks "$law"', async ({ law, change, what }) => {
  await books.tamper(...change);
  const breach = await books.verify();
  expect(breach).toEqual({ law, what: expect.any(String), detail: expect.any(String) });
  expect(what.map((name) => books.names[name] ?? name)).toContain(breach?.what);
});

test('a reversal of an exchange passes with the sides of what it undid, as it was once posted', async () => {
  await books.tamper(
    `UPDATE transfers t SET from_account_id = o.from_account_id, to_account_id = o.to_account_id, amount = o.amount,
       currency = o.currency FROM transfers o WHERE t.id = :undone AND o.id = t.reverses_transfer_id`,
  );
  expect(await books.verify()).toBeNull();
});

test('no law is left unbroken above', () => {
  expect(new Set(CASES.map(({ law }) => law))).toEqual(new Set(books.store.laws));
});
