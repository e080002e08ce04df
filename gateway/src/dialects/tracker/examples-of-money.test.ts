import { buses, startFlorin, type Florin } from '../../../../tests/e2e/florin.ts';
import { codeFor } from '../../../../tests/e2e/people.ts';
import { ID, STAMPS, TIME, no, ok, page, trackerClient } from '../../../../tests/e2e/tracker-client.ts';

interface Row {
  id: string;
  balance?: number;
}

const NOBODY = '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4';
const POCKET = { type: 'Cash', name: 'Pocket', currency: 'IDR', description: '' };
const DAYS = { periodStart: '2026-01-01', periodEnd: '2099-12-31' };

let florin: Florin;
let ada: ReturnType<typeof trackerClient>;
let eve: ReturnType<typeof trackerClient>;
let pocket: Row;
let coffee: Row;
let salary: Row;
let loan: Row;

beforeAll(async () => {
  const [bus] = buses();
  florin = await startFlorin(bus ?? 'pg-boss', { DIALECT_PASSWORDS: 'published' });
  [ada, eve] = [trackerClient(florin), trackerClient(florin)];
  for (const [client, name] of [
    [ada, 'Ada'],
    [eve, 'Eve'],
  ] as const) {
    const email = `${name.toLowerCase()}@example.com`;
    await client.join({ email, password: 'P@$$w0rd', name }, () => codeFor(florin, email));
  }
  pocket = await ada.make('/finance/wallet', { ...POCKET, balance: 100_000 });
  coffee = await ada.make('/finance/category', { name: 'Coffee', type: 'EXPENSE', icon: 'cup' });
  salary = await ada.make('/finance/category', { name: 'Wages', type: 'INCOME' });
  loan = await ada.make('/finance/category', { name: 'Borrowed', type: 'DEBT' });
}, 90_000);
afterAll(() => florin.stop());

const balanceOf = async ({ id }: Row) => (await ada.get(`/finance/wallet/${id}`)).body.data.balance as number;
const transaction = (more: object) => ada.post('/finance/transaction', more);
const spend = (amount: number, more: object = {}) =>
  ada.make<Row>('/finance/transaction', { walletId: pocket.id, categoryId: coffee.id, amount, ...more });

test('what is wrong with a transaction is told in the published order', async () => {
  const [walletId, categoryId] = [pocket.id, coffee.id];
  for (const id of [undefined, '', 'x', NOBODY]) {
    expect(await transaction({ categoryId: id })).toEqual(no(404, 'Category not found'));
  }
  for (const amount of [undefined, '', 0, -5, 'many']) {
    expect(await transaction({ categoryId, amount })).toEqual(no(400, 'Amount is required'));
  }
  expect(await transaction({ categoryId, amount: 5 })).toEqual(no(400, 'Wallet is required'));
  for (const id of ['x', NOBODY]) {
    expect(await transaction({ categoryId, amount: 5, walletId: id })).toEqual(no(404, 'Wallet not found'));
  }
  expect(await transaction({ categoryId, amount: 100_000.01, walletId })).toEqual(no(400, 'Insufficient balance'));
  const decimals = no(400, 'Amount: IDR has 2 decimals, 3 were given');
  expect(await transaction({ categoryId, amount: 0.001, walletId })).toEqual(decimals);
  const date = await transaction({ categoryId, amount: 1, walletId, transactionDate: 'yesterday' });
  expect(date).toEqual(no(400, expect.stringMatching(/^Transaction date must be /) as string));
  const type = await transaction({ categoryId: loan.id, amount: 1, walletId, type: 'INCOME' });
  expect(type).toEqual(no(400, 'Type must be DEBT, as its category'));
  expect(await balanceOf(pocket)).toBe(100_000);
});

test('a transaction is made, listed, changed and deleted', async () => {
  const made = await ada.form('/finance/transaction', {
    walletId: pocket.id,
    categoryId: coffee.id,
    amount: '25000',
    description: 'Flat white',
    transactionDate: '2026-03-05T08:30:00.000Z',
  });
  const Category = { id: coffee.id, type: 'EXPENSE', name: 'Coffee', icon: 'cup' };
  const row = {
    id: ID,
    walletId: pocket.id,
    categoryId: coffee.id,
    type: 'EXPENSE',
    direction: 'OUT',
    amount: 25_000,
    description: 'Flat white',
    transactionDate: '2026-03-05T08:30:00.000Z',
    ...STAMPS,
    Wallet: { ...POCKET, id: pocket.id, balance: 75_000 },
    Category,
  };
  expect(made).toEqual(ok('Created data successfully', row));
  const path = `/finance/transaction/${made.body.data.id as string}`;
  const filters = 'wallet=pock&category=coff&type=EXP&description=white&amount=25000&transactionDate=2026-03';
  expect(await ada.get(`/finance/transaction?${filters}&search=flat`)).toEqual(page([row]));
  expect(await ada.get('/finance/transaction?category=nothing')).toEqual(page([]));
  expect(await ada.get('/finance/transaction?sort=colour')).toEqual(
    no(400, expect.stringMatching(/^Sort must/) as string),
  );
  expect(await ada.get('/finance/transaction?page=0')).toEqual(no(400, 'Page must be a whole number from 1'));
  const changed = await ada.put(path, { amount: 20_000, description: 'Espresso', transactionDate: '2026-03-06' });
  expect(changed).toEqual(
    ok('Updated data successfully', {
      ...row,
      amount: 20_000,
      description: 'Espresso',
      transactionDate: '2026-03-06T00:00:00.000Z',
      Wallet: { ...row.Wallet, balance: 80_000 },
    }),
  );
  expect(await ada.put(path, { amount: 100_001 })).toEqual(no(400, 'Insufficient balance'));
  expect(await ada.put(path, { amount: 0 })).toEqual(no(400, 'Amount is required'));
  expect(await ada.delete(path)).toEqual(ok('Data deleted successfully'));
  expect(await balanceOf(pocket)).toBe(100_000);
  expect(await ada.delete(path)).toEqual(no(404, 'Transaction not found'));
  expect(await ada.put(path, { amount: 1 })).toEqual(no(404, 'Transaction not found'));
});

test('income that has been spent is not taken back', async () => {
  const wallet = await ada.make<Row>('/finance/wallet', { type: 'Bank', name: 'Giro' });
  const income = await ada.make<Row>('/finance/transaction', {
    walletId: wallet.id,
    categoryId: salary.id,
    amount: 100,
  });
  await spend(60, { walletId: wallet.id });
  expect(await ada.delete(`/finance/transaction/${income.id}`)).toEqual(no(400, 'Insufficient balance'));
  expect(await balanceOf(wallet)).toBe(40);
});

test('a wallet with a credit limit may go below zero to it', async () => {
  const card = await ada.make<Row>('/finance/wallet', { type: 'Card', name: 'Card', creditLimit: 50 });
  await spend(50, { walletId: card.id });
  expect(await balanceOf(card)).toBe(-50);
  const more = await transaction({ walletId: card.id, categoryId: coffee.id, amount: 0.01 });
  expect(more).toEqual(no(400, 'Insufficient balance'));
});

test('money moves between own wallets of one currency', async () => {
  const bank = await ada.make<Row>('/finance/wallet', { type: 'Bank', name: 'Savings' });
  const dollars = await ada.make<Row>('/finance/wallet', { type: 'Bank', name: 'Dollars', currency: 'USD' });
  const transfer = (body: object) => ada.post('/finance/transaction/transfer', body);
  const wallets = { originWalletId: pocket.id, destinationWalletId: bank.id };
  expect(await transfer({ ...wallets })).toEqual(no(400, 'Amount is required'));
  expect(await transfer({ ...wallets, amount: 0 })).toEqual(no(400, 'Amount is required'));
  expect(await transfer({ amount: 1, destinationWalletId: bank.id })).toEqual(no(400, 'Wallet is required'));
  expect(await transfer({ amount: 1, originWalletId: bank.id })).toEqual(no(400, 'Wallet is required'));
  const same = await transfer({ amount: 1, originWalletId: bank.id, destinationWalletId: bank.id });
  expect(same).toEqual(no(400, 'Origin and Destination Wallet must be different'));
  const currencies = await transfer({ ...wallets, amount: 1, destinationWalletId: dollars.id });
  expect(currencies).toEqual(no(400, 'Currencies are not the same'));
  for (const id of [NOBODY, 'x']) {
    const missing = no(404, 'Origin or Destination Wallet not found');
    expect(await transfer({ ...wallets, amount: 1, originWalletId: id })).toEqual(missing);
    expect(await transfer({ ...wallets, amount: 1, destinationWalletId: id })).toEqual(missing);
  }
  expect(await transfer({ ...wallets, amount: 100_001 })).toEqual(no(400, 'Insufficient balance'));
  const done = ok('Transfer successfully');
  expect(await transfer({ ...wallets, amount: 10_000, transactionDate: '2026-03-07' })).toEqual(done);
  expect([await balanceOf(pocket), await balanceOf(bank)]).toEqual([90_000, 10_000]);
  const rows = (await ada.get('/finance/transaction?type=TRANSFER')).body.data as Record<string, unknown>[];
  const moved = { type: 'TRANSFER', amount: 10_000, categoryId: null };
  expect(rows).toHaveLength(2);
  const out = { walletId: pocket.id, direction: 'OUT', description: 'Transfer to Savings' };
  const into = { walletId: bank.id, direction: 'IN', description: 'Transfer from Pocket' };
  expect(rows).toContainEqual(expect.objectContaining({ ...moved, ...out }));
  expect(rows).toContainEqual(expect.objectContaining({ ...moved, ...into }));
  for (const [search, found] of [
    ['transfer savings', [out]],
    ['trans from  POCK', [into]],
    ['savings transfer', []],
  ] as const) {
    const page = (await ada.get(`/finance/transaction?search=${encodeURIComponent(search)}`)).body.data as object[];
    expect(page).toEqual(found.map((row) => expect.objectContaining(row) as object));
  }
  const wallet = (await ada.get('/finance/wallet?search=sav%20gs')).body.data as Row[];
  expect(wallet.map(({ id }) => id)).toEqual([bank.id]);
  await transfer({ originWalletId: bank.id, destinationWalletId: pocket.id, amount: 10_000 });
});

test('summaries of one wallet and of all', async () => {
  const wallet = await ada.make<Row>('/finance/wallet', { type: 'Bank', name: 'Summed', currency: 'JPY' });
  const at = { walletId: wallet.id };
  await ada.make('/finance/transaction', { ...at, categoryId: salary.id, amount: 500 });
  await ada.make('/finance/transaction', { ...at, categoryId: loan.id, amount: 70 });
  await spend(120, at);
  const Summary = [
    { name: 'Wages', type: 'INCOME', icon: 'wallet', amount: 500 },
    { name: 'Coffee', type: 'EXPENSE', icon: 'cup', amount: 120 },
    { name: 'Borrowed', type: 'DEBT', icon: 'wallet', amount: 70 },
  ];
  const Wallet = { id: wallet.id, type: 'Bank', name: 'Summed', currency: 'JPY', balance: 450, description: '' };
  for (const query of ['', '?period=weekly', '?period=monthly', '?period=yearly']) {
    const reply = await ada.get(`/finance/transaction/summary/${wallet.id}${query}`);
    expect(reply).toEqual(ok('Retrieved data successfully', { Wallet, Transactions: expect.any(Array), Summary }));
    expect(reply.body.data.Transactions).toHaveLength(3);
    expect(reply.body.data.Transactions[0]).toMatchObject({ id: ID, type: 'EXPENSE', transactionDate: TIME, Wallet });
  }
  const invalid = no(400, 'Invalid period');
  expect(await ada.get(`/finance/transaction/summary/${wallet.id}?period=daily`)).toEqual(invalid);
  const missing = no(404, 'Wallet not found');
  expect(await ada.get(`/finance/transaction/summary/${NOBODY}?period=daily`)).toEqual(missing);
  expect(await ada.get(`/finance/transaction/summary/${NOBODY}`)).toEqual(missing);
  const today = new Date().toISOString().slice(0, 10);
  const all = await ada.get(`/finance/transaction/summary-all?start=${today}&end=${today}`);
  expect(Object.keys(all.body.data as object)).toEqual(['SummaryWallet', 'SummaryTransaction']);
  expect(all.body).toMatchObject({ status: 'success', message: 'Retrieved data successfully' });
  expect(all.body.data.SummaryWallet).toContainEqual({ currency: 'JPY', balance: 450, income: 500, expense: 120 });
  for (const sum of Summary) expect(all.body.data.SummaryTransaction).toContainEqual(sum);
  const old = await ada.get('/finance/transaction/summary-all?start=1999-01-01&end=1999-12-31');
  expect(old.body.data.SummaryTransaction).toEqual([]);
  expect(old.body.data.SummaryWallet).toContainEqual({ currency: 'JPY', balance: 450, income: 0, expense: 0 });
  for (const query of ['start=2026-01-01', 'start=2026-02-30&end=2026-03-01', 'start=2026-02-02&end=2026-02-01']) {
    const refused = await ada.get(`/finance/transaction/summary-all?${query}`);
    expect(refused).toEqual(no(400, expect.any(String) as string));
  }
});

test('a budget counts what is spent', async () => {
  const tea = await ada.make<Row>('/finance/category', { name: 'Tea', type: 'EXPENSE' });
  const whole = { amount: 1_000, ...DAYS, categoryId: tea.id };
  const budget = (body: object) => ada.post('/finance/budget', body);
  expect(await budget({ ...whole, amount: 0 })).toEqual(no(400, 'Amount is required'));
  expect(await budget({ ...whole, periodStart: '' })).toEqual(no(400, 'Period start is required'));
  expect(await budget({ ...whole, periodEnd: null })).toEqual(no(400, 'Period end is required'));
  expect(await budget({ ...whole, categoryId: '' })).toEqual(no(400, 'Category is required'));
  expect(await budget({ ...whole, categoryId: NOBODY })).toEqual(no(404, 'Category not found'));
  const backwards = no(400, 'Period end must not be before periodStart');
  expect(await budget({ ...whole, periodEnd: '2025-12-31' })).toEqual(backwards);
  await spend(300, { categoryId: tea.id });
  const reply = await budget({ ...whole, description: 'Leaves' });
  const row = {
    id: reply.body.data.id as string,
    ...whole,
    currency: 'IDR',
    description: 'Leaves',
    spent: 300,
    remaining: 700,
    ...STAMPS,
    Category: { id: tea.id, type: 'EXPENSE', name: 'Tea', icon: 'wallet' },
  };
  expect(reply).toEqual(ok('Created data successfully', { ...row, id: ID }, 201));
  await spend(900, { categoryId: tea.id });
  const over = { ...row, spent: 1_200, remaining: -200 };
  const path = `/finance/budget/${row.id}`;
  expect(await ada.get(path)).toEqual(ok('Retrieved data successfully', over));
  const filters = 'description=lea&amount=1000&periodStart=2026&periodEnd=2099&category=te';
  expect(await ada.get(`/finance/budget?${filters}`)).toEqual(page([over]));
  expect((await ada.get('/finance/budget/get-all')).body).toEqual([over]);
  const changed = { amount: 2_000, description: 'More leaves' };
  expect(await ada.put(path, changed)).toEqual(
    ok('Updated data successfully', { ...over, ...changed, remaining: 800 }),
  );
  expect(await ada.delete(path)).toEqual(ok('Deleted data successfully'));
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const body = method === 'PUT' ? changed : undefined;
    expect(await ada.send(method, path, body)).toEqual(no(404, 'Budget not found'));
  }
});

test("somebody else's rows are not there", async () => {
  const spent = await spend(1);
  const missing = (what: string) => no(404, `${what} not found`);
  expect(await eve.get(`/finance/wallet/${pocket.id}`)).toEqual(missing('Wallet'));
  expect(await eve.put(`/finance/wallet/${pocket.id}`, { balance: 0 })).toEqual(missing('Wallet'));
  expect(await eve.delete(`/finance/wallet/${pocket.id}`)).toEqual(missing('Wallet'));
  expect(await eve.get(`/finance/category/${coffee.id}`)).toEqual(missing('Category'));
  expect(await eve.put(`/finance/transaction/${spent.id}`, { amount: 2 })).toEqual(missing('Transaction'));
  expect(await eve.delete(`/finance/transaction/${spent.id}`)).toEqual(missing('Transaction'));
  expect(await eve.get(`/finance/transaction/summary/${pocket.id}`)).toEqual(missing('Wallet'));
  expect(await eve.get('/finance/transaction')).toEqual(page([]));
  expect(await eve.get('/finance/budget')).toEqual(page([]));
});
