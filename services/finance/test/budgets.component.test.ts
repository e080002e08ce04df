import { periodOf, DEFAULT_RULES, addDays } from '@florin/calendar';
import { createTestClock, waitFor } from '@florin/testing';
import fc from 'fast-check';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

const clock = createTestClock(new Date('2024-03-31T10:00:00Z'));
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now });
});
afterAll(() => finance.stop());

const told = (id: string): any[] =>
  finance.heard.filter((event: any) => event.data.budgetId === id).map((event) => event.data);

async function withWallet(preferences?: Record<string, unknown>, currency = 'USD') {
  const ada = finance.as();
  if (preferences) finance.users.preferences.set(ada.userId, { timeZone: 'UTC', ...preferences });
  const { id: walletId } = await walletOf(ada, { currency, creditLimit: null });
  const add = async (categoryId: string, amount: number, body: object = {}) => {
    const reply = await ada.post('/v1/transactions', { walletId, categoryId, amount, ...body });
    expect(reply.status).toBe(201);
    return reply.body.id as string;
  };
  return { ada, walletId, add };
}

const budgetOf = async (person: Person, body: object) => {
  const reply = await person.post('/v1/budgets', body);
  expect([reply.status, reply.body]).toMatchObject([201, {}]);
  return reply.body;
};

describe('a budget over several categories', () => {
  test('counts each of them once, and one over all expenses counts those made later', async () => {
    const { ada, add } = await withWallet();
    const [food, bus, pay] = [await categoryOf(ada), await categoryOf(ada), await categoryOf(ada, 'income')];
    const march = { periodStart: '2024-03-01', periodEnd: '2024-03-31', amount: 1_000 };
    const two = await budgetOf(ada, { ...march, categoryIds: [food, bus, food] });
    const all = await budgetOf(ada, { ...march, name: 'Everything', categoryIds: [] });
    await add(food, 10);
    await add(bus, 200);
    await add(pay, 50);
    await add(await categoryOf(ada), 40);
    await add(food, 5, { type: 'income' });
    const views = (await ada.get('/v1/budgets')).body.data;
    expect(views).toMatchObject([
      { id: two.id, categoryIds: [food, bus].sort(), categoryId: null, type: 'expense', spent: 205, remaining: 795 },
      { id: all.id, categoryIds: [], spent: 245, remaining: 755 },
    ]);
    expect((await ada.get(`/v1/budgets?categoryId=${food}`)).body.data).toHaveLength(1);
  });

  test('over a category with others under it counts and tells those too, each row once', async () => {
    const { ada, add } = await withWallet();
    const food = await categoryOf(ada);
    const under = { name: 'Lunch', type: 'expense', parentId: food };
    const lunch = (await ada.post('/v1/categories', under)).body.id;
    const { id } = await budgetOf(ada, { categoryIds: [food, lunch], amount: 100, period: 'month' });
    await add(food, 30);
    await add(lunch, 51);
    await waitFor(() => told(id).length === 1);
    expect((await ada.get(`/v1/budgets/${id}`)).body).toMatchObject({ spent: 81 });
    await ada.patch(`/v1/budgets/${id}`, { categoryIds: [food] });
    expect((await ada.get(`/v1/budgets/${id}`)).body).toMatchObject({ categoryId: food, spent: 81 });
  });

  test('categories of two types are refused, naming the field', async () => {
    const { ada } = await withWallet();
    const categoryIds = [await categoryOf(ada), await categoryOf(ada, 'income')];
    const reply = await ada.post('/v1/budgets', { categoryIds, amount: 5, period: 'month' });
    expect(reply.body).toMatchObject({ status: 400, errors: [{ path: 'categoryIds' }] });
  });

  test('a merged category leaves the other in its place', async () => {
    const { ada, add } = await withWallet();
    const [food, bus] = [await categoryOf(ada), await categoryOf(ada)];
    const { id } = await budgetOf(ada, { categoryIds: [food, bus], amount: 100, period: 'month' });
    await add(food, 10);
    await add(bus, 7);
    await ada.post(`/v1/categories/${food}/merge`, { into: bus });
    expect((await ada.get(`/v1/budgets/${id}`)).body).toMatchObject({ categoryId: bus, spent: 17 });
  });
});

describe('a budget that recurs', () => {
  test('shows the current month of a person whose months begin on the 31st, and those before it', async () => {
    const { ada, add } = await withWallet({ firstDayOfTheMonth: 31 });
    const food = await categoryOf(ada);
    await add(food, 30, { date: '2024-02-28' });
    await add(food, 120, { date: '2024-02-29' });
    await add(food, 5, { date: '2024-03-31' });
    const body = { categoryIds: [food], amount: 100, period: 'month', startsOn: '2024-01-31', rollover: 'both' };
    const budget = await budgetOf(ada, body);
    expect(budget).toMatchObject({
      periodStart: '2024-03-31',
      periodEnd: '2024-04-29',
      startsOn: '2024-01-31',
      endsOn: null,
      amount: 100,
      carried: 50,
      available: 150,
      spent: 5,
      remaining: 145,
      daysLeft: 30,
      safePerDay: 4,
      pace: { time: 3, money: 3 },
    });
    const first = await ada.get(`/v1/budgets/${budget.id}/periods?limit=2`);
    expect(first.body.data).toEqual([
      { start: '2024-03-31', end: '2024-04-29', amount: 100, carried: 50, available: 150, spent: 5, remaining: 145 },
      { start: '2024-02-29', end: '2024-03-30', amount: 100, carried: 70, available: 170, spent: 120, remaining: 50 },
    ]);
    const rest = await ada.get(`/v1/budgets/${budget.id}/periods?limit=2&cursor=${first.body.nextCursor}`);
    expect(rest.body).toMatchObject({
      data: [{ start: '2024-01-31', end: '2024-02-28', carried: 0 }],
      nextCursor: null,
    });
    expect((await finance.as().get(`/v1/budgets/${budget.id}/periods`)).status).toBe(404);
  });

  test('another amount leaves the months that are over as they were', async () => {
    const { ada } = await withWallet();
    const food = await categoryOf(ada);
    const body = { categoryId: food, amount: 100, period: 'month', startsOn: '2024-02-01', rollover: 'surplus' };
    const { id } = await budgetOf(ada, body);
    const raised = await ada.patch(`/v1/budgets/${id}`, { amount: 300, rolloverCap: 60 });
    expect(raised.body).toMatchObject({ amount: 300, carried: 60, available: 360 });
    const { data } = (await ada.get(`/v1/budgets/${id}/periods`)).body;
    expect(data.map((each: any) => each.amount)).toEqual([300, 100]);
  });

  test('is refused when it ends before it starts, or its thresholds are out of bounds', async () => {
    const { ada } = await withWallet();
    const body = { categoryIds: [], amount: 100, period: 'week', startsOn: '2024-02-01' };
    const refused = async (more: object) => (await ada.post('/v1/budgets', { ...body, ...more })).body.errors[0].path;
    expect(await refused({ endsOn: '2024-01-31' })).toBe('endsOn');
    expect(await refused({ thresholds: [] })).toBe('thresholds');
    expect(await refused({ thresholds: [201] })).toContain('thresholds');
    expect(await refused({ period: 'once' })).toBe('periodEnd');
  });
});

describe('thresholds', () => {
  test('are those the person chose, each told once a period and again in the next', async () => {
    const { ada, add } = await withWallet();
    const food = await categoryOf(ada);
    const body = { name: 'Eating', categoryIds: [food], amount: 100, period: 'week', thresholds: [150, 50] };
    const { id, thresholds } = await budgetOf(ada, body);
    expect(thresholds).toEqual([50, 150]);
    await add(food, 49);
    await add(food, 1);
    await add(food, 60);
    await waitFor(() => told(id).length === 1);
    await add(food, 50);
    await waitFor(() => told(id).length === 2);
    clock.advance(7 * 86_400_000);
    await add(food, 80);
    await waitFor(() => told(id).length === 3);
    expect(told(id).map(({ percent, periodStart }) => [percent, periodStart])).toEqual([
      [50, '2024-03-25'],
      [150, '2024-03-25'],
      [50, '2024-04-01'],
    ]);
    expect(told(id)[0]).toMatchObject({ categoryName: 'Eating', categoryType: 'expense', amount: '100' });
  });

  test('of an income budget say that it is one', async () => {
    const { ada, add } = await withWallet();
    const { id } = await budgetOf(ada, { categoryIds: [], type: 'income', amount: 100, period: 'month' });
    await add(await categoryOf(ada, 'income'), 100);
    await waitFor(() => told(id).length === 1);
    expect(told(id)[0]).toMatchObject({
      categoryName: 'all income',
      categoryType: 'income',
      percent: 100,
      spent: '100',
    });
  });
});

describe('without the users service', () => {
  test('a budget with days of its own is shown and told, a recurring one is refused for now', async () => {
    const { ada, add } = await withWallet();
    const food = await categoryOf(ada);
    finance.users.state.down = true;
    clock.advance(20_000);
    try {
      const once = { categoryId: food, amount: 10, periodStart: '2024-01-01', periodEnd: '2024-12-31' };
      const bob = finance.as();
      expect((await bob.post('/v1/budgets', { categoryIds: [], amount: 1, period: 'week' })).status).toBe(504);
      const { id } = await budgetOf(ada, once);
      await add(food, 9);
      await waitFor(() => told(id).length === 1);
    } finally {
      finance.users.state.down = false;
      clock.advance(20_000);
    }
  });
});

const day = fc.integer({ min: -400, max: 20 }).map((offset) => addDays('2024-03-31', offset));
const edit = fc.oneof(
  fc.record({ do: fc.constant('add' as const), amount: fc.integer({ min: 1, max: 500 }), day, which: fc.nat(2) }),
  fc.record({ do: fc.constant('refund' as const), amount: fc.integer({ min: 1, max: 90 }), day, which: fc.nat(2) }),
  fc.record({ do: fc.constant('move' as const), row: fc.nat(30), day }),
  fc.record({ do: fc.constant('correct' as const), row: fc.nat(30), amount: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ do: fc.constant('refile' as const), row: fc.nat(30), which: fc.nat(2) }),
  fc.record({ do: fc.constant('delete' as const), row: fc.nat(30) }),
);
const choices = fc.record({
  firstDayOfTheMonth: fc.constantFrom(1, 15, 29, 31),
  monthStartOnWeekend: fc.constantFrom('stay', 'before', 'after'),
  period: fc.constantFrom('week' as const, 'fortnight' as const, 'month' as const, 'quarter' as const, 'year' as const),
  rollover: fc.constantFrom('none', 'surplus', 'deficit', 'both'),
  rolloverCap: fc.option(fc.nat(300)),
  startsOn: day,
  currency: fc.constantFrom('USD', 'JPY', 'KWD'),
});

test('after any sequence of edits a budget’s periods are the sums of its rows', async () => {
  await fc.assert(
    fc.asyncProperty(choices, fc.array(edit, { minLength: 4, maxLength: 14 }), async (chosen, edits) => {
      const { firstDayOfTheMonth, monthStartOnWeekend, currency, ...how } = chosen;
      const own = { firstDayOfTheMonth, monthStartOnWeekend, timeZone: 'Europe/Berlin' };
      const { ada, add } = await withWallet(own, currency);
      const categories = [await categoryOf(ada), await categoryOf(ada), await categoryOf(ada)];
      const budget = await budgetOf(ada, { ...how, categoryIds: categories.slice(0, 2), amount: 400, currency });
      const rows: string[] = [];
      for (const each of edits) {
        const row = 'row' in each ? rows[each.row % Math.max(rows.length, 1)] : undefined;
        const path = `/v1/transactions/${row}`;
        const filed = 'which' in each ? categories[each.which]! : '';
        if (each.do === 'add') rows.push(await add(filed, each.amount, { date: each.day }));
        else if (each.do === 'refund') rows.push(await add(filed, each.amount, { date: each.day, type: 'income' }));
        else if (row === undefined) continue;
        else if (each.do === 'move') await ada.patch(path, { date: each.day });
        else if (each.do === 'correct') await ada.patch(path, { amount: each.amount });
        else if (each.do === 'refile') await ada.patch(path, { categoryId: filed });
        else {
          await ada.delete(path);
          rows.splice(rows.indexOf(row), 1);
        }
      }
      const all: any[] = (await ada.get('/v1/transactions?limit=100')).body.data;
      const rules = {
        ...DEFAULT_RULES,
        firstDayOfMonth: firstDayOfTheMonth,
        weekendRule: monthStartOnWeekend as 'stay',
      };
      const periods = (await ada.get(`/v1/budgets/${budget.id}/periods?limit=100`)).body.data.reverse();
      let [carried, next] = [0, how.startsOn];
      for (const each of periods) {
        const { start, end } = { start: next, end: periodOf(how.period, next, rules).end };
        const spent = all
          .filter(({ date, categoryId }) => date >= start && date <= end && categories.slice(0, 2).includes(categoryId))
          .reduce(
            (sum: number, { direction, amount }: { direction: string; amount: number }) =>
              direction === 'out' ? sum + amount : sum - amount,
            0,
          );
        const available = 400 + carried;
        const remaining = available - spent;
        expect(each).toEqual({ start, end, amount: 400, carried, available, spent, remaining });
        const isCarried = how.rollover === 'both' || how.rollover === (remaining > 0 ? 'surplus' : 'deficit');
        const cap = how.rolloverCap ?? Infinity;
        // without the or it may be -0
        carried = isCarried ? Math.max(-cap, Math.min(cap, remaining)) || 0 : 0;
        next = addDays(end, 1);
      }
      const today = clock.now().toISOString().slice(0, 10);
      expect(next > today).toBe(true);
      const { spent, remaining, carried: shown } = periods.at(-1);
      expect((await ada.get(`/v1/budgets/${budget.id}`)).body).toMatchObject({ spent, remaining, carried: shown });
    }),
    { numRuns: 10 },
  );
}, 240_000);
