import { loadProto, type FinanceServiceDefinition } from '@florin/proto';
import { createGrpcClient, createServiceTokens, newId } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';
import { countWrongSums } from '../src/outbound/postgres/daily-sum-query.ts';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());
afterEach(async () => {
  expect((await countWrongSums(finance.knex)).wrong).toBe(0);
});

async function withWallet() {
  const ada = finance.as();
  const { id: walletId } = await walletOf(ada, { balance: 10_000 });
  const [food, home] = [await categoryOf(ada), await categoryOf(ada)];
  return { ada, walletId, food, home };
}
const add = (person: Person, body: object) => person.post('/v1/transactions', body);
const balanceOf = async (person: Person, id: string) => (await person.get(`/v1/wallets/${id}`)).body.balance as number;

async function sumsOf(person: Person) {
  const [summary] = (await person.get('/v1/summaries')).body.data;
  const byCategory = summary.byCategory.map((sum: any) => [sum.categoryId, sum.amount]);
  return { ...summary, byCategory: Object.fromEntries(byCategory) as Record<string, number> };
}

test('one posting is filed under several categories, each with its part, and found under each', async () => {
  const { ada, walletId, food, home } = await withWallet();
  const splits = [
    { categoryId: food, amount: 300, description: 'Bread' },
    { categoryId: home, amount: 700 },
  ];
  const posted = finance.ledger.book.events.length;
  const row = await add(ada, { walletId, splits, amount: 1_000 });
  expect(finance.ledger.book.events.length - posted).toBe(1);
  const shown = [splits[0], { ...splits[1], description: '' }];
  expect(row.body).toMatchObject({ type: 'expense', direction: 'out', amount: 1_000, categoryId: null, splits: shown });
  expect(await balanceOf(ada, walletId)).toBe(9_000);
  const sums = await sumsOf(ada);
  expect([sums.expense, sums.byCategory[food], sums.byCategory[home]]).toEqual([1_000, 300, 700]);
  for (const categoryId of [food, home]) {
    const found = (await ada.get(`/v1/transactions?categoryId=${categoryId}`)).body.data;
    expect(found).toMatchObject([{ id: row.body.id, splits: shown }]);
  }
  const year = { periodStart: '2000-01-01', periodEnd: '2099-12-31' };
  const budget = await ada.post('/v1/budgets', { categoryId: home, amount: 1_000, ...year });
  expect(budget.body).toMatchObject({ spent: 700, remaining: 300 });
  expect((await ada.get('/v1/exports')).text).toContain('; ');
  const used = await ada.patch(`/v1/categories/${food}`, { type: 'income' });
  expect(used.body.code).toBe('CONFLICT');
});

test('where there is room for one category a split row is shown under that of its largest part', async () => {
  const { ada, walletId, food, home } = await withWallet();
  const splits = [
    { categoryId: food, amount: 300 },
    { categoryId: home, amount: 700 },
  ];
  const { id } = (await add(ada, { walletId, splits, amount: 1_000 })).body;
  const grpc = createGrpcClient<FinanceServiceDefinition>({
    address: `127.0.0.1:${finance.grpcPort()}`,
    target: 'finance',
    definition: loadProto('finance'),
    tokens: createServiceTokens(TEST_SECRET, 'gateway'),
  });
  const own = { userId: ada.userId, transactionId: id };
  const { transactions } = await grpc.queryTransactions({ userId: ada.userId, query: { sort: 'category' } });
  expect(transactions).toMatchObject([{ id, categoryId: home, category: { id: home }, amount: '1000' }]);
  await expect(grpc.updateTransaction({ ...own, amount: { minor: '900' } })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  });
  const whole = await grpc.updateTransaction({ ...own, amount: { minor: '900' }, categoryId: food });
  expect(whole.transaction).toMatchObject({ categoryId: food, amount: '900' });
  expect((await sumsOf(ada)).byCategory).toEqual({ [food]: 900 });
  grpc.close();
});

test('a part below zero goes the other way: money back in an expense, a tax off a salary', async () => {
  const { ada, walletId, food, home } = await withWallet();
  const income = await categoryOf(ada, 'income');
  const refund = [
    { categoryId: food, amount: 1_200 },
    { categoryId: home, amount: -200 },
  ];
  expect((await add(ada, { walletId, splits: refund, amount: 1_000 })).status).toBe(201);
  const salary = [
    { categoryId: income, amount: 3_000 },
    { categoryId: home, amount: -500 },
  ];
  expect((await add(ada, { walletId, splits: salary, amount: 2_500 })).body).toMatchObject({
    ...{ type: 'income', direction: 'in' },
  });
  expect(await balanceOf(ada, walletId)).toBe(11_500);
  const sums = await sumsOf(ada);
  expect([sums.income, sums.expense]).toEqual([3_000, 1_500]);
  expect([sums.byCategory[food], sums.byCategory[home]]).toEqual([1_200, 300]);
});

test('parts that are not the amount, too few, nothing, of a debt or of somebody else are refused', async () => {
  const { ada, walletId, food, home } = await withWallet();
  const [debt, foreign] = [await categoryOf(ada, 'debt'), await categoryOf(finance.as())];
  const refusal = async (parts: [string, number][], body: object = {}) => {
    const splits = parts.map(([categoryId, amount]) => ({ categoryId, amount }));
    const reply = await add(ada, { walletId, splits, amount: 100, ...body });
    return [reply.status, reply.body.errors?.[0]?.path ?? reply.body.code];
  };
  expect(await refusal([[food, 100]])).toEqual([400, 'splits']);
  expect(await refusal([...pairs(food, 50, home, 49)])).toEqual([400, 'splits']);
  expect(await refusal([...pairs(food, 100, home, 0)])).toEqual([400, 'splits.1.amount']);
  expect(await refusal([...pairs(food, 50.5, home, 49.5)])).toEqual([400, 'splits.0.amount']);
  expect(await refusal([...pairs(food, 50, debt, 50)])).toEqual([400, 'type']);
  expect(await refusal([...pairs(food, 50, foreign, 50)])).toEqual([404, 'NOT_FOUND']);
  expect(await refusal([...pairs(food, 50, newId(), 50)])).toEqual([404, 'NOT_FOUND']);
  expect(await refusal(pairs(food, 50, home, 50), { categoryId: food })).toEqual([400, 'splits']);
  expect(await balanceOf(ada, walletId)).toBe(10_000);
});

const pairs = (one: string, amount: number, other: string, rest: number): [string, number][] => [
  [one, amount],
  [other, rest],
];

test('parts are given anew with the amount, a category takes their place, and whole rows are split later', async () => {
  const { ada, walletId, food, home } = await withWallet();
  const splits = (one: number, other: number) => [
    { categoryId: food, amount: one },
    { categoryId: home, amount: other },
  ];
  const row = (await add(ada, { walletId, categoryId: food, amount: 100 })).body;
  const path = `/v1/transactions/${row.id}`;
  expect((await ada.patch(path, { splits: splits(40, 60) })).body).toMatchObject({ categoryId: null, amount: 100 });
  expect((await ada.patch(path, { amount: 120 })).body.errors).toMatchObject([{ path: 'splits' }]);
  expect((await ada.patch(path, { amount: 120, splits: splits(40, 60) })).body.errors).toMatchObject([
    { path: 'splits' },
  ]);
  const corrected = await ada.patch(path, { amount: 120, splits: splits(50, 70), tags: ['both'] });
  expect(corrected.body).toMatchObject({ amount: 120, tags: ['both'], splits: [{ amount: 50 }, { amount: 70 }] });
  expect(await balanceOf(ada, walletId)).toBe(9_880);
  const { id: other } = await walletOf(ada, { balance: 500 });
  const moved = await ada.patch(path, { walletId: other, date: '2026-11-01' });
  expect(moved.body).toMatchObject({ walletId: other, splits: [{ amount: 50 }, { amount: 70 }] });
  expect((await ada.patch(path, { type: 'income' })).body).toMatchObject({ direction: 'in', type: 'income' });
  expect(await balanceOf(ada, other)).toBe(620);
  expect((await ada.patch(path, { categoryId: home, type: 'expense' })).body).toMatchObject({
    ...{ categoryId: home, splits: [], amount: 120, type: 'expense' },
  });
  expect((await sumsOf(ada)).byCategory).toEqual({ [home]: 120 });
});

test('merging a category takes parts along, and many split rows are filed anew, deleted and brought back', async () => {
  const { ada, walletId, food, home } = await withWallet();
  const trip = await categoryOf(ada);
  const splits = [
    { categoryId: food, amount: 4, description: '' },
    { categoryId: home, amount: 6, description: '' },
  ];
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) ids.push((await add(ada, { walletId, splits, amount: 10 })).body.id);
  expect((await ada.post(`/v1/categories/${food}/merge`, { into: trip })).status).toBe(200);
  expect((await sumsOf(ada)).byCategory).toEqual({ [trip]: 12, [home]: 18 });
  const merged = [{ ...splits[0], categoryId: trip }, splits[1]].map((each) => ({ ...each, tags: [] }));
  const read = async () =>
    Promise.all(ids.map(async (id) => (await ada.get(`/v1/transactions/${id}`)).body.splits as unknown));
  const bulk = await ada.post('/v1/transactions/bulk', { ids, changes: { categoryId: home, date: '2026-11-03' } });
  expect(bulk.body.data.map((each: any) => each.code)).toEqual([null, null, null]);
  expect(await read()).toEqual([[], [], []]);
  const undone = await ada.post(`/v1/transactions/bulk/${bulk.body.id}/undo`, {});
  expect(undone.body.data.map((each: any) => each.code)).toEqual([null, null, null]);
  expect(await read()).toEqual([merged, merged, merged]);
  const gone = await ada.post('/v1/transactions/bulk', { ids, delete: true });
  expect((await sumsOf(ada)).byCategory).toEqual({});
  await ada.post(`/v1/transactions/bulk/${gone.body.id}/undo`, {});
  expect(await read()).toEqual([merged, merged, merged]);
  expect((await sumsOf(ada)).byCategory).toEqual({ [trip]: 12, [home]: 18 });
});

test('a merge and changes of the same split row at once leave the sums those of the rows', async () => {
  const { ada, walletId, food, home } = await withWallet();
  const splits = [
    { categoryId: food, amount: 4 },
    { categoryId: home, amount: 6 },
  ];
  const { id } = (await add(ada, { walletId, splits, amount: 10 })).body;
  for (let from = food, day = 1; day <= 8; day += 1) {
    const into = await categoryOf(ada);
    const [merge, move] = await Promise.all([
      ada.post(`/v1/categories/${from}/merge`, { into }),
      ada.patch(`/v1/transactions/${id}`, { date: `2026-10-0${day}` }),
    ]);
    expect([merge.status, move.status]).toEqual([200, 200]);
    from = into;
  }
  expect((await countWrongSums(finance.knex)).wrong).toBe(0);
});
