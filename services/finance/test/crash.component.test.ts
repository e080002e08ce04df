import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import type { Fault } from './support/fake-ledger.ts';
import { type Finance, startFinance } from './harness.ts';

const clock = createTestClock(new Date());
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(() => finance.stop());

type Person = ReturnType<Finance['as']>;

async function setUp(balance = 1_000) {
  const ada = finance.as();
  const wallet = (await ada.post('/v1/wallets', { name: 'W', currency: 'USD', balance, creditLimit: 0 })).body;
  const income = (await ada.post('/v1/categories', { name: 'In', type: 'income' })).body.id as string;
  const expense = (await ada.post('/v1/categories', { name: 'Out', type: 'expense' })).body.id as string;
  return { ada, walletId: wallet.id as string, accountId: wallet.accountId as string, income, expense };
}

const pending = () => finance.knex('operations').where({ status: 'pending' });
const settled = () =>
  waitFor(
    async () => {
      clock.advance(60_000);
      return (await pending()).length === 0;
    },
    { what: 'all operations settled' },
  );

/** The books agree: what the ledger holds is the sum of the posted rows. */
async function expectBalanced(ada: Person, walletId: string, accountId: string) {
  const rows = await finance
    .knex('transactions')
    .where({ owner_id: ada.userId, wallet_id: walletId, status: 'posted' });
  const sum = rows.reduce(
    (total: bigint, row: any) => total + (row.direction === 'in' ? BigInt(row.amount) : -BigInt(row.amount)),
    0n,
  );
  expect(finance.ledger.book.balanceOf(accountId)).toBe(sum);
  expect(finance.ledger.book.total()).toBe(0n);
}

describe.each<[string, Fault]>([
  ['the call never reaches the ledger', 'not'],
  ['the ledger posts and its answer is lost', 'lost'],
])('when %s', (_name, fault) => {
  test('a new transaction is answered 504, finished later, and its key answers the row', async () => {
    const { ada, walletId, accountId, expense } = await setUp();
    const body = { walletId, categoryId: expense, amount: 70 };
    finance.ledger.state.fault = fault;
    const first = await ada.post('/v1/transactions', body, { idempotencyKey: 'k' });
    expect(first.status).toBe(504);
    expect((await ada.get('/v1/transactions?type=expense')).body.data).toEqual([]);
    finance.ledger.state.fault = undefined;
    await settled();
    const again = await ada.post('/v1/transactions', body, { idempotencyKey: 'k' });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect((await ada.get('/v1/transactions?type=expense')).body.data).toMatchObject([
      { id: again.body.id, amount: 70 },
    ]);
    await expectBalanced(ada, walletId, accountId);
  });

  test('a repeat with the key takes the work over itself', async () => {
    const { ada, walletId, accountId, expense } = await setUp();
    const body = { walletId, categoryId: expense, amount: 70 };
    finance.ledger.state.fault = fault;
    await ada.post('/v1/transactions', body, { idempotencyKey: 'k' });
    finance.ledger.state.fault = undefined;
    clock.advance(1_000);
    const again = await ada.post('/v1/transactions', body, { idempotencyKey: 'k' });
    expect(again.body).toMatchObject({ amount: 70 });
    await expectBalanced(ada, walletId, accountId);
  });

  test('a change and a deletion are finished later', async () => {
    const { ada, walletId, accountId, expense, income } = await setUp();
    const changed = await ada.post('/v1/transactions', { walletId, categoryId: expense, amount: 70 });
    const deleted = await ada.post('/v1/transactions', { walletId, categoryId: income, amount: 30 });
    finance.ledger.state.fault = fault;
    expect((await ada.patch(`/v1/transactions/${changed.body.id}`, { amount: 90 })).status).toBe(504);
    expect((await ada.delete(`/v1/transactions/${deleted.body.id}`)).status).toBe(504);
    expect((await ada.get(`/v1/transactions/${changed.body.id}`)).body.amount).toBe(70);
    finance.ledger.state.fault = undefined;
    await settled();
    expect((await ada.get(`/v1/transactions/${changed.body.id}`)).body.amount).toBe(90);
    expect((await ada.get(`/v1/transactions/${deleted.body.id}`)).status).toBe(404);
    expect(finance.ledger.book.balanceOf(accountId)).toBe(910n);
    await expectBalanced(ada, walletId, accountId);
  });

  test('a wallet is opened, and another deleted, later', async () => {
    const { ada, walletId, accountId } = await setUp(500);
    finance.ledger.state.fault = fault;
    const body = { name: 'Later', currency: 'EUR', balance: 40 };
    expect((await ada.post('/v1/wallets', body, { idempotencyKey: 'w' })).status).toBe(504);
    expect((await ada.delete(`/v1/wallets/${walletId}`)).status).toBe(504);
    finance.ledger.state.fault = undefined;
    await settled();
    const opened = await ada.post('/v1/wallets', body, { idempotencyKey: 'w' });
    expect(opened.body).toMatchObject({ name: 'Later', balance: 40 });
    expect((await ada.get('/v1/wallets')).body.data.map((each: any) => each.name)).toEqual(['Main', 'Later']);
    await expectBalanced(ada, walletId, accountId);
    await expectBalanced(ada, opened.body.id, opened.body.accountId);
    expect(finance.ledger.book.balanceOf(accountId)).toBe(0n);
  });

  test('what the ledger refuses later is refused, and the key says so', async () => {
    const { ada, walletId, accountId, expense } = await setUp(50);
    const body = { walletId, categoryId: expense, amount: 70 };
    finance.ledger.state.fault = 'not';
    await ada.post('/v1/transactions', body, { idempotencyKey: 'k' });
    finance.ledger.state.fault = undefined;
    await settled();
    const again = await ada.post('/v1/transactions', body, { idempotencyKey: 'k' });
    expect(again.body.code).toBe('INSUFFICIENT_FUNDS');
    expect((await ada.get('/v1/transactions?type=expense')).body.data).toEqual([]);
    await expectBalanced(ada, walletId, accountId);
  });
});

test('a process that died right after writing an order down finishes it at its next start', async () => {
  const { ada, walletId, accountId, expense } = await setUp();
  finance.ledger.state.fault = 'not';
  await ada.post('/v1/transactions', { walletId, categoryId: expense, amount: 5 });
  await finance.restart();
  finance.ledger.state.fault = undefined;
  await settled();
  expect((await ada.get('/v1/transactions?type=expense')).body.data).toMatchObject([{ amount: 5 }]);
  await expectBalanced(ada, walletId, accountId);
});

test('a posting given up too early is set right by its own event', async () => {
  const { ada, walletId, accountId, expense } = await setUp(10);
  const refused = await ada.post(
    '/v1/transactions',
    { walletId, categoryId: expense, amount: 20 },
    { idempotencyKey: 'k' },
  );
  expect(refused.status).toBe(422);
  // the same order reaches the ledger once more, late, when there is money
  const [operation] = await finance.knex('operations').where({ owner_id: ada.userId, status: 'refused' });
  const { book } = finance.ledger;
  book.accounts.get(accountId)!.posted += 100n;
  book.open(null, 'USD', 'system', 'external').posted -= 100n;
  book.post({
    idempotencyKey: operation.id,
    callerUserId: ada.userId,
    kind: 'wallet',
    from: { accountId },
    to: { system: 'external' },
    amount: '20',
    currency: 'USD',
    note: '',
    visibility: 'private',
    reference: `finance:${operation.id}`,
  });
  await finance.publishLedgerEvents();
  await waitFor(async () => (await ada.get('/v1/transactions?type=expense')).body.data.length === 1);
  expect((await ada.get('/v1/transactions?type=expense')).body.data).toMatchObject([{ amount: 20 }]);
});

test('concurrent changes of one row end in one of them, and the books agree', async () => {
  const { ada, walletId, accountId, expense } = await setUp();
  const row = await ada.post('/v1/transactions', { walletId, categoryId: expense, amount: 10 });
  const path = `/v1/transactions/${row.body.id}`;
  const replies = await Promise.all([
    ...[20, 30, 40, 50].map((amount) => ada.patch(path, { amount })),
    ada.patch(path, { description: 'x' }),
  ]);
  expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true);
  expect(replies.some(({ status }) => status === 200)).toBe(true);
  await settled();
  await expectBalanced(ada, walletId, accountId);
  const [deleted, changed] = await Promise.all([ada.delete(path), ada.patch(path, { amount: 1 })]);
  expect([deleted.status, changed.status].some((status) => status < 300)).toBe(true);
  await expectBalanced(ada, walletId, accountId);
});

test('a wallet that is deleted while money comes in is emptied or stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { ada, walletId, accountId, income } = await setUp(10);
    const [deleted] = await Promise.all([
      ada.delete(`/v1/wallets/${walletId}`),
      ada.post('/v1/transactions', { walletId, categoryId: income, amount: 7 }),
    ]);
    expect([204, 409]).toContain(deleted.status);
    if (deleted.status === 204) expect(finance.ledger.book.balanceOf(accountId)).toBe(0n);
    await expectBalanced(ada, walletId, accountId);
  }
});

test('without the users service what was known serves on, a stranger is told so, and money still moves', async () => {
  const { ada, walletId, expense } = await setUp();
  finance.users.state.down = true;
  try {
    expect((await finance.as().get('/v1/summaries')).status).toBe(504);
    expect((await ada.get('/v1/summaries')).status).toBe(200);
    expect((await ada.post('/v1/transactions', { walletId, categoryId: expense, amount: 5 })).status).toBe(201);
  } finally {
    finance.users.state.down = false;
  }
  clock.advance(3_000);
  expect((await ada.get('/v1/summaries')).status).toBe(200);
  expect((await ada.get(`/v1/wallets/${newId()}`)).status).toBe(404);
});

test('once the ledger answers again, all that waits for it is tried at once', async () => {
  const { ada, walletId, accountId, expense } = await setUp();
  const attempts = async () => (await pending()).map((row: { attempts: number }) => row.attempts);
  finance.ledger.state.fault = 'not';
  await Promise.all([1, 2, 3].map((amount) => ada.post('/v1/transactions', { walletId, categoryId: expense, amount })));
  await waitFor(
    async () => {
      clock.advance(60_000);
      return (await attempts()).every((number) => number >= 3);
    },
    { what: 'three failed attempts' },
  );
  finance.ledger.state.fault = undefined;
  const fresh = await ada.post('/v1/transactions', { walletId, categoryId: expense, amount: 4 });
  expect(fresh.status).toBe(201);
  // the clock stands still: without being woken they would wait for minutes
  await waitFor(async () => (await pending()).length === 0, { what: 'the operations that waited' });
  await expectBalanced(ada, walletId, accountId);
});
