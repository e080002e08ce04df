import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import { startFinance, walletOf, type Finance, type Person } from './harness.ts';
import { CSV, ofx, read, settled } from './support/files.ts';

const clock = createTestClock(new Date());
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(() => finance.stop());

async function withWallet(body: object = {}) {
  const ada = finance.as();
  const wallet = await walletOf(ada, { creditLimit: null, ...body });
  return { ada, walletId: wallet.id, accountId: wallet.accountId };
}

async function commit(person: Person, id: string) {
  const reply = await person.post(`/v1/imports/${id}/commit`);
  expect([reply.status, reply.body.code]).toEqual([202, undefined]);
  return settled(person, id);
}

const rowsOf = async (person: Person) => (await person.get('/v1/transactions?limit=100')).body.data as any[];

/** Sums of days, what a wallet holds, and budgets: all that an undone import leaves as it was. */
async function figures(person: Person, accountId: string) {
  const sums = finance.knex('daily_sums').where({ owner_id: person.userId }).whereNot({ row_count: 0 });
  return {
    sums: await sums.orderBy(['category_id', 'date']),
    balance: finance.ledger.book.balanceOf(accountId),
    total: finance.ledger.book.total(),
    budgets: (await person.get('/v1/budgets')).body.data,
    rows: await rowsOf(person),
  };
}

test('a committed file is transactions under its categories, and the same file twice adds nothing', async () => {
  const { ada, walletId, accountId } = await withWallet();
  const { id } = await read(ada, walletId, CSV);
  expect(await commit(ada, id)).toMatchObject({ status: 'committed', counts: { rows: 4, new: 4 }, progress: 1 });
  const rows = await rowsOf(ada);
  const names = new Map((await ada.get('/v1/categories?limit=100')).body.data.map((each: any) => [each.id, each.name]));
  expect(rows.map((row) => [row.date, row.direction, row.amount, row.description, names.get(row.categoryId)])).toEqual([
    ['2026-11-25', 'in', 250_000, 'Salary', 'Salary'],
    ['2026-11-03', 'out', expect.any(Number), expect.any(String), expect.any(String)],
    ['2026-11-03', 'out', expect.any(Number), expect.any(String), expect.any(String)],
    ['2026-11-03', 'out', expect.any(Number), expect.any(String), expect.any(String)],
  ]);
  const ofDay = rows.slice(1).map((row) => [row.description, row.amount, names.get(row.categoryId)].join(' '));
  expect(ofDay.sort()).toEqual(['Bread 1250 Groceries', 'Coffee 300 Other expenses', 'Coffee 300 Other expenses']);
  expect(finance.ledger.book.balanceOf(accountId)).toBe(248_150n);
  expect((await ada.post(`/v1/imports/${id}/commit`)).body.status).toBe('committed');

  const again = await read(ada, walletId, CSV);
  expect(again.counts).toMatchObject({ rows: 4, new: 0, duplicates: 4 });
  expect(await commit(ada, again.id)).toMatchObject({ status: 'committed', counts: { new: 0 } });
  expect(await rowsOf(ada)).toHaveLength(4);
  const more = await read(ada, walletId, `${CSV}2026-11-03,Coffee,-3.00,\n`);
  expect(more.counts).toMatchObject({ rows: 5, new: 1, duplicates: 4 });
});

test('rules of its owner file the rows of a file, before the categories that the file gives', async () => {
  const { ada, walletId } = await withWallet();
  const [food] = (await ada.get('/v1/categories?search=Food')).body.data;
  const conditions = [{ field: 'text', is: 'contains', value: 'bread' }];
  const actions = { categoryId: food.id, addTags: ['bakery'], description: 'Our daily bread' };
  expect((await ada.post('/v1/rules', { name: 'Bread', match: 'all', conditions, actions })).status).toBe(201);
  const { id } = await read(ada, walletId, CSV);
  await commit(ada, id);
  const filed = (await rowsOf(ada)).filter(({ categoryId }) => categoryId === food.id);
  expect(filed).toMatchObject([{ description: 'Our daily bread', amount: 1_250, tags: ['bakery'] }]);
});

test('a rule whose tag would be one too many files the rest, and makes no tag', async () => {
  const { ada, walletId } = await withWallet();
  const times = { created_at: clock.now(), updated_at: clock.now() };
  const tags = Array.from({ length: 500 }, (_, at) => ({
    id: newId(),
    owner_id: ada.userId,
    name: `t${at}`,
    ...times,
  }));
  await finance.knex('tags').insert(tags);
  const conditions = [{ field: 'text', is: 'contains', value: 'bread' }];
  const actions = { addTags: ['bakery'], description: 'Our daily bread' };
  expect((await ada.post('/v1/rules', { name: 'Bread', match: 'all', conditions, actions })).status).toBe(201);
  await commit(ada, (await read(ada, walletId, CSV)).id);
  const bread = (await rowsOf(ada)).filter(({ description }) => description === 'Our daily bread');
  expect(bread).toMatchObject([{ amount: 1_250, tags: [] }]);
  expect(await finance.knex('tags').where({ owner_id: ada.userId })).toHaveLength(500);
});

test('undone, it leaves every balance, sum of a day, budget and row as before, and can be imported again', async () => {
  const { ada, walletId, accountId } = await withWallet({ balance: 700 });
  const groceries = (await ada.get('/v1/categories?search=Groceries')).body.data[0].id as string;
  const period = { periodStart: '2026-11-01', periodEnd: '2026-11-30' };
  await ada.post('/v1/budgets', { categoryId: groceries, amount: 1_000, currency: 'USD', ...period });
  const before = await figures(ada, accountId);
  const { id } = await read(ada, walletId, CSV);
  await commit(ada, id);
  expect((await figures(ada, accountId)).budgets[0].spent).toBe(1250);
  await ada.delete(`/v1/transactions/${(await rowsOf(ada))[1].id}`);
  expect((await ada.post(`/v1/imports/${id}/undo`)).status).toBe(202);
  expect(await settled(ada, id)).toMatchObject({ status: 'undone' });
  expect(await figures(ada, accountId)).toEqual(before);
  expect((await ada.post(`/v1/imports/${id}/undo`)).body.status).toBe('undone');
  expect((await ada.post(`/v1/imports/${id}/commit`)).status).toBe(409);
  expect((await read(ada, walletId, CSV)).counts).toMatchObject({ new: 4, duplicates: 0 });
});

test('duplicates go by the id of the bank where both have one, else by day, amount and text', async () => {
  const { ada, walletId } = await withWallet();
  const categoryId = (await ada.get('/v1/categories?search=Groceries')).body.data[0].id as string;
  const byHand = { walletId, categoryId, amount: 500, description: 'market', date: '2026-11-02' };
  await ada.post('/v1/transactions', byHand);
  const first = await read(
    ada,
    walletId,
    ofx(
      ['X1', '20261101', '-2.00', 'Tea'],
      ['X1', '20261101', '-4.00', 'Cake'],
      ['X2', '20261102', '-5.00', 'Market'],
      ['', '20261104', '-1.00', 'Bus'],
    ),
  );
  expect(first.counts).toMatchObject({ rows: 4, new: 3, duplicates: 1 });
  await commit(ada, first.id);
  const second = await read(
    ada,
    walletId,
    ofx(
      ['X1', '20261101', '-2.00', 'Tea house'],
      ['X9', '20261101', '-2.00', 'Tea'],
      ['', '20261104', '-1.00', 'Bus'],
      ['X7', '20261104', '-1.00', 'Bus'],
    ),
  );
  const { data } = (await ada.get(`/v1/imports/${second.id}/rows`)).body;
  expect(data.map((row: any) => row.status)).toEqual(['duplicate', 'new', 'new', 'duplicate']);
  expect(data[0].duplicateOf).toBe((await rowsOf(ada)).find((row) => row.description === 'Tea').id);
});

test('an export of the wallet changes nothing when it is imported', async () => {
  const { ada, walletId } = await withWallet({ balance: 700 });
  await commit(ada, (await read(ada, walletId, CSV)).id);
  const { text } = await ada.get('/v1/exports');
  const again = await read(ada, walletId, text);
  expect(again.counts).toEqual({ rows: 5, new: 0, duplicates: 5, skipped: 0, problems: 0 });
});

test('what is left out stays out, and what is no duplicate after all is taken', async () => {
  const { ada, walletId, accountId } = await withWallet();
  const { id } = await read(ada, walletId, CSV);
  const changed = await ada.patch(`/v1/imports/${id}`, { leaveOut: [1, 4] });
  expect(changed.body.counts).toMatchObject({ rows: 4, new: 2, skipped: 2 });
  await commit(ada, id);
  expect(finance.ledger.book.balanceOf(accountId)).toBe(-600n);
  expect((await ada.patch(`/v1/imports/${id}`, { leaveOut: [] })).status).toBe(409);
  const again = await read(ada, walletId, CSV);
  const taken = await ada.patch(`/v1/imports/${again.id}`, { takeAnyway: [2] });
  expect(taken.body.counts).toMatchObject({ new: 3, duplicates: 1 });
});

test('a mapping that its owner corrects is used, and again for the next file with the same header', async () => {
  const { ada, walletId } = await withWallet();
  const file = 'Date,Text A,Text B,Amount\n01/02/2026,Shop,Ref 1,5.00\n';
  const found = await read(ada, walletId, file);
  const changes = { mapping: { columns: { text: 2 }, dateOrder: 'dmy', invert: true } };
  expect((await ada.patch(`/v1/imports/${found.id}`, changes)).body.status).toBe('reading');
  const corrected = await settled(ada, found.id);
  expect(corrected).toMatchObject({
    firstDate: '2026-02-01',
    sums: [{ amount: -500 }],
    mapping: { columns: { text: 2 } },
  });
  await commit(ada, found.id);
  const next = await read(ada, walletId, file.replace('5.00', '6.00'));
  expect(next).toMatchObject({ firstDate: '2026-02-01', sums: [{ amount: -600 }], mapping: { columns: { text: 2 } } });
});

/** More than two parts. */
const long = (count: number) =>
  `Date,Description,Amount\n${Array.from({ length: count }, (_, n) => `2026-0${(n % 9) + 1}-15,Row ${n},${n % 3 === 0 ? '' : '-'}${(n % 50) + 1}.00`).join('\n')}\n`;

describe.each(['not', 'lost'] as const)('when calls of the ledger are cut (%s)', (fault) => {
  test('a commit and an undo go on where they were, and nothing is posted twice', async () => {
    const { ada, walletId, accountId } = await withWallet();
    const found = await read(ada, walletId, long(2_100));
    finance.ledger.state.fault = undefined;
    await ada.post(`/v1/imports/${found.id}/commit`);
    finance.ledger.state.fault = fault;
    await waitFor(async () => (await finance.knex('imports').where({ id: found.id }).first()).attempts > 0);
    await finance.restart();
    finance.ledger.state.fault = undefined;
    await endsAs(found.id, 'committed');
    expect(finance.ledger.book.balanceOf(accountId)).toBe(BigInt(found.sums[0].amount));
    const posted = finance.knex('transactions').where({ owner_id: ada.userId, status: 'posted' });
    expect((await posted).length).toBe(2_100);

    await ada.post(`/v1/imports/${found.id}/undo`);
    finance.ledger.state.fault = fault;
    await waitFor(async () => (await finance.knex('imports').where({ id: found.id }).first()).attempts > 0);
    await finance.restart();
    finance.ledger.state.fault = undefined;
    await endsAs(found.id, 'undone');
    expect([finance.ledger.book.balanceOf(accountId), finance.ledger.book.total()]).toEqual([0n, 0n]);
    expect(await rowsOf(ada)).toEqual([]);
  });
});

const endsAs = (id: string, status: string) =>
  waitFor(
    async () => {
      // less than a hold lasts, in the time between two signs of life
      clock.advance(500);
      return (await finance.knex('imports').where({ id }).first()).status === status;
    },
    { timeoutMs: 20_000, what: status },
  );

test('what a wallet with a limit cannot pay is refused at once, and money spent since is not taken back', async () => {
  const { ada, walletId, accountId } = await withWallet({ creditLimit: 0, balance: 100 });
  const poor = await read(ada, walletId, 'Date,Description,Amount\n2026-11-01,Rent,-5.00\n');
  expect((await ada.post(`/v1/imports/${poor.id}/commit`)).body.code).toBe('INSUFFICIENT_FUNDS');
  const rich = await read(ada, walletId, 'Date,Description,Amount\n2026-11-01,Rent,-5.00\n2026-11-02,Pay,9.00\n');
  await commit(ada, rich.id);
  expect(finance.ledger.book.balanceOf(accountId)).toBe(500n);
  const categoryId = (await ada.get('/v1/categories?search=Groceries')).body.data[0].id as string;
  await ada.post('/v1/transactions', { walletId, categoryId, amount: 450 });
  expect((await ada.post(`/v1/imports/${rich.id}/undo`)).body.code).toBe('INSUFFICIENT_FUNDS');
});

test('what the ledger refuses on the way is taken back whole, and the import has failed', async () => {
  const { ada, walletId, accountId } = await withWallet({ creditLimit: 50_000, balance: 100 });
  const line = (_: unknown, n: number) => `2026-11-01,Row ${n},${n < 1_000 ? '1.00' : '-2.00'}`;
  const content = `Date,Description,Amount\n${Array.from({ length: 1_700 }, line).join('\n')}\n`;
  const before = await figures(ada, accountId);
  const { id } = await read(ada, walletId, content);
  // the ledger has another limit by now
  finance.ledger.book.accounts.get(accountId)!.creditLimit = 0n;
  expect(await commit(ada, id)).toMatchObject({ status: 'failed', error: { code: 'INSUFFICIENT_FUNDS' } });
  expect(await figures(ada, accountId)).toEqual(before);
  expect((await read(ada, walletId, content)).counts).toMatchObject({ new: 1_700, duplicates: 0 });
});

test("nobody commits, changes or undoes another person's import", async () => {
  const { ada, walletId } = await withWallet();
  const { id } = await read(ada, walletId, CSV);
  const eve = finance.as();
  expect((await eve.post(`/v1/imports/${id}/commit`)).status).toBe(404);
  expect((await eve.post(`/v1/imports/${id}/undo`)).status).toBe(404);
  expect((await eve.patch(`/v1/imports/${id}`, { leaveOut: [1] })).status).toBe(404);
  expect((await ada.post(`/v1/imports/${id}/undo`)).status).toBe(409);
});

test('a split row of a file is one transaction whose parts are its amount, and goes again as a whole', async () => {
  const { ada, walletId, accountId } = await withWallet();
  const before = await figures(ada, accountId);
  const qif = [
    '!Type:Bank\nD1/15/2026\nT-80.00\nPMarket\nSFood\n$-75.50\nEApples\nSWine\n$-9.50\nSRefund\n$5.00\n^\n',
    'D1/16/2026\nT900.00\nPEmployer\nSSalary\n$1000.00\nSTax\n$-100.00\n^\nD1/17/2026\nT-3.00\nLFood\nSBread\n$-3.00\n^\n',
    'D1/18/2026\nT-40.00\nL[Savings]\n^\n',
  ].join('');
  const { id } = await read(ada, walletId, qif);
  const shown = (await ada.get(`/v1/imports/${id}/rows`)).body.data;
  expect(shown[0].splits).toEqual([
    { amount: -7_550, category: 'Food', description: 'Apples' },
    { amount: -950, category: 'Wine', description: '' },
    { amount: 500, category: 'Refund', description: '' },
  ]);
  expect(await commit(ada, id)).toMatchObject({ status: 'committed', counts: { new: 4 } });
  const { data } = (await ada.get('/v1/categories?limit=100')).body;
  const names = new Map<string, string>(data.map((each: any) => [each.id, each.name]));
  const rows = (await rowsOf(ada)).map((row) => ({
    ...{ amount: row.amount, direction: row.direction, category: names.get(row.categoryId), text: row.description },
    parts: row.splits.map((part: any) => [names.get(part.categoryId), part.amount]),
  }));
  expect(rows).toEqual([
    { amount: 4_000, direction: 'out', category: 'Other expenses', text: 'Savings', parts: [] },
    { amount: 300, direction: 'out', category: 'Bread', text: expect.any(String), parts: [] },
    {
      amount: 90_000,
      direction: 'in',
      category: undefined,
      text: 'Employer',
      parts: [
        ['Salary', 100_000],
        ['Tax', -10_000],
      ],
    },
    {
      ...{ amount: 8_000, direction: 'out', category: undefined, text: 'Market' },
      parts: [
        ['Food', 7_550],
        ['Wine', 950],
        [expect.stringMatching('Refund'), -500],
      ],
    },
  ]);
  expect(names.size).toBe(data.length);
  expect([...names.values()]).not.toContain('Savings');
  const again = await read(ada, walletId, qif);
  expect(again.counts).toMatchObject({ new: 0, duplicates: 4 });
  await ada.post(`/v1/imports/${id}/undo`);
  expect(await settled(ada, id)).toMatchObject({ status: 'undone' });
  expect(await figures(ada, accountId)).toEqual(before);
});
