import { loadProto, type FinanceServiceDefinition } from '@florin/proto';
import { createGrpcClient, createServiceTokens, type GrpcClient } from '@florin/service-kit';
import { TEST_SECRET, waitFor } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

let finance: Finance;
let grpc: GrpcClient<FinanceServiceDefinition>;
beforeAll(async () => {
  finance = await startFinance();
  grpc = createGrpcClient<FinanceServiceDefinition>({
    address: `127.0.0.1:${finance.grpcPort()}`,
    target: 'finance',
    definition: loadProto('finance'),
    tokens: createServiceTokens(TEST_SECRET, 'gateway'),
  });
});
afterAll(async () => {
  grpc.close();
  await finance.stop();
});

const balanceOf = async (person: Person, id: string) => (await person.get(`/v1/wallets/${id}`)).body.balance as number;
const add = (person: Person, body: object) => person.post('/v1/transactions', body);
const THIS_YEAR = { periodStart: '2000-01-01', periodEnd: '2099-12-31' };

async function withWallet(balance = 0) {
  const ada = finance.as();
  const { id: walletId } = await walletOf(ada, { balance });
  return { ada, walletId, expense: await categoryOf(ada), income: await categoryOf(ada, 'income') };
}

describe('refunds', () => {
  test('an income under an expense category lowers the budget’s and the category’s spending', async () => {
    const { ada, walletId, expense } = await withWallet(1_000);
    await add(ada, { walletId, categoryId: expense, amount: 300 });
    const budget = await ada.post('/v1/budgets', { categoryId: expense, amount: 1_000, ...THIS_YEAR });
    const refund = await add(ada, { walletId, categoryId: expense, amount: 100, type: 'income' });
    expect(refund.body).toMatchObject({ type: 'income', direction: 'in' });
    expect((await ada.get(`/v1/budgets/${budget.body.id}`)).body).toMatchObject({ spent: 200, remaining: 800 });
    const [summary] = (await ada.get('/v1/summaries')).body.data;
    expect(summary).toMatchObject({ expense: 200, income: 0, balance: 800 });
    expect(summary.byCategory).toMatchObject([{ categoryId: expense, type: 'expense', amount: 200 }]);
  });
});

describe('what is filed wrongly', () => {
  test('an expense that was an income turns, and the wallet with it', async () => {
    const { ada, walletId, expense, income } = await withWallet(100);
    const row = await add(ada, { walletId, categoryId: expense, amount: 30 });
    const path = `/v1/transactions/${row.body.id}`;
    const turned = await ada.patch(path, { categoryId: income, type: 'income' });
    expect(turned.body).toMatchObject({ type: 'income', direction: 'in', categoryId: income, amount: 30 });
    expect(await balanceOf(ada, walletId)).toBe(130);
    expect((await ada.delete(path)).status).toBe(204);
    expect(await balanceOf(ada, walletId)).toBe(100);
  });

  test('a row moves to another wallet of its currency, and to no other', async () => {
    const { ada, walletId, expense } = await withWallet(100);
    const [other, euro] = [await walletOf(ada, { balance: 50 }), await walletOf(ada, { currency: 'EUR', balance: 50 })];
    const row = await add(ada, { walletId, categoryId: expense, amount: 30 });
    const path = `/v1/transactions/${row.body.id}`;
    expect((await ada.patch(path, { walletId: other.id, amount: 20 })).body).toMatchObject({
      walletId: other.id,
      amount: 20,
    });
    expect([await balanceOf(ada, walletId), await balanceOf(ada, other.id)]).toEqual([100, 30]);
    expect((await ada.patch(path, { walletId: euro.id })).body.errors).toMatchObject([{ path: 'walletId' }]);
    const full = await ada.patch(path, { walletId, amount: 101 });
    expect(full.body.code).toBe('INSUFFICIENT_FUNDS');
    expect([await balanceOf(ada, walletId), await balanceOf(ada, other.id)]).toEqual([100, 30]);
    expect(finance.ledger.book.total()).toBe(0n);
  });

  test('many rows are filed anew at once, and each that cannot be says why', async () => {
    const { ada, walletId, expense, income } = await withWallet(100);
    const food = await categoryOf(ada);
    const ids = [];
    for (const amount of [1, 2, 3]) ids.push((await add(ada, { walletId, categoryId: expense, amount })).body.id);
    const foreign = (await add(ada, { walletId, categoryId: income, amount: 5 })).body.id;
    const reply = await ada.post('/v1/transactions/bulk', { ids: [...ids, foreign], changes: { categoryId: food } });
    expect(reply.body.data.map((each: any) => each.code)).toEqual([null, null, null, 'INVALID_ARGUMENT']);
    expect((await ada.get(`/v1/transactions?categoryId=${food}`)).body.data).toHaveLength(3);
    const eve = await finance.as().post('/v1/transactions/bulk', { ids, changes: { date: '2026-01-01' } });
    expect(eve.body.data.map((each: any) => each.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect((await ada.post('/v1/transactions/bulk', { ids })).body.errors).toMatchObject([{ path: 'changes' }]);
  });

  test('a change of many rows is taken back but for what has changed since, and once its 10 minutes are over no more', async () => {
    const { ada, walletId, expense } = await withWallet(100);
    const [food, other] = [await categoryOf(ada), await walletOf(ada, { balance: 50 })];
    const ids: string[] = [];
    for (const amount of [1, 2]) {
      const row = { walletId, categoryId: expense, amount, occurredAt: '2026-03-05T10:30:00Z' };
      ids.push((await add(ada, row)).body.id);
    }
    const read = async () => (await ada.get('/v1/transactions?to=2026-11-01')).body.data;
    const before = await read();
    const changes = { categoryId: food, walletId: other.id, date: '2026-02-01' };
    const bulk = await ada.post('/v1/transactions/bulk', { ids, changes }, { idempotencyKey: 'move' });
    expect(await balanceOf(ada, other.id)).toBe(47);
    const again = await ada.post('/v1/transactions/bulk', { ids, changes }, { idempotencyKey: 'move' });
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([bulk.body, 'true']);
    await ada.patch(`/v1/transactions/${ids[1]}`, { date: '2026-02-02' });
    const undo = () => ada.post(`/v1/transactions/bulk/${bulk.body.id}/undo`, {});
    const [undone, eve] = [await undo(), await finance.as().post(`/v1/transactions/bulk/${bulk.body.id}/undo`, {})];
    expect([undone.body.data.map((each: any) => each.code), eve.status]).toEqual([[null, 'CONFLICT'], 404]);
    expect((await undo()).body).toEqual(undone.body);
    const { transferId: _, ...kept } = before.find((row: any) => row.id === ids[0]);
    expect((await read()).find((row: any) => row.id === ids[0])).toMatchObject(kept);
    expect([await balanceOf(ada, walletId), await balanceOf(ada, other.id)]).toEqual([99, 48]);
    const late = await ada.post('/v1/transactions/bulk', { ids, changes: { date: '2026-01-01' } });
    await finance
      .knex('bulks')
      .where({ id: late.body.id })
      .update({ undo_until: new Date(Date.now() - 1_000) });
    expect((await ada.post(`/v1/transactions/bulk/${late.body.id}/undo`, {})).body.code).toBe('CONFLICT');
  });

  test('deleted rows come back by undo with what they were, transfers between own wallets as a whole', async () => {
    const { ada, walletId, expense } = await withWallet(100);
    const other = await walletOf(ada);
    const tea = (await add(ada, { walletId, categoryId: expense, amount: 30 })).body.id;
    await ada.patch(`/v1/transactions/${tea}`, { amount: 20 });
    const move = { fromWalletId: walletId, toWalletId: other.id, amount: 10 };
    const moved: any[] = (await ada.post('/v1/transactions/transfers', move)).body.data;
    const ids = [tea, ...moved.map(({ id }) => id)];
    const shown = async () =>
      (await ada.get('/v1/transactions')).body.data.map(({ transferId: _, ...row }: { transferId: string }) => row);
    const before = await shown();
    const bulk = await ada.post('/v1/transactions/bulk', { ids, delete: true });
    expect(bulk.body.data.map((each: any) => each.code)).toEqual([null, null, null]);
    expect([await balanceOf(ada, walletId), await balanceOf(ada, other.id)]).toEqual([100, 0]);
    const undone = await ada.post(`/v1/transactions/bulk/${bulk.body.id}/undo`, {});
    expect(undone.body.data.map((each: any) => each.code)).toEqual([null, null, null]);
    expect(await shown()).toEqual(before);
    expect([await balanceOf(ada, walletId), await balanceOf(ada, other.id)]).toEqual([70, 10]);
    expect((await ada.delete(`/v1/transactions/${tea}`)).status).toBe(204);
    expect([await balanceOf(ada, walletId), finance.ledger.book.total()]).toEqual([90, 0n]);
  });
});

describe('corrections post the difference', () => {
  test('a transfer is lowered although most of its money is spent', async () => {
    const { ada, walletId, expense } = await withWallet(1_000);
    const to = await walletOf(ada);
    const transfer = { fromWalletId: walletId, toWalletId: to.id, amount: 1_000 };
    const rows = (await ada.post('/v1/transactions/transfers', transfer)).body.data;
    await add(ada, { walletId: to.id, categoryId: expense, amount: 900 });
    const path = `/v1/transactions/${rows[0].id}`;
    expect((await ada.patch(path, { amount: 950 })).body.amount).toBe(950);
    expect([await balanceOf(ada, walletId), await balanceOf(ada, to.id)]).toEqual([50, 50]);
    expect((await ada.get(`/v1/transactions/${rows[1].id}`)).body.amount).toBe(950);
    expect((await ada.patch(path, { amount: 899 })).body.code).toBe('INSUFFICIENT_FUNDS');
  });

  test('a corrected row is deleted as a whole', async () => {
    const { ada, walletId, income } = await withWallet();
    const row = await add(ada, { walletId, categoryId: income, amount: 100 });
    const path = `/v1/transactions/${row.body.id}`;
    await ada.patch(path, { amount: 70 });
    await ada.patch(path, { amount: 250 });
    expect(await balanceOf(ada, walletId)).toBe(250);
    expect((await ada.delete(path)).status).toBe(204);
    expect(await balanceOf(ada, walletId)).toBe(0);
  });

  test('an operator who reverses one part of a corrected row makes an adjustment, and the books agree', async () => {
    const { ada, walletId, income } = await withWallet();
    const row = await add(ada, { walletId, categoryId: income, amount: 100 });
    const corrected = await ada.patch(`/v1/transactions/${row.body.id}`, { amount: 130 });
    finance.ledger.book.reverse(corrected.body.transferId, `operator ${row.body.id}`, '');
    await finance.publishLedgerEvents();
    const rows = await waitFor(async () => {
      const { data } = (await ada.get(`/v1/transactions?walletId=${walletId}`)).body;
      return data.length === 2 ? (data as any[]) : undefined;
    });
    expect(rows.map((each) => [each.type, each.direction, each.amount]).sort()).toEqual([
      ['adjustment', 'out', 30],
      ['income', 'in', 130],
    ]);
    expect(await balanceOf(ada, walletId)).toBe(100);
  });
});

test('borrowing and paying back lower each other, and what is owed is shown', async () => {
  const { ada, walletId, expense } = await withWallet();
  const debt = await categoryOf(ada, 'debt');
  await add(ada, { walletId, categoryId: debt, amount: 500, date: '2026-01-10' });
  const back = await add(ada, { walletId, categoryId: debt, amount: 200, date: '2026-02-10', direction: 'out' });
  expect(back.body).toMatchObject({ type: 'debt', direction: 'out' });
  const of = async (query: string) => (await ada.get(`/v1/summaries?${query}`)).body.data[0];
  expect(await of('from=2026-01-01&to=2026-01-31')).toMatchObject({ debt: 500, owed: 500 });
  expect(await of('from=2026-02-01&to=2026-02-28')).toMatchObject({ debt: -200, owed: 300, balance: 300, expense: 0 });
  const wrong = await add(ada, { walletId, categoryId: expense, amount: 1, direction: 'in' });
  expect(wrong.body.errors).toMatchObject([{ path: 'direction' }]);
});

test('an alert comes again when its threshold is crossed anew, and none for a budget that has ended', async () => {
  const { ada, walletId, expense } = await withWallet(10_000);
  const budget = await ada.post('/v1/budgets', { categoryId: expense, amount: 100, ...THIS_YEAR });
  const past = { periodStart: '2020-01-01', periodEnd: '2020-12-31' };
  const ended = await ada.post('/v1/budgets', { categoryId: expense, amount: 100, ...past });
  const told = (id: string) =>
    finance.heard.filter((event: any) => event.data.budgetId === id).map((event: any) => event.data.percent);
  const first = await add(ada, { walletId, categoryId: expense, amount: 90 });
  await waitFor(() => told(budget.body.id).length === 1);
  await ada.delete(`/v1/transactions/${first.body.id}`);
  await add(ada, { walletId, categoryId: expense, amount: 95, date: '2020-06-01' });
  await add(ada, { walletId, categoryId: expense, amount: 1 });
  await waitFor(() => told(budget.body.id).length === 2);
  await ada.patch(`/v1/budgets/${budget.body.id}`, { amount: 1_000 });
  await add(ada, { walletId, categoryId: expense, amount: 720 });
  await waitFor(() => told(budget.body.id).length === 3);
  expect([told(budget.body.id), told(ended.body.id)]).toEqual([[80, 80, 80], []]);
});

describe('searching', () => {
  // five digits, which stand in no date or time of a row
  test.each(['98712.00', '98712,00', '98712', '98712.5'])('an amount is found as %s', async (text) => {
    const { ada, walletId, expense } = await withWallet(20_000_000);
    const amount = text === '98712.5' ? 9_871_250 : 9_871_200;
    await add(ada, { walletId, categoryId: expense, amount });
    await add(ada, { walletId, categoryId: expense, amount: 1_234 });
    expect((await ada.get(`/v1/transactions?type=expense&search=${text}`)).body.data).toHaveLength(1);
    const queries: object[] = [
      { contains: { amount: text, type: 'exp' } },
      { search: text, contains: { type: 'exp' } },
    ];
    for (const query of queries) {
      expect((await grpc.queryTransactions({ userId: ada.userId, query })).total).toBe(1);
    }
  });

  test('amounts of different currencies are sorted by value', async () => {
    const { ada, walletId, expense } = await withWallet(100_000);
    const yen = await walletOf(ada, { currency: 'JPY', balance: 100_000 });
    await add(ada, { walletId, categoryId: expense, amount: 9_000 });
    await add(ada, { walletId: yen.id, categoryId: expense, amount: 800 });
    const query = { sort: 'amount', order: 'ASC', contains: { type: 'expense' } };
    const { transactions } = await grpc.queryTransactions({ userId: ada.userId, query });
    expect(transactions.map(({ currency }) => currency)).toEqual(['USD', 'JPY']);
  });

  test('text is found whether its marks are composed or not, and whatever its blanks are', async () => {
    const { ada, walletId, expense } = await withWallet(100);
    await add(ada, { walletId, categoryId: expense, amount: 1, description: 'Cafe\u0301\u00a0noir' });
    for (const text of ['Café noir', 'Cafe\u0301 noir', 'café\u00a0noir']) {
      const found = await ada.get(`/v1/transactions?search=${encodeURIComponent(text)}`);
      expect(found.body.data).toHaveLength(1);
    }
  });
});
