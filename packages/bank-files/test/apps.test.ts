import initSqlJs from 'sql.js';
import { brief, readFile } from './read.ts';
import { zipOf } from '@florin/testing';

test('Splitwise: what the first person is owed or owes; the total is no row but a balance', async () => {
  const { file, rows, warnings } = await readFile(
    'Date,Description,Category,Cost,Currency,Ann,Bob\n\n2026-01-05,Dinner,Dining out,40.00,EUR,20.00,-20.00\n2026-01-06,Rent,Rent,900.00,EUR,-450.00,450.00\n2026-01-07,Theirs,Rent,9.00,EUR,0.00,0.00\n\n2026-01-31,Total balance, , ,EUR,-430.00,430.00\n',
  );
  expect([file.format, brief(rows), warnings]).toEqual([
    'splitwise',
    ['2026-01-05 2000 Dinner', '2026-01-06 -45000 Rent'],
    [],
  ]);
  expect(rows[0]).toMatchObject({ category: 'Dining out', currency: 'EUR' });
});

test('Splitwise: another person by the mapping', async () => {
  const text = 'Date,Description,Category,Cost,Currency,Ann,Bob\n2026-01-05,Dinner,Dining out,40.00,EUR,20.00,-20.00\n';
  const { file } = await readFile(text);
  const { rows } = await readFile(text, { mapping: { columns: { ...file.mapping?.columns, amount: 6 } } });
  expect(rows[0]?.amount).toBe(-2000n);
});

test('Firefly III: the type tells the sign, whichever way the amount is written', async () => {
  const { file, rows } = await readFile(
    [
      'user_id,group_id,journal_id,created_at,type,amount,foreign_amount,currency_code,description,date,source_name,source_type,destination_name,destination_type,category,notes',
      '1,1,10,2026-01-05T00:00:00+00:00,Withdrawal,-12.500000,,EUR,Bread,2026-01-05T00:00:00+01:00,Checking,Asset account,Baker,Expense account,Food,',
      '1,1,11,2026-01-05T00:00:00+00:00,Withdrawal,12.50,,EUR,Rolls,2026-01-05T00:00:00+01:00,Checking,Asset account,Baker,Expense account,Food,',
      '1,1,12,2026-01-05T00:00:00+00:00,Deposit,100.00,,EUR,Pay,2026-01-06T00:00:00+01:00,Boss,Revenue account,Checking,Asset account,,',
      '1,1,13,2026-01-05T00:00:00+00:00,Transfer,-5.00,,EUR,Save,2026-01-07T00:00:00+01:00,Checking,Asset account,Savings,Asset account,,',
    ].join('\n'),
  );
  expect(file.format).toBe('firefly');
  expect(brief(rows)).toEqual([
    '2026-01-05 -1250 Bread',
    '2026-01-05 -1250 Rolls',
    '2026-01-06 10000 Pay',
    '2026-01-07 -500 Save',
  ]);
  expect(rows.map(({ id, account, transferAccount }) => [id, account, transferAccount])).toEqual([
    ['10', 'Checking', ''],
    ['11', 'Checking', ''],
    ['12', 'Checking', ''],
    ['13', 'Checking', 'Savings'],
  ]);
});

test('YNAB: outflow and inflow, transfers name the other account', async () => {
  const { file, rows } = await readFile(
    '\ufeff"Account","Flag","Date","Payee","Category Group/Category","Category Group","Category","Memo","Outflow","Inflow","Cleared"\n"Checking","","01/15/2026","Baker","Food: Bread","Food","Bread","",$12.50,$0.00,"Cleared"\n"Checking","","01/16/2026","Transfer : Savings","","","","to savings",$0.00,$5.00,"Uncleared"\n',
  );
  expect([file.format, brief(rows)]).toEqual(['ynab', ['2026-01-15 -1250 Baker', '2026-01-16 500 to savings']]);
  expect(rows.map(({ category, transferAccount }) => [category, transferAccount])).toEqual([
    ['Bread', ''],
    ['', 'Savings'],
  ]);
});

const SCHEMA = `create table accounts (id text primary key, name text, tombstone integer default 0);
create table payees (id text primary key, name text, transfer_acct text, tombstone integer default 0);
create table categories (id text primary key, name text, tombstone integer default 0);
create table transactions (id text primary key, isParent integer default 0, isChild integer default 0, acct text, category text,
  amount integer, description text, notes text, date integer, tombstone integer default 0, parent_id text);
insert into accounts values ('a', 'Checking', 0), ('b', 'Savings', 0);
insert into payees values ('p', 'Baker', null, 0), ('q', '', 'b', 0);
insert into categories values ('c', 'Food', 0), ('d', 'Home', 0);`;
const ROWS = `insert into transactions (id, isParent, isChild, acct, category, amount, description, notes, date, tombstone, parent_id) values
  ('1', 0, 0, 'a', 'c', -1250, 'p', 'Bread', 20260105, 0, null),
  ('2', 0, 0, 'a', null, -500, 'q', '', 20260106, 0, null),
  ('3', 1, 0, 'a', null, -300, 'p', '', 20260107, 0, null),
  ('4', 0, 1, 'a', 'c', -100, 'p', 'one', 20260107, 0, '3'),
  ('5', 0, 1, 'a', 'd', -200, 'p', 'two', 20260107, 0, '3'),
  ('6', 0, 0, 'a', 'c', -9, 'p', 'deleted', 20260108, 1, null),
  ('7', 0, 0, 'a', 'c', -9, 'p', 'undated', 5, 0, null);`;

async function actualOf(sql: string) {
  const database = new (await initSqlJs()).Database();
  database.run(sql);
  return Buffer.from(database.export());
}

test('Actual: rows, splits, transfers; what was deleted is gone', async () => {
  const { file, rows, problems } = await readFile(
    zipOf({ 'db.sqlite': await actualOf(SCHEMA + ROWS), 'metadata.json': Buffer.from('{}') }),
  );
  expect([file.format, brief(rows)]).toEqual([
    'actual',
    ['2026-01-05 -1250 Bread', '2026-01-06 -500 Savings', '2026-01-07 -300 Baker'],
  ]);
  expect(rows[1]).toMatchObject({ transferAccount: 'Savings', account: 'Checking', id: '2' });
  expect(rows[2]?.splits).toEqual([
    { amount: -100n, category: 'Food', text: 'one' },
    { amount: -200n, category: 'Home', text: 'two' },
  ]);
  expect(problems).toEqual([expect.stringContaining('"5" is no date')]);
});

test.each([
  ['no database', { 'a.txt': Buffer.from('x') }, /no db.sqlite/],
  ['a database that is none', { 'db.sqlite': Buffer.from('x'.repeat(5_000)) }, /no export of Actual/],
])('a ZIP with %s is a problem', async (_what, entries, message) => {
  const { rows, problems } = await readFile(zipOf(entries));
  expect([rows, problems]).toEqual([[], [expect.stringMatching(message)]]);
});

test('a view in the place of a table does not run', async () => {
  const endless = `${SCHEMA.replace(/create table transactions[\s\S]*?;\n/, '')} create view transactions as with recursive n(x) as (select 1 union all select x + 1 from n) select * from n;`;
  const { problems } = await readFile(zipOf({ 'db.sqlite': await actualOf(endless) }));
  expect(problems).toEqual([expect.stringContaining('no plain table')]);
});
