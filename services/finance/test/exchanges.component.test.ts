import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import type { Fault } from './support/fake-ledger.ts';
import { startFinance, walletOf, type Finance, type Person } from './harness.ts';

const clock = createTestClock(new Date());
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(() => finance.stop());

async function twoWallets() {
  const ada = finance.as();
  const dollars = await walletOf(ada, { balance: 10_000 });
  const yen = await walletOf(ada, { currency: 'JPY', balance: 500 });
  const body = { fromWalletId: dollars.id, toWalletId: yen.id, amount: 1_000, toAmount: 1_512 };
  return { ada, dollars, yen, body };
}
type World = Awaited<ReturnType<typeof twoWallets>>;

const exchange = (ada: Person, body: object, idempotencyKey = newId()) =>
  ada.post('/v1/transactions/transfers', body, { idempotencyKey });

async function settled() {
  await waitFor(async () => {
    clock.advance(60_000);
    return (await finance.knex('operations').where({ status: 'pending' })).length === 0;
  });
}

/** Balances of both wallets, which are those of the ledger and the sums of the rows. */
async function balances({ ada, dollars, yen }: World): Promise<number[]> {
  const rows = await finance.knex('transactions').where({ owner_id: ada.userId, status: 'posted' });
  return [dollars, yen].map(({ id, accountId }) => {
    const sum = rows
      .filter((row: any) => row.wallet_id === id)
      .reduce((total: number, row: any) => total + (row.direction === 'in' ? 1 : -1) * Number(row.amount), 0);
    expect(Number(finance.ledger.book.balanceOf(accountId))).toBe(sum);
    return sum;
  });
}

test('money goes out in one currency and comes in in the other, and both rows tell the rate', async () => {
  const world = await twoWallets();
  const reply = await exchange(world.ada, world.body);
  expect(reply.status).toBe(201);
  expect(reply.body.data).toMatchObject([
    { walletId: world.dollars.id, direction: 'out', amount: 1_000, currency: 'USD', rate: '151.2' },
    { walletId: world.yen.id, direction: 'in', amount: 1_512, currency: 'JPY', rate: '151.2' },
  ]);
  expect(await balances(world)).toEqual([9_000, 2_012]);
  const { data } = (await world.ada.get('/v1/summaries')).body;
  expect(data.map((each: any) => [each.income, each.expense])).toEqual(data.map(() => [0, 0]));
  await finance.publishLedgerEvents();
  await waitFor(async () => (await world.ada.get('/v1/transactions?type=transfer')).body.data.length === 2);
});

test('the second amount is asked for between two currencies only', async () => {
  const { ada, dollars, body } = await twoWallets();
  const other = await walletOf(ada);
  const refused = async (changes: object) => (await exchange(ada, { ...body, ...changes })).body.errors[0].path;
  expect(await refused({ toAmount: undefined })).toBe('toWalletId');
  expect(await refused({ toAmount: 0 })).toBe('toAmount');
  expect(await refused({ toWalletId: other.id })).toBe('toAmount');
  expect((await ada.get(`/v1/wallets/${dollars.id}`)).body.balance).toBe(10_000);
});

test('a wallet that has not so much pays neither end', async () => {
  const world = await twoWallets();
  expect((await exchange(world.ada, { ...world.body, amount: 10_001 })).body.code).toBe('INSUFFICIENT_FUNDS');
  expect(await balances(world)).toEqual([10_000, 500]);
});

test('a correction changes the end that it is made of, and the rate of both', async () => {
  const world = await twoWallets();
  const { ada } = world;
  const [out, into] = (await exchange(ada, world.body)).body.data;
  await ada.patch(`/v1/transactions/${into.id}`, { amount: 1_400, description: 'Tokyo' });
  expect(await balances(world)).toEqual([9_000, 1_900]);
  const shown = async (id: string) => (await ada.get(`/v1/transactions/${id}`)).body;
  expect(await shown(out.id)).toMatchObject({ amount: 1_000, rate: '140', description: 'Tokyo' });
  expect(await shown(into.id)).toMatchObject({ amount: 1_400, rate: '140', description: 'Tokyo' });
  await ada.patch(`/v1/transactions/${out.id}`, { amount: 2_000, date: '2026-01-31' });
  expect(await balances(world)).toEqual([8_000, 1_900]);
  expect(await shown(into.id)).toMatchObject({ amount: 1_400, rate: '70', date: '2026-01-31' });
  await ada.delete(`/v1/transactions/${into.id}`);
  expect(await balances(world)).toEqual([10_000, 500]);
  expect((await ada.get(`/v1/transactions/${out.id}`)).status).toBe(404);
});

test('both ends are deleted by one of them in bulk, and come back', async () => {
  const world = await twoWallets();
  const { ada } = world;
  const [out, into] = (await exchange(ada, world.body)).body.data;
  const bulk = await ada.post('/v1/transactions/bulk', { ids: [into.id], delete: true });
  expect(await balances(world)).toEqual([10_000, 500]);
  await ada.post(`/v1/transactions/bulk/${bulk.body.id}/undo`, {});
  expect(await balances(world)).toEqual([9_000, 2_012]);
  expect((await ada.get(`/v1/transactions/${out.id}`)).body).toMatchObject({ amount: 1_000, rate: '151.2' });
  const moved = await ada.post('/v1/transactions/bulk', { ids: [out.id], changes: { date: '2026-02-03' } });
  expect(moved.body.data[0].code).toBeNull();
  expect((await ada.get(`/v1/transactions/${into.id}`)).body.date).toBe('2026-02-03');
  expect((await ada.delete(`/v1/transactions/${out.id}`)).status).toBe(204);
  expect(await balances(world)).toEqual([10_000, 500]);
});

describe.each<[string, Fault]>([
  ['the call never reaches the ledger', 'not'],
  ['the ledger posts and its answer is lost', 'lost'],
])('when %s', (_name, fault) => {
  test('a transfer is finished later with both ends, and its key answers them', async () => {
    const world = await twoWallets();
    finance.ledger.state.fault = fault;
    expect((await exchange(world.ada, world.body, 'k')).status).toBe(504);
    finance.ledger.state.fault = undefined;
    await settled();
    const again = await exchange(world.ada, world.body, 'k');
    expect([again.status, again.body.data.length]).toEqual([201, 2]);
    expect(await balances(world)).toEqual([9_000, 2_012]);
  });

  test('a correction and a deletion are finished later', async () => {
    const world = await twoWallets();
    const [out, into] = (await exchange(world.ada, world.body)).body.data;
    finance.ledger.state.fault = fault;
    expect((await world.ada.patch(`/v1/transactions/${out.id}`, { amount: 800 })).status).toBe(504);
    finance.ledger.state.fault = undefined;
    await settled();
    expect(await balances(world)).toEqual([9_200, 2_012]);
    finance.ledger.state.fault = fault;
    expect((await world.ada.delete(`/v1/transactions/${into.id}`)).status).toBe(504);
    finance.ledger.state.fault = undefined;
    await settled();
    expect(await balances(world)).toEqual([10_000, 500]);
  });
});

test('an end that an operator of the ledger reverses becomes an adjustment', async () => {
  const world = await twoWallets();
  await exchange(world.ada, world.body);
  const ends = finance.ledger.book.events.splice(0).slice(-2);
  expect(ends).toHaveLength(2);
  for (const event of ends as any[]) {
    const { transferId } = event.data;
    finance.ledger.book.reverse(transferId, newId(), '');
  }
  await finance.publishLedgerEvents();
  await waitFor(async () => (await world.ada.get('/v1/transactions?type=adjustment')).body.data.length === 4);
  expect(await balances(world)).toEqual([10_000, 500]);
});
