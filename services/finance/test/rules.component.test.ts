import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import { type Finance, type Person, categoryOf, startFinance, walletOf } from './harness.ts';

const clock = createTestClock(new Date());
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now });
});
afterAll(() => finance.stop());

async function setUp() {
  const ada = finance.as();
  const wallet = await walletOf(ada, { creditLimit: null });
  const [other, food] = [await categoryOf(ada), await categoryOf(ada)];
  return { ada, wallet, other, food };
}

const note = async (ada: Person, body: object) => {
  const reply = await ada.post('/v1/transactions', body);
  expect(reply.status).toBe(201);
  return reply.body as { id: string };
};
const rule = async (ada: Person, body: object) => {
  const reply = await ada.post('/v1/rules', { name: 'A rule', ...body });
  expect(reply.status).toBe(201);
  return reply.body as { id: string; order: number };
};
const contains = (value: string) => ({ field: 'text', is: 'contains', value });
const rowOf = async (ada: Person, id: string) => (await ada.get(`/v1/transactions/${id}`)).body;

test('rules are shown before they change the past, change it at once, and are taken back', async () => {
  const { ada, wallet, other, food } = await setUp();
  const expense = { walletId: wallet.id, categoryId: other };
  const market = await note(ada, { ...expense, amount: 500, description: 'Corner MARKET 12' });
  const large = await note(ada, { ...expense, amount: 9_000, description: 'market hall' });
  await note(ada, { ...expense, amount: 500, description: 'Cinema' });
  await rule(ada, {
    conditions: [contains('market'), { field: 'amount', max: 1_000 }],
    actions: { categoryId: food, addTags: ['Groceries'], description: 'Market' },
  });
  const preview = (await ada.post('/v1/rules/preview', {})).body;
  expect(preview).toMatchObject({ checked: 3, complete: true, matched: 1, wouldChange: 1 });
  expect(preview.data).toMatchObject([
    { id: market.id, categoryId: other, changes: { categoryId: food, addTags: ['Groceries'], description: 'Market' } },
  ]);
  expect(await rowOf(ada, market.id)).toMatchObject({ categoryId: other });
  const apply = () => ada.post('/v1/rules/apply', {}, { headers: { 'idempotency-key': 'now' } });
  const [first, again] = [await apply(), await apply()];
  expect(first.body).toMatchObject({ changed: 1, refused: [], complete: true });
  expect(again.body).toEqual(first.body);
  expect(await rowOf(ada, market.id)).toMatchObject({ categoryId: food, tags: ['Groceries'], description: 'Market' });
  expect(await rowOf(ada, large.id)).toMatchObject({ categoryId: other });
  const undo = await ada.post('/v1/rules/undo', { id: first.body.id });
  expect(undo.body).toEqual({ restored: 1, refused: [] });
  const back = { categoryId: other, tags: [], description: 'Corner MARKET 12' };
  expect(await rowOf(ada, market.id)).toMatchObject(back);
  expect((await ada.post('/v1/rules/undo', { id: first.body.id })).body).toEqual(undo.body);
});

test('a change cannot be taken back after ten minutes, and a row that changed since stays', async () => {
  const { ada, wallet, other, food } = await setUp();
  const rows = [];
  for (const description of ['tea one', 'tea two']) {
    rows.push(await note(ada, { walletId: wallet.id, categoryId: other, amount: 5, description }));
  }
  await rule(ada, { conditions: [contains('tea')], actions: { categoryId: food } });
  const { id } = (await ada.post('/v1/rules/apply', {})).body;
  await ada.patch(`/v1/transactions/${rows[0]!.id}`, { categoryId: await categoryOf(ada) });
  const undone = (await ada.post('/v1/rules/undo', { id })).body;
  expect(undone).toEqual({ restored: 1, refused: [{ id: rows[0]!.id, code: 'CONFLICT' }] });
  const later = (await ada.post('/v1/rules/apply', {})).body;
  clock.advance(11 * 60_000);
  expect((await ada.post('/v1/rules/undo', { id: later.id })).status).toBe(409);
});

test('the first rule that matches decides, and the order can be changed', async () => {
  const { ada, wallet, other, food } = await setUp();
  const row = await note(ada, { walletId: wallet.id, categoryId: other, amount: 5, description: 'Tea' });
  const third = await categoryOf(ada);
  const one = await rule(ada, { conditions: [contains('tea')], actions: { categoryId: food, addTags: ['a'] } });
  const two = await rule(ada, {
    match: 'any',
    conditions: [contains('x'), contains('tea')],
    actions: { categoryId: third, addTags: ['b'] },
  });
  const changes = async () => (await ada.post('/v1/rules/preview', {})).body.data[0].changes;
  expect(await changes()).toEqual({ categoryId: food, addTags: ['a', 'b'] });
  expect((await ada.send('PUT', '/v1/rules/order', { body: { ids: [two.id, one.id] } })).status).toBe(204);
  expect(await changes()).toEqual({ categoryId: third, addTags: ['b', 'a'] });
  const listed = (await ada.get('/v1/rules')).body.data;
  expect(listed.map(({ id }: { id: string }) => id)).toEqual([two.id, one.id]);
  await ada.patch(`/v1/rules/${two.id}`, { enabled: false });
  expect(await changes()).toEqual({ categoryId: food, addTags: ['a'] });
  const draft = { conditions: [{ field: 'type', value: 'expense' }], actions: { description: 'Tea time' } };
  const drafted = (await ada.post('/v1/rules/preview', { rule: draft })).body;
  expect(drafted.data).toMatchObject([{ id: row.id, changes: { description: 'Tea time' } }]);
});

test('payments of others are filed as they come, by who sent them', async () => {
  const { ada } = await setUp();
  const [gifts, ben] = [await categoryOf(ada, 'income'), newId()];
  await ada.get('/v1/wallets');
  await rule(ada, {
    conditions: [{ field: 'counterparty', userId: ben }],
    actions: { categoryId: gifts, addTags: ['Ben'] },
  });
  const { book } = finance.ledger;
  book.open(ben, 'USD', 'main', '').posted = 500n;
  const sides = { from: { userId: ben }, to: { userId: ada.userId }, amount: '50', currency: 'USD' };
  const what = { idempotencyKey: newId(), callerUserId: ben, kind: 'peer', note: 'For you', visibility: 'private' };
  book.post({ ...what, ...sides, reference: '' });
  await finance.publishLedgerEvents();
  const rows = async () => (await ada.get('/v1/transactions')).body.data;
  await waitFor(async () => (await rows()).length === 1);
  expect(await rows()).toMatchObject([{ categoryId: gifts, tags: ['Ben'], amount: 50, counterparty: { userId: ben } }]);
});

test('a category is given to rows of its type only, a deleted one to none', async () => {
  const { ada, wallet, other, food } = await setUp();
  const salary = await categoryOf(ada, 'income');
  await note(ada, { walletId: wallet.id, categoryId: other, amount: 5, description: 'Tea' });
  await note(ada, { walletId: wallet.id, categoryId: salary, amount: 5, description: 'Tea money' });
  await rule(ada, { conditions: [contains('tea')], actions: { categoryId: food } });
  expect((await ada.post('/v1/rules/preview', {})).body).toMatchObject({ matched: 2, wouldChange: 1 });
  await ada.delete(`/v1/categories/${food}`);
  expect((await ada.post('/v1/rules/preview', {})).body).toMatchObject({ matched: 2, wouldChange: 0 });
});

test.each([
  [{ conditions: [] }, 'conditions'],
  [{ actions: {} }, 'actions'],
  [{ conditions: [{ field: 'amount', min: 5, max: 4 }] }, 'conditions.0.max'],
  [{ conditions: [{ field: 'amount' }] }, 'conditions.0.min'],
  [{ conditions: [{ field: 'text', is: 'matches', value: '(a+)+$' }] }, 'conditions.0.is'],
])('a rule with %j is refused naming %s', async (body, field) => {
  const whole = { name: 'R', conditions: [contains('x')], actions: { description: 'y' }, ...body };
  const reply = await finance.as().post('/v1/rules', whole);
  expect([reply.status, reply.body.errors[0].path]).toEqual([400, field]);
});

test("another person's rules, categories and wallets are not there", async () => {
  const { ada, wallet, food } = await setUp();
  const { id } = await rule(ada, { conditions: [contains('x')], actions: { categoryId: food } });
  const ben = finance.as();
  const wanted = { name: 'R', conditions: [contains('x')], actions: { categoryId: food } };
  const onWallet = { name: 'R', conditions: [{ field: 'wallet', walletId: wallet.id }], actions: { description: 'x' } };
  for (const { status } of [
    await ben.get(`/v1/rules/${id}`),
    await ben.patch(`/v1/rules/${id}`, { enabled: false }),
    await ben.delete(`/v1/rules/${id}`),
    await ben.post('/v1/rules', wanted),
    await ben.post('/v1/rules', onWallet),
    await ben.post('/v1/rules/preview', { ruleIds: [id] }),
    await ben.send('PUT', '/v1/rules/order', { body: { ids: [id] } }),
    await ben.post('/v1/rules/undo', { id: newId() }),
  ]) {
    expect(status).toBe(404);
  }
  expect((await ada.delete(`/v1/rules/${id}`)).status).toBe(204);
});
