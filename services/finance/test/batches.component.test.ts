import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import type { Deps } from '../src/app/index.ts';
import { beginBatch } from '../src/app/operations/begin-batch.ts';
import { batchPostings } from '../src/app/operations/post.ts';
import { runOperation } from '../src/app/operations/run.ts';
import { requireOpen } from '../src/domain/wallet.ts';
import { countWrongSums } from '../src/outbound/postgres/daily-sum-query.ts';
import { type Finance, type Person, categoryOf, startFinance, walletOf } from './harness.ts';
import { directDeps } from './support/direct.ts';

const clock = createTestClock(new Date());
let finance: Finance;
let deps: Deps;
let close: () => void;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
  ({ deps, close } = directDeps(finance, clock.now));
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(async () => {
  close();
  await finance.stop();
});

async function setUp(body: object = {}) {
  const ada = finance.as();
  const wallet = await walletOf(ada, { creditLimit: null, ...body });
  return { ada, wallet, categoryId: await categoryOf(ada) };
}
type World = Awaited<ReturnType<typeof setUp>>;

/** Expenses of 1, 2, 3, ... minor units over three months. */
const rowsOf = ({ wallet, categoryId }: World, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: newId(),
    walletId: wallet.id,
    categoryId,
    type: 'expense' as const,
    direction: 'out' as const,
    description: `Line ${index}`,
    amount: BigInt(index + 1),
    currency: 'USD',
    date: `2026-0${1 + (index % 3)}-15`,
    occurredAt: new Date('2026-01-15'),
    timeZone: null,
    zonePending: false,
  }));

const begin = ({ ada, wallet }: World, rows: ReturnType<typeof rowsOf>, operationId = newId()) =>
  deps.transact(async (tx) => {
    const found = await tx.wallets.find(ada.userId, wallet.id, 'share');
    return beginBatch(deps, tx, { operationId, ownerId: ada.userId, rows, wallets: [requireOpen(found!)] });
  });

const posted = (ada: Person) => finance.knex('transactions').where({ owner_id: ada.userId, status: 'posted' });

async function expectWhole({ ada, wallet }: World, count: number) {
  expect(await posted(ada)).toHaveLength(count);
  expect(finance.ledger.book.balanceOf(wallet.accountId)).toBe(-BigInt((count * (count + 1)) / 2));
  expect(finance.ledger.book.total()).toBe(0n);
  expect((await countWrongSums(finance.knex)).wrong).toBe(0);
}

test('a batch posts all its rows, in ledger and diary, and its events make no second ones', async () => {
  const world = await setUp();
  const operationId = await begin(world, rowsOf(world, 1_000));
  const result = await runOperation(deps, operationId, true);
  expect(result).toEqual({ transactions: [], wallet: null, count: 1_000 });
  await expectWhole(world, 1_000);
  const deposit = { idempotencyKey: newId(), callerUserId: '', kind: 'deposit', note: '', visibility: 'private' };
  const sides = { from: { system: 'external' }, to: { userId: world.ada.userId }, amount: '5', currency: 'USD' };
  await world.ada.get('/v1/wallets');
  finance.ledger.book.post({ ...deposit, ...sides, reference: '' });
  await finance.publishLedgerEvents();
  // what came last has been heard: so has the batch
  await waitFor(async () => (await posted(world.ada).where({ source: 'ledger' })).length === 1);
  await posted(world.ada).where({ source: 'ledger' }).delete();
  await expectWhole(world, 1_000);
});

test('a batch begun once more under its id changes nothing', async () => {
  const world = await setUp();
  const rows = rowsOf(world, 3);
  const operationId = await begin(world, rows);
  expect(await begin(world, rows, operationId)).toBe(operationId);
  await runOperation(deps, operationId, true);
  await begin(world, rows, operationId);
  expect(await runOperation(deps, operationId, false)).toMatchObject({ count: 3 });
  await expectWhole(world, 3);
});

test.each(['before the ledger is asked', 'when its answer is lost', 'before the rows are written'])(
  'a batch whose process died %s is finished by another, once',
  async (moment) => {
    const world = await setUp();
    const operationId = await begin(world, rowsOf(world, 50));
    const dying: Deps = { ...deps, transact: () => Promise.reject(new Error('killed')) };
    if (moment === 'when its answer is lost') finance.ledger.state.fault = 'lost';
    if (moment !== 'before the ledger is asked') {
      await expect(runOperation(dying, operationId, true)).rejects.toThrow();
    }
    expect(await posted(world.ada)).toEqual([]);
    finance.ledger.state.fault = undefined;
    await waitFor(async () => {
      clock.advance(60_000);
      return (await deps.stores.operations.status(operationId)) === 'posted';
    });
    await expectWhole(world, 50);
    await finance.publishLedgerEvents();
    await expectWhole(world, 50);
  },
);

test('a batch with a row that the wallet cannot pay is refused as a whole and names the row', async () => {
  const world = await setUp({ creditLimit: 10 });
  const operationId = await begin(world, rowsOf(world, 6));
  await expect(runOperation(deps, operationId, true)).rejects.toMatchObject({
    code: 'INSUFFICIENT_FUNDS',
    errors: [{ path: 'rows.4' }],
  });
  await expectWhole(world, 0);
});

test('a batch given up as refused that the ledger posted after all is set right by its events', async () => {
  const world = await setUp({ creditLimit: 10 });
  const operationId = await begin(world, rowsOf(world, 6));
  await expect(runOperation(deps, operationId, true)).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
  finance.ledger.book.accounts.get(world.wallet.accountId)!.creditLimit = 100n;
  const { action } = (await deps.stores.operations.find(operationId))!;
  await deps.ledger.post(world.ada.userId, operationId, action.kind === 'post-batch' ? batchPostings(action) : []);
  await finance.publishLedgerEvents();
  await waitFor(async () => (await posted(world.ada)).length > 0);
  await expectWhole(world, 6);
});

test('rows whose category was merged while their batch was under way go to the other', async () => {
  const world = await setUp();
  const into = await categoryOf(world.ada);
  const operationId = await begin(world, rowsOf(world, 4));
  expect((await world.ada.post(`/v1/categories/${world.categoryId}/merge`, { into })).status).toBe(200);
  await runOperation(deps, operationId, true);
  expect(await posted(world.ada).where({ category_id: into })).toHaveLength(4);
  await expectWhole(world, 4);
});

test('a batch tells each threshold of a budget once, however many of its rows cross it', async () => {
  const world = await setUp();
  const period = { periodStart: '2026-01-01', periodEnd: '2099-12-31' };
  await world.ada.post('/v1/budgets', { categoryId: world.categoryId, amount: 100, ...period });
  await runOperation(deps, await begin(world, rowsOf(world, 40)), true);
  const told = () => finance.heard.filter(({ data }) => (data as { userId: string }).userId === world.ada.userId);
  await waitFor(() => told().length > 0, { timeoutMs: 10_000 });
  expect(told().map(({ data }) => (data as { percent: number }).percent)).toEqual([100]);
});
