import { type FinanceServiceDefinition, loadProto } from '@florin/proto';
import { type GrpcClient, createGrpcClient, createServiceTokens, newId } from '@florin/service-kit';
import { TEST_SECRET, createTestClock, waitFor } from '@florin/testing';
import { type Finance, startFinance } from './harness.ts';

const clock = createTestClock(new Date());
let finance: Finance;
let grpc: GrpcClient<FinanceServiceDefinition>;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
  grpc = createGrpcClient<FinanceServiceDefinition>({
    address: `127.0.0.1:${finance.grpcPort()}`,
    target: 'finance',
    definition: loadProto('finance'),
    tokens: createServiceTokens(TEST_SECRET, 'gateway'),
  });
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(async () => {
  grpc.close();
  await finance.stop();
});

async function setUp() {
  const userId = newId();
  const opened = await grpc.createWallet({
    userId,
    type: 'Cash',
    name: 'Purse',
    currency: 'USD',
    balance: { minor: '1000' },
  });
  const walletId = opened.wallet!.id;
  const categoryId = (await grpc.createCategory({ userId, name: 'Food', type: 'expense' })).category!.id;
  const made = await grpc.createTransaction({ userId, walletId, categoryId, amount: { minor: '100' } });
  const balance = async () => (await grpc.getWallet({ userId, walletId })).wallet?.balance;
  return { userId, walletId, categoryId, transactionId: made.transaction!.id, balance };
}
const settled = () =>
  waitFor(
    async () => {
      clock.advance(60_000);
      return (await finance.knex('operations').where({ status: 'pending' })).length === 0;
    },
    { what: 'all operations settled' },
  );
const gone = { code: 'NOT_FOUND' };

describe.each(['not', 'lost'] as const)('when the call to the ledger is %s', (fault) => {
  test('a deletion whose answer never came is carried out, and its key answers so ever after', async () => {
    const { userId, transactionId, balance } = await setUp();
    const order = { userId, transactionId, covered: true, idempotencyKey: newId() };
    finance.ledger.state.fault = fault;
    await expect(grpc.deleteTransaction(order)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    finance.ledger.state.fault = undefined;
    await settled();
    await grpc.deleteTransaction(order);
    expect(await balance()).toBe('1000');
    await expect(grpc.deleteTransaction({ ...order, idempotencyKey: newId() })).rejects.toMatchObject(gone);
  });

  test('so is a change of the amount; what came after it stays', async () => {
    const { userId, transactionId, balance } = await setUp();
    const order = { userId, transactionId, covered: true, amount: { minor: '150' }, idempotencyKey: newId() };
    finance.ledger.state.fault = fault;
    await expect(grpc.updateTransaction(order)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    finance.ledger.state.fault = undefined;
    await settled();
    await grpc.updateTransaction({ ...order, amount: { minor: '300' }, idempotencyKey: newId() });
    expect((await grpc.updateTransaction(order)).transaction?.amount).toBe('150');
    expect(await balance()).toBe('700');
  });

  test('so is the deletion of a wallet', async () => {
    const { userId, walletId } = await setUp();
    const order = { userId, walletId, idempotencyKey: newId() };
    finance.ledger.state.fault = fault;
    await expect(grpc.deleteWallet(order)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    finance.ledger.state.fault = undefined;
    await settled();
    await grpc.deleteWallet(order);
    await expect(grpc.deleteWallet({ ...order, idempotencyKey: newId() })).rejects.toMatchObject(gone);
  });
});

test('a balance set with a key is set once: what was spent after it stays spent', async () => {
  const { userId, walletId, categoryId, balance } = await setUp();
  const order = { userId, walletId, balance: { minor: '5000' }, idempotencyKey: newId() };
  await grpc.updateWallet(order);
  await grpc.createTransaction({ userId, walletId, categoryId, amount: { minor: '2000' } });
  await grpc.updateWallet(order);
  expect(await balance()).toBe('3000');
});

test('a category and a budget deleted with a key are so for every repeat, and for no other key', async () => {
  const { userId, categoryId } = await setUp();
  const days = { periodStart: '2026-11-01', periodEnd: '2026-11-30' };
  const made = await grpc.createBudget({ userId, categoryId, amount: { minor: '100' }, ...days });
  const [budgetId, idempotencyKey, other] = [made.budget!.id, newId(), newId()];
  for (let tries = 0; tries < 2; tries += 1) {
    await grpc.deleteBudget({ userId, budgetId, idempotencyKey });
    await grpc.deleteCategory({ userId, categoryId, idempotencyKey });
  }
  await expect(grpc.deleteBudget({ userId, budgetId, idempotencyKey: other })).rejects.toMatchObject(gone);
  await expect(grpc.deleteCategory({ userId, categoryId, idempotencyKey: other })).rejects.toMatchObject(gone);
});

test('a change of a budget or category with its key answers the first result, and undoes no later one', async () => {
  const { userId, categoryId } = await setUp();
  const days = { periodStart: '2026-11-01', periodEnd: '2026-11-30' };
  const { budget } = await grpc.createBudget({ userId, categoryId, amount: { minor: '100' }, ...days });
  const ofBudget = { userId, budgetId: budget!.id, amount: { minor: '200' }, idempotencyKey: newId() };
  const ofCategory = { userId, categoryId, name: 'Meals', idempotencyKey: newId() };
  await grpc.updateBudget(ofBudget);
  await grpc.updateCategory(ofCategory);
  await grpc.updateBudget({ ...ofBudget, amount: { minor: '300' }, idempotencyKey: '' });
  await grpc.updateCategory({ ...ofCategory, name: 'Food', idempotencyKey: '' });
  expect((await grpc.updateBudget(ofBudget)).budget?.amount).toBe('200');
  expect((await grpc.updateCategory(ofCategory)).category?.name).toBe('Meals');
  expect((await grpc.getBudget(ofBudget)).budget?.amount).toBe('300');
  expect((await grpc.getCategory(ofCategory)).category?.name).toBe('Food');
});

test('a change that was refused is refused again under its key', async () => {
  const { userId, transactionId, balance } = await setUp();
  const order = { userId, transactionId, covered: true, amount: { minor: '9000' }, idempotencyKey: newId() };
  for (let tries = 0; tries < 2; tries += 1) {
    await expect(grpc.updateTransaction(order)).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
  }
  expect(await balance()).toBe('900');
});
