import { newId } from '@florin/service-kit';
import { createEvent } from '@florin/contracts';
import { waitFor } from '@florin/testing';
import { startFinance, walletOf, type Finance, type Person } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());

const expense = { type: 'expense' };
async function make(person: Person, name: string, body: object = {}) {
  const reply = await person.post('/v1/categories', { ...expense, name, ...body });
  expect(reply.status).toBe(201);
  return reply.body as { id: string; name: string; parentId: string | null; order: number };
}
const named = async (person: Person) => {
  const { data } = (await person.get('/v1/categories?limit=100')).body;
  return Object.fromEntries(data.map((each: { name: string }) => [each.name, each])) as Record<string, any>;
};

describe('two levels', () => {
  test('a category stands under one of the first level and its type, and nowhere deeper', async () => {
    const ada = finance.as();
    const food = await make(ada, 'Meals', { colour: '#1E90FF' });
    const out = await make(ada, 'Eating out', { parentId: food.id });
    expect(food).toMatchObject({ parentId: null, colour: '#1e90ff' });
    expect(out).toMatchObject({ parentId: food.id, colour: null });
    const refused = async (body: object) => {
      const { status, body: reply } = await ada.post('/v1/categories', { name: newId(), ...expense, ...body });
      return [status, reply.errors?.[0]?.path ?? reply.code];
    };
    expect(await refused({ parentId: out.id })).toEqual([400, 'parentId']);
    expect(await refused({ parentId: food.id, type: 'income' })).toEqual([400, 'parentId']);
    expect(await refused({ parentId: newId() })).toEqual([404, 'NOT_FOUND']);
    expect(await refused({ colour: 'red' })).toEqual([400, 'colour']);
    const eve = finance.as();
    expect((await eve.post('/v1/categories', { ...expense, name: 'Mine', parentId: food.id })).status).toBe(404);
    const other = await make(ada, 'Other');
    const move = (id: string, parentId: string | null) => ada.patch(`/v1/categories/${id}`, { parentId });
    expect((await move(food.id, other.id)).body.code).toBe('CONFLICT');
    expect((await move(other.id, other.id)).body.errors).toMatchObject([{ path: 'parentId' }]);
    expect((await ada.patch(`/v1/categories/${food.id}`, { type: 'debt' })).body.code).toBe('CONFLICT');
    expect((await ada.patch(`/v1/categories/${out.id}`, { type: 'debt' })).body.errors).toMatchObject([
      { path: 'type' },
    ]);
    expect((await move(out.id, other.id)).body).toMatchObject({ parentId: other.id });
    expect((await move(out.id, null)).body).toMatchObject({ parentId: null });
  });

  test('a name is taken in its own level only', async () => {
    const ada = finance.as();
    const [car, home] = [await make(ada, 'Car'), await make(ada, 'Home')];
    await make(ada, 'Insurance', { parentId: car.id });
    const second = await make(ada, 'Insurance', { parentId: home.id });
    expect((await ada.post('/v1/categories', { ...expense, name: 'insurance', parentId: car.id })).status).toBe(409);
    expect((await ada.patch(`/v1/categories/${second.id}`, { parentId: car.id })).status).toBe(409);
    expect((await ada.patch(`/v1/categories/${second.id}`, { parentId: null })).status).toBe(200);
  });

  test('what stood under a category goes with it when it is merged, and to the first level when it is deleted', async () => {
    const ada = finance.as();
    const [old, kept] = [await make(ada, 'Old'), await make(ada, 'Kept')];
    const child = await make(ada, 'Child', { parentId: old.id });
    expect((await ada.post(`/v1/categories/${old.id}/merge`, { into: kept.id })).status).toBe(200);
    expect((await named(ada))['Child']).toMatchObject({ parentId: kept.id });
    const sibling = await make(ada, 'Sibling', { parentId: kept.id });
    const heir = await ada.post(`/v1/categories/${kept.id}/merge`, { into: child.id });
    expect(heir.body).toMatchObject({ id: child.id, parentId: null });
    expect((await named(ada))['Sibling']).toMatchObject({ id: sibling.id, parentId: child.id });
    expect((await ada.delete(`/v1/categories/${child.id}`)).status).toBe(204);
    expect((await named(ada))['Sibling']).toMatchObject({ parentId: null });
  });

  test('a summary tells what a category took by itself and with those under it', async () => {
    const ada = finance.as();
    const { id: walletId } = await walletOf(ada, { balance: 500 });
    const [food, car] = [await make(ada, 'Meals'), await make(ada, 'Car')];
    const out = await make(ada, 'Eating out', { parentId: food.id });
    const fuel = await make(ada, 'Fuel', { parentId: car.id });
    for (const [categoryId, amount] of [
      [food.id, 100],
      [out.id, 30],
      [fuel.id, 7],
    ]) {
      expect((await ada.post('/v1/transactions', { walletId, categoryId, amount })).status).toBe(201);
    }
    const [summary] = (await ada.get('/v1/summaries')).body.data;
    expect(summary.expense).toBe(137);
    expect(summary.byCategory).toMatchObject([
      { categoryId: food.id, amount: 100, amountWithChildren: 130, parentId: null },
      { categoryId: out.id, amount: 30, amountWithChildren: 30, parentId: food.id },
      { categoryId: fuel.id, amount: 7, amountWithChildren: 7, parentId: car.id },
      { categoryId: car.id, name: 'Car', amount: 0, amountWithChildren: 7 },
    ]);
    for (const [{ id }, amounts] of [
      [food, [30, 100]],
      [out, [30]],
      [car, [7]],
    ] as const) {
      const { data } = (await ada.get(`/v1/transactions?categoryId=${id}`)).body;
      expect(data.map((each: { amount: number }) => each.amount)).toEqual(amounts);
      const csv = await ada.get(`/v1/exports?format=json&categoryId=${id}`);
      expect(csv.body.data).toHaveLength(amounts.length);
    }
  });
});

test('categories and wallets are listed in the order they are put in, page by page, and new ones are last', async () => {
  const ada = finance.as();
  const ids = [];
  for (const name of ['One', 'Two', 'Three']) ids.push((await make(ada, name)).id);
  const order = [ids[2], ids[0]];
  expect((await ada.put('/v1/categories/order', { ids: order })).status).toBe(204);
  const last = await make(ada, 'Last');
  const listed: string[] = [];
  for (let cursor = ''; listed.length === 0 || cursor !== '';) {
    const page = (await ada.get(`/v1/categories?limit=4${cursor && `&cursor=${cursor}`}`)).body;
    listed.push(...page.data.map((each: { id: string }) => each.id));
    cursor = page.nextCursor ?? '';
  }
  expect(listed).toHaveLength(26);
  expect(new Set(listed).size).toBe(26);
  expect(listed.slice(0, 2)).toEqual(order);
  expect(listed.at(-1)).toBe(last.id);
  expect((await finance.as().put('/v1/categories/order', { ids })).status).toBe(404);
  const [cash, bank] = [await walletOf(ada, { icon: 'coins', colour: '#00ff00' }), await walletOf(ada)];
  expect(cash).toMatchObject({ icon: 'coins', colour: '#00ff00', order: 0 });
  expect((await ada.put('/v1/wallets/order', { ids: [bank.id] })).status).toBe(204);
  expect((await ada.patch(`/v1/wallets/${cash.id}`, { icon: 'safe', colour: null, order: 0 })).body).toMatchObject({
    ...{ icon: 'safe', colour: null, order: 0 },
  });
  const wallets = (await ada.get('/v1/wallets')).body.data.map((each: { id: string }) => each.id);
  expect([wallets[0], wallets[1]]).toEqual([cash.id, bank.id]);
});

describe('the default categories', () => {
  test('are named in the language of the registration', async () => {
    const ada = finance.as();
    const data = { userId: ada.userId, email: null, name: 'Ada', username: null, mobile: null, locale: 'de-AT' };
    const more = { timeZone: null, dateOfBirth: null, registeredAt: new Date().toISOString(), via: 'v1' as const };
    const about = { id: newId(), producer: 'auth' as const, aggregateId: ada.userId, occurredAt: new Date() };
    await finance.bus.publish([createEvent({ ...about, type: 'auth.user-registered.v1', data: { ...data, ...more } })]);
    await waitFor(async () => (await finance.knex('categories').where({ owner_id: ada.userId })).length > 0);
    expect(Object.keys(await named(ada))).toEqual(expect.arrayContaining(['Lebensmittel', 'Sonstige Einnahmen']));
  });

  test.each([
    ['fr-FR', 'Courses'],
    ['id', 'Belanja harian'],
    ['es-MX', 'Supermercado'],
    ['ja-JP', 'Groceries'],
  ])('at the first request of a person who reads %s one is called %s', async (locale, name) => {
    const bob = finance.as();
    finance.users.preferences.set(bob.userId, { timeZone: 'UTC', locale });
    expect((await named(bob))[name]).toMatchObject({ icon: 'basket', type: 'expense' });
  });
});
