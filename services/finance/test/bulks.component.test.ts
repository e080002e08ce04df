import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import { changeTransactions } from '../src/app/bulks/change-transactions.ts';
import { undoChange } from '../src/app/bulks/undo-change.ts';
import type { Deps } from '../src/app/index.ts';
import { beginBatch } from '../src/app/operations/begin-batch.ts';
import { runOperation } from '../src/app/operations/run.ts';
import { requireOpen } from '../src/domain/wallet.ts';
import { countWrongSums } from '../src/outbound/postgres/daily-sum-query.ts';
import { type Finance, categoryOf, startFinance, walletOf } from './harness.ts';
import { directDeps } from './support/direct.ts';

const clock = createTestClock(new Date());
let finance: Finance;
let deps: Deps;
let close: () => void;
beforeAll(async () => {
  // nobody else finishes what is left behind: whoever asks again does
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 600_000 });
  ({ deps, close } = directDeps(finance, clock.now));
});
afterAll(async () => {
  close();
  await finance.stop();
});

/** A person with two wallets and expenses of 1, 2, 3, ... in the first. */
async function setUp(count: number, creditLimit: number | null = null) {
  const ada = finance.as();
  const [from, to] = [await walletOf(ada, { creditLimit: null }), await walletOf(ada, { creditLimit })];
  const categoryId = await categoryOf(ada);
  const ids: string[] = [];
  for (let amount = 1; amount <= count; amount += 1) {
    ids.push((await ada.post('/v1/transactions', { walletId: from.id, categoryId, amount })).body.id);
  }
  return { ada, from, to, ids, categoryId, ownerId: ada.userId };
}
type World = Awaited<ReturnType<typeof setUp>>;

const balances = ({ from, to }: World) =>
  [from, to].map(({ accountId }) => Number(finance.ledger.book.balanceOf(accountId)));

async function expectAgreed({ ownerId, from, to }: World) {
  for (const { id, accountId } of [from, to]) {
    const rows = await finance.knex('transactions').where({ owner_id: ownerId, wallet_id: id, status: 'posted' });
    const sum = rows.reduce((total: number, row: any) => total - Number(row.amount), 0);
    expect(Number(finance.ledger.book.balanceOf(accountId))).toBe(sum);
  }
  expect((await countWrongSums(finance.knex)).wrong).toBe(0);
  expect(await finance.knex('operations').where({ owner_id: ownerId, status: 'pending' })).toEqual([]);
}

/** As a process that dies before the commit of its transaction number `count`, or, were that its last, afterwards. */
function dyingAfter(count: number): Deps {
  let left = count;
  const alive = () => {
    left -= 1;
    if (left < 0) throw new Error('killed');
  };
  return {
    ...deps,
    transact: async (work) => {
      alive();
      return deps.transact(work);
    },
    once: async (request, effect) => {
      alive();
      return deps.once(request, effect);
    },
    stores: {
      ...deps.stores,
      bulks: {
        ...deps.stores.bulks,
        finish: async (id, outcomes) => {
          alive();
          await deps.stores.bulks.finish(id, outcomes);
        },
        setUndone: async (id, outcomes) => {
          alive();
          await deps.stores.bulks.setUndone(id, outcomes);
        },
      },
    },
  };
}

/** Does it in processes that die one step later each time, and asks again till it is done. */
async function untilDone<T>(work: (deps: Deps) => Promise<T>): Promise<{ result: T; deaths: number }> {
  for (let deaths = 0; ; deaths += 1) {
    try {
      return { result: await work(dyingAfter(deaths)), deaths };
    } catch (error) {
      expect((error as Error).message).toBe('killed');
      clock.advance(60_000);
    }
  }
}

test.each(['moved to another wallet', 'deleted'])(
  'rows %s by processes that die at every step are changed once, and brought back once',
  async (how) => {
    const world = await setUp(4);
    const changes = how === 'deleted' ? null : { walletId: world.to.id };
    const order = { ownerId: world.ownerId, key: 'k', ids: world.ids, changes };
    const { result, deaths } = await untilDone((each) => changeTransactions(each, order));
    expect(deaths).toBeGreaterThan(2);
    expect(result.body.outcomes).toEqual(world.ids.map((id) => ({ id, code: null })));
    expect(balances(world)).toEqual(changes ? [0, -10] : [0, 0]);
    await expectAgreed(world);
    clock.advance(-60_000 * deaths);
    const undone = await untilDone((each) => undoChange(each, { ownerId: world.ownerId, id: result.body.id }));
    expect(undone.result.undone).toEqual(world.ids.map((id) => ({ id, code: null })));
    expect(balances(world)).toEqual([-10, 0]);
    await expectAgreed(world);
  },
);

test('a thousand rows are moved, deleted and restored in one request each', async () => {
  const world = await setUp(0);
  const ids = await setUpRows(world, 1_000);
  const path = '/v1/transactions/bulk';
  finance.ledger.state.calls = {};
  const moved = await world.ada.post(path, { ids, changes: { walletId: world.to.id } });
  expect(moved.body.data.filter(({ code }: { code: string | null }) => code !== null)).toEqual([]);
  expect(balances(world)).toEqual([0, -5_000]);
  const gone = await world.ada.post(path, { ids, delete: true });
  expect(balances(world)).toEqual([0, 0]);
  await world.ada.post(`${path}/${gone.body.id}/undo`, {});
  expect(balances(world)).toEqual([0, -5_000]);
  await expectAgreed(world);
  expect(finance.ledger.state.calls['PostTransfers']).toBe(6);
});

/** Expenses of 5 in the first wallet; their ids. */
async function setUpRows({ ownerId, from, categoryId }: World, count: number): Promise<string[]> {
  const row = { walletId: from.id, categoryId, type: 'expense' as const, direction: 'out' as const, description: '' };
  const when = { date: '2026-01-15', occurredAt: new Date('2026-01-15'), timeZone: null, zonePending: false };
  const rows = Array.from({ length: count }, () => ({ ...row, ...when, id: newId(), amount: 5n, currency: 'USD' }));
  const operationId = await deps.transact(async (tx) => {
    const wallets = [requireOpen((await tx.wallets.find(ownerId, from.id, 'share'))!)];
    return beginBatch(deps, tx, { ownerId, rows, wallets });
  });
  await runOperation(deps, operationId, true);
  return rows.map(({ id }) => id);
}

test('of many rows moved at once those that the wallet cannot pay are refused alone', async () => {
  const world = await setUp(6, 10);
  const reply = await world.ada.post('/v1/transactions/bulk', { ids: world.ids, changes: { walletId: world.to.id } });
  const codes = reply.body.data.map((each: { code: string | null }) => each.code);
  expect(codes).toEqual([null, null, null, null, 'INSUFFICIENT_FUNDS', 'INSUFFICIENT_FUNDS']);
  expect(balances(world)).toEqual([-11, -10]);
  await expectAgreed(world);
});

test('both rows of a transfer between own wallets are deleted and restored by either, in one posting', async () => {
  const world = await setUp(0);
  const sides = { fromWalletId: world.from.id, toWalletId: world.to.id, amount: 5 };
  const { data } = (await world.ada.post('/v1/transactions/transfers', sides)).body;
  const ids = data.map((each: { id: string }) => each.id);
  finance.ledger.state.calls = {};
  const bulk = await world.ada.post('/v1/transactions/bulk', { ids, delete: true });
  expect(bulk.body.data).toEqual(ids.map((id: string) => ({ id, code: null })));
  expect(balances(world)).toEqual([0, 0]);
  await world.ada.post(`/v1/transactions/bulk/${bulk.body.id}/undo`, {});
  expect(balances(world)).toEqual([-5, 5]);
  expect(finance.ledger.state.calls['PostTransfers']).toBe(2);
});

test('a deleted row’s posting that an operator of the ledger reverses becomes an adjustment', async () => {
  const world = await setUp(1);
  const [row] = await finance.knex('transactions').where({ id: world.ids[0] });
  await world.ada.post('/v1/transactions/bulk', { ids: world.ids, delete: true });
  finance.ledger.book.reverse(row.transfer_id, 'operator', '');
  await finance.publishLedgerEvents();
  const adjustments = () => world.ada.get('/v1/transactions?type=adjustment');
  await waitFor(async () => (await adjustments()).body.data.length > 0);
  expect((await adjustments()).body.data).toMatchObject([{ direction: 'in', amount: 1 }]);
  expect(balances(world)).toEqual([1, 0]);
});
