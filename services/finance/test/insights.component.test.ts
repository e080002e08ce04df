import { newId } from '@florin/service-kit';
import { createTestClock } from '@florin/testing';
import fc from 'fast-check';
import { type Finance, type Person, categoryOf, startFinance, walletOf } from './harness.ts';

const clock = createTestClock(new Date('2026-11-18T12:00:00Z'));
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now });
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(() => finance.stop());

const note = async (person: Person, body: object) => {
  const reply = await person.post('/v1/transactions', body);
  expect(reply.status).toBe(201);
  return reply.body as { id: string };
};

/** A wallet with 1,000 from the start, a salary and two months of food, of which a part is given back. */
async function household() {
  const ada = finance.as();
  const wallet = await walletOf(ada, { creditLimit: null, balance: 1_000 });
  const [salary, food] = [await categoryOf(ada, 'income'), await categoryOf(ada, 'expense')];
  const on = (date: string, categoryId: string, amount: number, more: object = {}) =>
    note(ada, { walletId: wallet.id, categoryId, amount, date, ...more });
  await on('2026-09-30', salary, 5_000);
  await on('2026-10-05', food, 300);
  await on('2026-11-02', food, 200);
  await on('2026-11-03', food, 50, { type: 'income' });
  await on('2026-11-18', salary, 6_000);
  return { ada, wallet, salary, food };
}

test('cash flow by month has income and expense without refunds, and empty months too', async () => {
  const { ada, wallet } = await household();
  const other = await walletOf(ada, { creditLimit: null });
  await ada.post('/v1/transactions/transfers', { fromWalletId: wallet.id, toWalletId: other.id, amount: 77 });
  const { body } = await ada.get('/v1/insights/cash-flow?from=2026-08-15&to=2026-11-18');
  expect(body).toMatchObject({ from: '2026-08-15', to: '2026-11-18' });
  const points = (currency: string) => body.data.find((each: any) => each.currency === currency).points;
  expect(points('USD')).toEqual([
    { from: '2026-08-15', to: '2026-08-31', in: 0, out: 0, net: 0, debt: 0 },
    { from: '2026-09-01', to: '2026-09-30', in: 5_000, out: 0, net: 5_000, debt: 0 },
    { from: '2026-10-01', to: '2026-10-31', in: 0, out: 300, net: -300, debt: 0 },
    { from: '2026-11-01', to: '2026-11-18', in: 6_000, out: 150, net: 5_850, debt: 0 },
  ]);
  const quarters = await ada.get('/v1/insights/cash-flow?from=2026-07-01&to=2026-12-31&interval=quarter');
  expect(quarters.body.data[0].points).toMatchObject([
    { from: '2026-07-01', to: '2026-09-30', in: 5_000 },
    { from: '2026-10-01', to: '2026-12-31', in: 6_000, out: 450 },
  ]);
  const years = await ada.get(`/v1/insights/cash-flow?interval=year&walletId=${other.id}`);
  expect(years.body.data).toEqual([]);
});

test('net worth ends with what the ledger has today, and counts openings, transfers and what is dated later', async () => {
  const { ada, wallet, food } = await household();
  const savings = await walletOf(ada, { creditLimit: null, balance: 10 });
  await ada.post('/v1/transactions/transfers', { fromWalletId: wallet.id, toWalletId: savings.id, amount: 400 });
  await ada.post(`/v1/wallets/${savings.id}/set-balance`, { balance: 415, date: '2026-10-31' });
  await note(ada, { walletId: wallet.id, categoryId: food, amount: 5, date: '2026-12-24' });
  const { body } = await ada.get('/v1/insights/net-worth?from=2026-09-01&to=2026-12-31');
  const held = [wallet, savings].map(({ accountId }) => Number(finance.ledger.book.balanceOf(accountId)));
  expect(body.data).toEqual([
    {
      currency: 'USD',
      points: [
        { date: '2026-09-30', balance: 5_000 },
        { date: '2026-10-31', balance: 4_705 },
        { date: '2026-11-18', balance: held[0]! + held[1]! },
      ],
    },
  ]);
  const one = await ada.get(`/v1/insights/net-worth?interval=day&from=2026-11-17&walletId=${savings.id}`);
  expect(one.body.data[0].points).toEqual([
    { date: '2026-11-17', balance: 5 },
    { date: '2026-11-18', balance: 415 },
  ]);
  await ada.delete(`/v1/wallets/${savings.id}`);
  const after = await ada.get('/v1/insights/net-worth?interval=day&from=2026-11-18');
  expect(after.body.data[0].points).toEqual([{ date: '2026-11-18', balance: held[0]! }]);
});

test('categories stand beside the month before, and flows of a span end as they begin', async () => {
  const { ada, salary, food } = await household();
  const { body } = await ada.get('/v1/insights/categories?from=2026-11-01&to=2026-11-30');
  expect(body.previous).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(body.data[0].categories).toMatchObject([
    { categoryId: salary, amount: 6_000, previous: 0, change: 6_000 },
    { categoryId: food, amount: 150, previous: 300, change: -150 },
  ]);
  const flows = await ada.get('/v1/insights/flows?from=2026-10-01&to=2026-10-31');
  expect(flows.body.data[0].links).toEqual([
    { from: 'pool', to: food, amount: 300 },
    { from: 'reserves', to: 'pool', amount: 300 },
  ]);
  const november = await ada.get('/v1/insights/flows');
  expect(november.body.data[0].links).toEqual([
    { from: salary, to: 'pool', amount: 6_000 },
    { from: 'pool', to: 'saved', amount: 5_850 },
    { from: 'pool', to: food, amount: 150 },
  ]);
});

test('sums in one currency are at the rate of each day, and a ledger that is away is told', async () => {
  const { ada } = await household();
  const euro = await walletOf(ada, { creditLimit: null, currency: 'EUR' });
  const categoryId = await categoryOf(ada, 'income');
  const income = { walletId: euro.id, categoryId, tags: ['abroad'] };
  await note(ada, { ...income, amount: 100, date: '2026-11-02' });
  await note(ada, { ...income, amount: 10, date: '2026-11-03' });
  const path = '/v1/insights/cash-flow?from=2026-10-01&to=2026-11-18&currency=USD';
  const { body } = await ada.get(path);
  expect(body.data).toHaveLength(1);
  // two for one on an even day, three on an odd one
  expect(body.data[0].points[1]).toMatchObject({ in: 6_230, out: 150 });
  const odd = await ada.get('/v1/insights/cash-flow?from=2026-10-01&to=2026-11-17&currency=USD');
  expect(odd.body.data[0].points[1]).toMatchObject({ in: 230 });
  const span = 'from=2026-11-01&to=2026-11-17&currency=USD';
  const [categories] = (await ada.get(`/v1/insights/categories?${span}`)).body.data;
  expect(categories.categories.find((each: any) => each.categoryId === categoryId)).toMatchObject({ amount: 230 });
  const [tags] = (await ada.get(`/v1/insights/tags?${span}`)).body.data;
  expect(tags).toMatchObject({ currency: 'USD', tags: [{ name: 'abroad', amount: 230 }] });
  finance.ledger.state.fault = 'not';
  const away = await ada.get(path);
  expect([away.status, away.body.code]).toEqual([504, 'DEADLINE_EXCEEDED']);
});

test.each([
  ['/v1/insights/cash-flow?interval=day&from=2020-01-01&to=2026-01-01', 'interval'],
  ['/v1/insights/net-worth?from=2026-01-02&to=2026-01-01', 'to'],
  ['/v1/insights/categories?from=yesterday', 'from'],
  ['/v1/insights/flows?currency=XYZ', 'currency'],
  ['/v1/insights/net-worth?interval=hour', 'interval'],
])('%s is refused naming %s', async (path, field) => {
  const { status, body } = await finance.as().get(path);
  expect(status).toBe(400);
  expect(body.errors[0].path).toContain(field);
});

test("another person's wallet is not there", async () => {
  const { wallet } = await household();
  for (const name of ['cash-flow', 'net-worth', 'categories', 'flows']) {
    expect((await finance.as().get(`/v1/insights/${name}?walletId=${wallet.id}`)).status).toBe(404);
  }
});

test('insights are what a recomputation from the rows says, whatever was noted', async () => {
  const day = fc
    .integer({ min: 1, max: 28 })
    .map((date) => `2026-${date % 2 ? '10' : '11'}-${String(date).padStart(2, '0')}`);
  const row = fc.record({
    kind: fc.constantFrom('income', 'expense', 'debt', 'refund', 'transfer', 'adjust'),
    amount: fc.integer({ min: 1, max: 9_000 }),
    date: day,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 14 }), async (rows) => {
      const ada = finance.as();
      const [one, two] = [await walletOf(ada, { creditLimit: null }), await walletOf(ada, { creditLimit: null })];
      const ids: Record<string, string> = {};
      for (const type of ['income', 'expense', 'debt']) ids[type] = await categoryOf(ada, type);
      for (const { kind, amount, date } of rows) {
        if (kind === 'transfer')
          await ada.post('/v1/transactions/transfers', { fromWalletId: one.id, toWalletId: two.id, amount, date });
        else if (kind === 'adjust') await ada.post(`/v1/wallets/${one.id}/set-balance`, { balance: amount, date });
        else if (kind === 'refund')
          await note(ada, { walletId: one.id, categoryId: ids['expense'], type: 'income', amount, date });
        else await note(ada, { walletId: one.id, categoryId: ids[kind], amount, date });
      }
      const stored: any[] = await finance.knex('transactions').where({ owner_id: ada.userId, status: 'posted' });
      const signed = (each: any) => (each.direction === 'in' ? 1 : -1) * Number(each.amount);
      const dated = stored.map((each) => ({ ...each, date: String(each.date), net: signed(each) }));
      const total = (keep: (each: any) => boolean) =>
        dated.filter(keep).reduce<number>((sum, each) => sum + Number(each.net), 0);
      const { data } = (await ada.get('/v1/insights/net-worth?interval=day&from=2026-09-30&to=2026-11-18')).body;
      for (const { date, balance } of data[0]?.points ?? []) {
        expect(balance).toBe(total((each) => date === '2026-11-18' || each.date <= date));
      }
      const flow = (await ada.get('/v1/insights/cash-flow?interval=week&from=2026-09-30&to=2026-11-28')).body;
      for (const point of flow.data[0]?.points ?? []) {
        const within = (each: any) => each.date >= point.from && each.date <= point.to;
        expect(point.in).toBe(total((each) => within(each) && each.category_id === ids['income']));
        expect(point.out).toBe(-total((each) => within(each) && each.category_id === ids['expense']) || 0);
        expect(point.debt).toBe(total((each) => within(each) && each.category_id === ids['debt']));
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);

test('a person without rows has empty insights', async () => {
  const ada = finance.as(newId());
  for (const name of ['cash-flow', 'net-worth', 'categories', 'flows']) {
    const { status, body } = await ada.get(`/v1/insights/${name}`);
    expect([status, body.data]).toEqual([200, []]);
  }
});

test('the forecast goes to the day before the next month, with what recurs until then', async () => {
  const ada = finance.as();
  const wallet = await walletOf(ada, { creditLimit: null, balance: 1_000 });
  const plan = async (body: object) => {
    const base = { walletId: wallet.id, frequency: 'weekly', startDate: '2026-11-19' };
    expect((await ada.post('/v1/recurring-transactions', { ...base, ...body })).status).toBe(201);
  };
  await plan({ categoryId: await categoryOf(ada), amount: 700, description: 'Rent' });
  await plan({ categoryId: await categoryOf(ada, 'income'), amount: 900, startDate: '2026-11-27', description: 'Pay' });
  await plan({ toWalletId: (await walletOf(ada)).id, amount: 5 });
  const { body } = await ada.get('/v1/insights/forecast');
  expect(body).toMatchObject({ from: '2026-11-18', to: '2026-11-30' });
  expect(body.data).toEqual([
    {
      currency: 'USD',
      ...{ balance: 1_000, in: 900, out: 1_400, expected: 500, lowest: -400, lowestOn: '2026-11-26' },
      lines: [
        expect.objectContaining({ date: '2026-11-19', description: 'Rent', amount: -700 }),
        expect.objectContaining({ date: '2026-11-26', description: 'Rent', amount: -700 }),
        expect.objectContaining({ date: '2026-11-27', description: 'Pay', amount: 900 }),
      ],
    },
  ]);
  expect((await ada.get('/v1/insights/forecast?to=2026-11-20')).body.data[0].lines).toHaveLength(1);
  expect((await ada.get('/v1/insights/forecast?to=2026-11-01')).body.errors[0].path).toBe('to');
});
