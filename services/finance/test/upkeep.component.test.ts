import { createTestClock, waitFor } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance } from './harness.ts';

const clock = createTestClock(new Date());
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now });
});
afterAll(() => finance.stop());

const ALWAYS = { periodStart: '2000-01-01', periodEnd: '2099-12-31' };

test('a merged category’s rows and budgets are the other’s, and what the ledger files there later too', async () => {
  const ada = finance.as();
  const { id: walletId } = await walletOf(ada, { balance: 1_000 });
  const all = (await ada.get('/v1/categories?limit=100')).body.data as { id: string; name: string }[];
  const deposits = all.find(({ name }) => name === 'Deposits')!.id;
  const pay = await categoryOf(ada, 'income');
  await ada.post('/v1/transactions', { walletId, categoryId: deposits, amount: 50 });
  await ada.post('/v1/transactions', { walletId, categoryId: pay, amount: 7 });
  const budget = await ada.post('/v1/budgets', { categoryId: deposits, amount: 100, ...ALWAYS });
  expect((await ada.post(`/v1/categories/${deposits}/merge`, { into: pay })).body.id).toBe(pay);
  expect((await ada.get(`/v1/budgets/${budget.body.id}`)).body).toMatchObject({ categoryId: pay, spent: 57 });
  expect((await ada.get(`/v1/categories/${deposits}`)).status).toBe(404);
  finance.ledger.book.post({
    idempotencyKey: `deposit ${ada.userId}`,
    callerUserId: '',
    kind: 'deposit',
    from: { system: 'external' },
    to: { userId: ada.userId },
    amount: '5',
    currency: 'USD',
    note: '',
    visibility: 'private',
    reference: '',
  });
  await finance.publishLedgerEvents();
  await waitFor(async () => (await ada.get(`/v1/transactions?categoryId=${pay}`)).body.data.length === 3);
});

test('a category is merged into another of its type only', async () => {
  const ada = finance.as();
  const [expense, income] = [await categoryOf(ada), await categoryOf(ada, 'income')];
  const merge = (into: string) => ada.post(`/v1/categories/${expense}/merge`, { into });
  expect((await merge(income)).body.errors).toMatchObject([{ path: 'into' }]);
  expect((await merge(expense)).body.errors).toMatchObject([{ path: 'into' }]);
  expect((await merge(await categoryOf(finance.as()))).status).toBe(404);
});

test('two categories of one type cannot have one name, whatever its case, also when made at once', async () => {
  const ada = finance.as();
  const make = (name: string, type = 'expense') => ada.post('/v1/categories', { name, type });
  const replies = await Promise.all(['Pets', 'pets', 'PETS'].map((name) => make(name)));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect((await make('Pets', 'income')).status).toBe(201);
  const other = await make('Cats');
  expect((await ada.patch(`/v1/categories/${other.body.id}`, { name: 'pets' })).body.code).toBe('CONFLICT');
  expect((await ada.patch(`/v1/categories/${other.body.id}`, { name: 'CATS' })).status).toBe(200);
});

test('a deleted wallet is read, summarised and opened again', async () => {
  const ada = finance.as();
  const { id: walletId } = await walletOf(ada, { balance: 100 });
  await ada.post('/v1/transactions', { walletId, categoryId: await categoryOf(ada), amount: 30 });
  expect((await ada.post(`/v1/wallets/${walletId}/reopen`, {})).body.code).toBe('CONFLICT');
  await ada.delete(`/v1/wallets/${walletId}`);
  expect((await ada.get(`/v1/summaries?walletId=${walletId}`)).body.data).toMatchObject([{ expense: 30, balance: 0 }]);
  expect((await ada.post(`/v1/wallets/${walletId}/reopen`, {})).body).toMatchObject({ archived: false, balance: 0 });
  expect((await ada.get('/v1/wallets')).body.data).toHaveLength(2);
});

test('a refused correction of a balance changes nothing, the name neither', async () => {
  const ada = finance.as();
  const wallet = await walletOf(ada, { balance: 100, name: 'Purse' });
  const account = finance.ledger.book.accounts.get(wallet.accountId)!;
  account.creditLimit = -50n; // 50 are held
  const path = `/v1/wallets/${wallet.id}`;
  expect((await ada.patch(path, { name: 'Box', balance: 10 })).body.code).toBe('INSUFFICIENT_FUNDS');
  expect((await ada.get(path)).body).toMatchObject({ name: 'Purse', balance: 100 });
  expect((await ada.patch(path, { name: 'Box', balance: 60 })).body).toMatchObject({ name: 'Box', balance: 60 });
});

test('a sum beyond 2^53 fails no list', async () => {
  const ada = finance.as();
  for (const name of ['A', 'B']) await walletOf(ada, { name, balance: Number.MAX_SAFE_INTEGER - 1 });
  const { status, body } = await ada.get('/v1/summaries');
  expect([status, body.data[0].balance]).toEqual([200, Number.MAX_SAFE_INTEGER]);
});

test('an idempotency key is forgotten after 30 days, and not before', async () => {
  const ada = finance.as();
  const body = { name: 'Key', type: 'expense' };
  await ada.post('/v1/categories', body, { idempotencyKey: 'k' });
  const keys = () => finance.knex('idempotency_keys').where('scope', 'like', `${ada.userId}%`);
  await keys().update({ created_at: new Date(clock.now().getTime() - 29 * 86_400_000) });
  await finance.restart();
  expect(await keys()).toHaveLength(1);
  await keys().update({ created_at: new Date(clock.now().getTime() - 31 * 86_400_000) });
  await finance.restart();
  await waitFor(async () => (await keys()).length === 0);
});

test('a change or deletion with If-Match is refused when the thing has changed since it was read', async () => {
  const ada = finance.as();
  const path = `/v1/categories/${await categoryOf(ada)}`;
  const read = async () => ({ headers: { 'If-Match': (await ada.get(path)).headers.get('etag') ?? '' } });
  const before = await read();
  expect((await ada.patch(path, { icon: 'sun' }, before)).status).toBe(200);
  const late = await ada.patch(path, { icon: 'moon' }, before);
  expect(late.body).toMatchObject({ status: 412, code: 'PRECONDITION_FAILED' });
  expect((await ada.get(path)).body.icon).toBe('sun');
  expect((await ada.delete(path, before)).status).toBe(412);
  expect((await ada.delete(path, await read())).status).toBe(204);
});
