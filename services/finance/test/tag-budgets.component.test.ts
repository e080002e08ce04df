import { createTestClock, waitFor } from '@florin/testing';
import { countWrongTagSums } from '../src/outbound/postgres/daily-sum-query.ts';
import { categoryOf, startFinance, walletOf, type Finance } from './harness.ts';

const clock = createTestClock(new Date('2024-03-31T10:00:00Z'));
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now });
});
afterAll(() => finance.stop());
afterEach(async () => {
  expect(await countWrongTagSums(finance.knex)).toBe(0);
});

const told = (id: string): any[] =>
  finance.heard.filter((event: any) => event.data.budgetId === id).map((event) => event.data);

/** A person with a wallet, a category, tags by their names and a way to add expenses. */
async function traveller(...names: string[]) {
  const ada = finance.as();
  const { id: walletId } = await walletOf(ada, { creditLimit: null });
  const food = await categoryOf(ada);
  const tags: Record<string, string> = {};
  for (const name of names) tags[name] = (await ada.post('/v1/tags', { name })).body.id;
  const add = async (amount: number, ...given: string[]) => {
    const reply = await ada.post('/v1/transactions', { walletId, categoryId: food, amount, tags: given });
    expect(reply.status).toBe(201);
    return reply.body.id as string;
  };
  const budget = async (body: object) => {
    const reply = await ada.post('/v1/budgets', { amount: 1_000, period: 'month', ...body });
    expect([reply.status, reply.body]).toMatchObject([201, {}]);
    return reply.body;
  };
  const spent = async (id: string) => (await ada.get(`/v1/budgets/${id}`)).body.spent;
  return { ada, walletId, food, tags, add, budget, spent };
}

describe('a budget over tags', () => {
  test('counts each row once, whatever its tags, as they are now, and refunds off', async () => {
    const { ada, food, walletId, tags, add, budget, spent } = await traveller('rome', 'work');
    await add(100, 'rome');
    const both = await add(20, 'Rome', 'WORK');
    await add(3);
    const { id } = await budget({ tagIds: [tags['rome'], tags['work'], tags['rome']] });
    expect(await ada.get(`/v1/budgets/${id}`)).toMatchObject({
      body: {
        tagIds: [tags['rome'], tags['work']].sort(),
        categoryIds: [],
        categoryId: null,
        type: 'expense',
        spent: 120,
      },
    });
    await add(7, 'work');
    await ada.post('/v1/transactions', { walletId, categoryId: food, type: 'income', amount: 2, tags: ['work'] });
    const pay = await categoryOf(ada, 'income');
    await ada.post('/v1/transactions', { walletId, categoryId: pay, amount: 5_000, tags: ['work'] });
    expect(await spent(id)).toBe(125);
    await ada.patch(`/v1/transactions/${both}`, { tags: ['work'] });
    expect(await spent(id)).toBe(125);
    await ada.patch(`/v1/transactions/${both}`, { tags: [], amount: 30 });
    expect(await spent(id)).toBe(105);
    await ada.post('/v1/transactions/bulk', { ids: [both], changes: { addTags: ['rome'], date: '2024-02-01' } });
    expect(await spent(id)).toBe(105);
    expect((await ada.get(`/v1/budgets?tagId=${tags['work']}`)).body.data).toHaveLength(1);
    expect((await ada.get(`/v1/budgets?categoryId=${food}`)).body.data).toEqual([]);
  });

  test('carries over what a month left, and its thresholds are told once', async () => {
    const { ada, walletId, food, tags, add, budget } = await traveller('rome');
    const body = { walletId, categoryId: food, amount: 40, tags: ['rome'], date: '2024-02-10' };
    await ada.post('/v1/transactions', body);
    const rollover = { amount: 100, startsOn: '2024-02-01', rollover: 'both' };
    const { id } = await budget({ tagIds: [tags['rome']], ...rollover });
    await add(128, 'Rome');
    await waitFor(() => told(id).length === 1);
    expect(told(id)).toMatchObject([{ percent: 80, amount: '160', spent: '128', categoryName: 'rome' }]);
    const { data } = (await ada.get(`/v1/budgets/${id}/periods`)).body;
    expect(data).toMatchObject([
      { carried: 60, spent: 128 },
      { carried: 0, spent: 40 },
    ]);
    await add(200);
    const untold = await add(30);
    await ada.patch(`/v1/transactions/${untold}`, { tags: ['rome'] });
    await waitFor(() => told(id).length === 1);
    await add(5, 'rome');
    await waitFor(() => told(id).length === 2);
    expect(told(id)[1]).toMatchObject({ percent: 100, spent: '163' });
  });

  test('merging a tag leaves the other in its place, in parts, too', async () => {
    const { ada, walletId, food, tags, add, budget, spent } = await traveller('rome', 'roma', 'work');
    await add(100, 'rome', 'roma');
    await add(7, 'rome');
    const splits = [
      { categoryId: food, amount: 30, tags: ['rome'] },
      { categoryId: food, amount: 12, tags: ['Roma', 'work'] },
    ];
    const parted = await ada.post('/v1/transactions', { walletId, amount: 42, splits });
    const { id } = await budget({ tagIds: [tags['rome'], tags['work']] });
    expect(await spent(id)).toBe(149);
    const merge = await ada.post(`/v1/tags/${tags['rome']}/merge`, { into: tags['roma'] });
    expect(merge).toMatchObject({ status: 200, body: { name: 'roma', count: 3 } });
    expect((await ada.get(`/v1/budgets/${id}`)).body).toMatchObject({ tagIds: [tags['roma'], tags['work']].sort() });
    expect(await spent(id)).toBe(149);
    expect((await ada.get(`/v1/transactions/${parted.body.id}`)).body.splits).toMatchObject([
      { amount: 30, tags: ['roma'] },
      { amount: 12, tags: ['roma', 'work'] },
    ]);
  });

  test('keeps its last tag from being deleted, and loses others', async () => {
    const { ada, tags, add, budget, spent } = await traveller('rome', 'work');
    await add(100, 'rome', 'work');
    await add(9, 'work');
    const two = await budget({ tagIds: [tags['rome'], tags['work']] });
    expect((await ada.delete(`/v1/tags/${tags['work']}`)).status).toBe(204);
    expect((await ada.get(`/v1/budgets/${two.id}`)).body).toMatchObject({ tagIds: [tags['rome']], spent: 100 });
    expect(await ada.delete(`/v1/tags/${tags['rome']}`)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    await ada.patch(`/v1/budgets/${two.id}`, { categoryIds: [] });
    expect((await ada.get(`/v1/budgets/${two.id}`)).body).toMatchObject({ tagIds: [], spent: 109 });
    expect((await ada.delete(`/v1/tags/${tags['rome']}`)).status).toBe(204);
    expect(await spent(two.id)).toBe(109);
  });

  test('is refused with categories, and over tags of somebody else', async () => {
    const { ada, food, tags, budget } = await traveller('rome');
    const body = { amount: 5, period: 'month' };
    const both = await ada.post('/v1/budgets', { ...body, tagIds: [tags['rome']], categoryIds: [food] });
    expect(both.body).toMatchObject({ status: 400, errors: [{ path: 'tagIds' }] });
    const other = await traveller('rome');
    expect(await ada.post('/v1/budgets', { ...body, tagIds: [other.tags['rome']] })).toMatchObject({ status: 404 });
    const { id } = await budget({ categoryIds: [food] });
    expect((await ada.patch(`/v1/budgets/${id}`, { tagIds: [other.tags['rome']] })).status).toBe(404);
    expect((await ada.patch(`/v1/budgets/${id}`, { tagIds: [tags['rome']] })).body).toMatchObject({
      ...{ tagIds: [tags['rome']], categoryIds: [] },
    });
  });
});

describe('tags of parts', () => {
  test('stand beside those of the row, are found, counted and summed with what the part is', async () => {
    const { ada, walletId, food, tags, budget, spent } = await traveller('rome', 'gift', 'work');
    const fun = await categoryOf(ada);
    const splits = [
      { categoryId: food, amount: 70, tags: ['gift', 'ROME'] },
      { categoryId: fun, amount: 30 },
    ];
    const made = await ada.post('/v1/transactions', { walletId, amount: 100, tags: ['rome'], splits });
    expect(made.body).toMatchObject({ tags: ['rome'], splits: [{ tags: ['gift'] }, { tags: [] }] });
    const gift = await budget({ tagIds: [tags['gift']] });
    const rome = await budget({ tagIds: [tags['rome'], tags['gift']] });
    expect([await spent(gift.id), await spent(rome.id)]).toEqual([70, 100]);
    for (const filter of ['anyTags=gift', 'allTags=gift&allTags=rome']) {
      expect((await ada.get(`/v1/transactions?${filter}`)).body.data).toHaveLength(1);
    }
    const { id } = made.body;
    const parts = [
      { categoryId: food, amount: 60, tags: ['work'] },
      { categoryId: fun, amount: 40 },
    ];
    const changed = await ada.patch(`/v1/transactions/${id}`, { splits: parts });
    expect(changed.body).toMatchObject({ tags: ['rome'], splits: [{ tags: ['work'] }, { tags: [] }] });
    expect((await ada.get('/v1/transactions?anyTags=gift')).body.data).toEqual([]);
    expect([await spent(gift.id), await spent(rome.id)]).toEqual([0, 100]);
    await ada.patch(`/v1/transactions/${id}`, { categoryId: food });
    expect((await ada.get('/v1/tags')).body.data).toMatchObject([
      { name: 'rome', count: 1 },
      { name: 'gift', count: 0 },
      { name: 'work', count: 0 },
    ]);
  });

  test('are 20 with those of their row', async () => {
    const { ada, walletId, food } = await traveller();
    const tags = Array.from({ length: 15 }, (_, index) => `t${index}`);
    const splits = [
      { categoryId: food, amount: 1, tags: Array.from({ length: 6 }, (_, index) => `p${index}`) },
      { categoryId: food, amount: 1 },
    ];
    const reply = await ada.post('/v1/transactions', { walletId, amount: 2, tags, splits });
    expect(reply.body).toMatchObject({ status: 400, errors: [{ path: 'splits' }] });
  });
});

test('insights by tag tell what each took beside the month before, once under each tag', async () => {
  const { ada, walletId, food, add } = await traveller('rome', 'work');
  await add(100, 'rome', 'work');
  await add(20, 'work');
  await add(4);
  const before = { walletId, categoryId: food, date: '2024-02-03' };
  await ada.post('/v1/transactions', { ...before, amount: 50, tags: ['rome'] });
  await ada.post('/v1/transactions', { ...before, amount: 9, type: 'income', tags: ['rome'] });
  const pay = await categoryOf(ada, 'income');
  await ada.post('/v1/transactions', { walletId, categoryId: pay, amount: 500, tags: ['work'] });
  const reply = await ada.get('/v1/insights/tags');
  expect(reply.body).toMatchObject({
    from: '2024-03-01',
    to: '2024-03-31',
    previous: { from: '2024-02-01', to: '2024-02-29' },
    data: [
      {
        currency: 'USD',
        tags: [
          { name: 'work', type: 'income', amount: 500, previous: 0, change: 500 },
          { name: 'work', type: 'expense', amount: 120, previous: 0, change: 120 },
          { name: 'rome', type: 'expense', amount: 100, previous: 41, change: 59 },
        ],
      },
    ],
  });
  const other = await walletOf(ada, {});
  expect((await ada.get(`/v1/insights/tags?walletId=${other.id}`)).body.data).toEqual([]);
});
