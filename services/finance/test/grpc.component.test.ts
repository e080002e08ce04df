import { type FinanceServiceDefinition, loadProto } from '@florin/proto';
import { type GrpcClient, createGrpcClient, createServiceTokens, newId } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';
import { type Finance, startFinance } from './harness.ts';

let finance: Finance;
let grpc: GrpcClient<FinanceServiceDefinition>;
beforeAll(async () => {
  finance = await startFinance();
  grpc = createGrpcClient<FinanceServiceDefinition>({
    address: `127.0.0.1:${finance.grpcPort()}`,
    target: 'finance',
    definition: loadProto('finance'),
    tokens: createServiceTokens(TEST_SECRET, 'gateway'),
  });
});
afterAll(async () => {
  grpc.close();
  await finance.stop();
});

const wallet = async (userId: string, more: object = {}) =>
  (await grpc.createWallet({ userId, type: 'Cash', name: 'Purse', currency: 'IDR', ...more })).wallet!;
const category = async (userId: string, type = 'expense', name = 'Food') =>
  (await grpc.createCategory({ userId, name, type })).category!;
const refusal = (code: string, path?: string) =>
  expect.objectContaining({ code, ...(path === undefined ? {} : { errors: [expect.objectContaining({ path })] }) });

describe('wallets', () => {
  test('amounts in major units are read in the wallet’s currency', async () => {
    const userId = newId();
    const made = await wallet(userId, { currency: 'JPY', balance: { major: '1500' } });
    expect(made).toMatchObject({ balance: '1500', currency: 'JPY', type: 'Cash', main: false, archived: false });
    await expect(wallet(userId, { currency: 'JPY', balance: { major: '1.5' } })).rejects.toEqual(
      refusal('INVALID_ARGUMENT', 'balance'),
    );
    const changed = await grpc.updateWallet({ userId, walletId: made.id, name: 'Box', balance: { major: '20' } });
    expect(changed.wallet).toMatchObject({ name: 'Box', balance: '20', description: '' });
    await grpc.deleteWallet({ userId, walletId: made.id });
    await expect(grpc.getWallet({ userId, walletId: made.id })).rejects.toEqual(refusal('NOT_FOUND'));
  });

  test('a page is filtered by parts of texts, searched, sorted and counted', async () => {
    const userId = newId();
    await wallet(userId, { name: 'Alpha', type: 'Bank', balance: { major: '5' } });
    await wallet(userId, { name: 'Beta', type: 'Bank', balance: { major: '7' } });
    await wallet(userId, { name: 'Gamma', type: 'Cash' });
    const names = async (query: object) => {
      const { wallets, total } = await grpc.queryWallets({ userId, query });
      return [total, ...wallets.map(({ name }) => name)];
    };
    expect(await names({ contains: { type: 'ban' }, sort: 'name', order: 'ASC' })).toEqual([2, 'Alpha', 'Beta']);
    expect(await names({ contains: { type: 'ban', name: 'bet' } })).toEqual([1, 'Beta']);
    expect(await names({ search: 'amm' })).toEqual([1, 'Gamma']);
    expect(await names({ sort: 'balance', size: 2 })).toEqual([4, 'Beta', 'Alpha']);
    expect(await names({ size: 3, page: 2, order: 'ASC', sort: 'name' })).toEqual([4, 'Main']);
    expect(await names({ page: 99 })).toEqual([4]);
    await expect(names({ sort: 'ownerId' })).rejects.toEqual(refusal('INVALID_ARGUMENT', 'sort'));
    await expect(names({ contains: { owner_id: 'x' } })).rejects.toEqual(refusal('INVALID_ARGUMENT', 'owner_id'));
  });
});

describe('transactions', () => {
  test('what is missing is refused in the published order', async () => {
    const userId = newId();
    const [mine, food] = [await wallet(userId, { balance: { major: '10' } }), await category(userId)];
    const create = (more: object) => grpc.createTransaction({ userId, covered: true, ...more });
    const ids = { categoryId: food.id, walletId: mine.id };
    await expect(create({ categoryId: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Category not found',
    });
    await expect(create({ categoryId: food.id })).rejects.toEqual(refusal('INVALID_ARGUMENT', 'amount'));
    await expect(create({ categoryId: food.id, amount: { major: '-3' } })).rejects.toEqual(
      refusal('INVALID_ARGUMENT', 'amount'),
    );
    await expect(create({ categoryId: food.id, amount: { major: '3' } })).rejects.toEqual(
      refusal('INVALID_ARGUMENT', 'walletId'),
    );
    await expect(create({ ...ids, walletId: 'zz', amount: { major: '3' } })).rejects.toMatchObject({
      message: 'Wallet not found',
    });
    await expect(create({ ...ids, amount: { major: '10.01' } })).rejects.toEqual(refusal('INSUFFICIENT_FUNDS'));
    await expect(create({ ...ids, amount: { major: '0.001' } })).rejects.toEqual(refusal('INVALID_ARGUMENT', 'amount'));
    const { transaction } = await create({ ...ids, amount: { major: '2.5' }, occurredAt: '2026-02-03' });
    expect(transaction).toMatchObject({
      amount: '250',
      type: 'expense',
      currency: 'IDR',
      occurredAt: '2026-02-03T00:00:00.000Z',
      wallet: { id: mine.id, balance: '750' },
      category: { id: food.id, name: 'Food' },
    });
    const income = await create({ ...ids, amount: { minor: '50' }, type: 'income' });
    expect(income.transaction).toMatchObject({ type: 'income', direction: 'in', wallet: { balance: '800' } });
    const changed = await grpc.updateTransaction({
      userId,
      transactionId: transaction!.id,
      amount: { major: '3' },
      description: 'Tea',
    });
    expect(changed.transaction).toMatchObject({ amount: '300', description: 'Tea', wallet: { balance: '750' } });
    await grpc.deleteTransaction({ userId, transactionId: transaction!.id });
    await expect(grpc.getTransaction({ userId, transactionId: transaction!.id })).rejects.toEqual(refusal('NOT_FOUND'));
    expect((await grpc.getWallet({ userId, walletId: mine.id })).wallet?.balance).toBe('1050');
  });

  test('a page is found by names of wallet and category, amount and date', async () => {
    const userId = newId();
    const [cash, bank] = [
      await wallet(userId, { name: 'Cash', balance: { major: '1000' } }),
      await wallet(userId, { name: 'Bank', balance: { major: '1000' } }),
    ];
    const [food, fun] = [await category(userId), await category(userId, 'expense', 'Fun')];
    const add = (walletId: string, categoryId: string, major: string, occurredAt: string) =>
      grpc.createTransaction({
        userId,
        walletId,
        categoryId,
        amount: { major },
        description: `for ${major}`,
        occurredAt,
      });
    await add(cash.id, food.id, '50', '2026-01-05');
    await add(bank.id, food.id, '150.5', '2026-01-06');
    await add(bank.id, fun.id, '7', '2026-02-05');
    await grpc.transferBetweenWallets({ userId, fromWalletId: bank.id, toWalletId: cash.id, amount: { major: '1' } });
    const find = async (query: object) => {
      const { transactions, total } = await grpc.queryTransactions({ userId, query });
      return [total, ...transactions.map(({ amount }) => amount)];
    };
    const byAmount = { sort: 'amount', order: 'ASC' };
    expect(await find(byAmount)).toEqual([5, '100', '100', '700', '5000', '15050']);
    expect(await find({ ...byAmount, contains: { wallet: 'ban', category: 'fo' } })).toEqual([1, '15050']);
    expect(await find({ ...byAmount, contains: { amount: '50' } })).toEqual([2, '5000', '15050']);
    expect(await find({ ...byAmount, contains: { transactionDate: '2026-01' } })).toEqual([2, '5000', '15050']);
    expect(await find({ ...byAmount, contains: { type: 'EXP' }, size: 2, page: 2 })).toEqual([3, '15050']);
    expect(await find({ search: 'FOR 7' })).toEqual([1, '700']);
    expect(await find({ search: '%' })).toEqual([0]);
    for (const sort of ['amount', 'wallet', 'transactionDate']) {
      expect(await find({ sort, size: 2, page: 4 })).toEqual([5]);
      expect(await find({ sort, size: 100, page: 2_147_483_647, search: 'for' })).toEqual([3]);
    }
    expect(await find({ sort: 'transactionDate', order: 'ASC', size: 1 })).toEqual([5, '5000']);
    const all = await grpc.queryTransactions({ userId, includeAdjustments: true });
    expect(all.total).toBe(7);
    const before = finance.ledger.state.calls['GetAccounts'] ?? 0;
    const { transactions } = await grpc.queryTransactions({ userId, query: { size: 100 } });
    expect(finance.ledger.state.calls['GetAccounts']).toBe(before + 1);
    expect(transactions.find(({ amount }) => amount === '700')).toMatchObject({
      wallet: { name: 'Bank' },
      category: { name: 'Fun' },
    });
    expect(transactions.find(({ type }) => type === 'transfer')?.category).toBeNull();
  });

  test('a transfer tells which side is wrong', async () => {
    const userId = newId();
    const [from, to, other] = [
      await wallet(userId, { balance: { major: '5' } }),
      await wallet(userId),
      await wallet(userId, { currency: 'USD' }),
    ];
    const send = (fromWalletId: string, toWalletId: string, major = '1') =>
      grpc.transferBetweenWallets({ userId, fromWalletId, toWalletId, amount: { major }, covered: true });
    await expect(send(from.id, from.id)).rejects.toMatchObject({ meta: { reason: 'same_wallet' } });
    await expect(send(from.id, other.id)).rejects.toMatchObject({ meta: { reason: 'currency' } });
    await expect(send(newId(), to.id)).rejects.toMatchObject({ message: 'Origin wallet not found' });
    await expect(send(from.id, newId())).rejects.toMatchObject({ message: 'Destination wallet not found' });
    await expect(send(from.id, to.id, '6')).rejects.toEqual(refusal('INSUFFICIENT_FUNDS'));
    await expect(send(from.id, to.id, '0')).rejects.toEqual(refusal('INVALID_ARGUMENT', 'amount'));
    const { transactions } = await send(from.id, to.id, '5');
    expect(transactions.map((row) => [row.walletId, row.direction, row.wallet?.balance])).toEqual([
      [from.id, 'out', '0'],
      [to.id, 'in', '500'],
    ]);
  });
});

describe('budgets and summaries', () => {
  test('a budget without a currency counts in that of the category’s rows', async () => {
    const userId = newId();
    const [mine, food] = [await wallet(userId, { balance: { major: '100' } }), await category(userId)];
    await grpc.createTransaction({
      userId,
      walletId: mine.id,
      categoryId: food.id,
      amount: { major: '30' },
      occurredAt: '2026-05-10',
    });
    const period = { periodStart: '2026-05-10', periodEnd: '2026-05-10' };
    const { budget } = await grpc.createBudget({ userId, categoryId: food.id, amount: { major: '20' }, ...period });
    expect(budget).toMatchObject({
      currency: 'IDR',
      amount: '2000',
      spent: '3000',
      remaining: '-1000',
      category: { name: 'Food' },
    });
    const changed = await grpc.updateBudget({
      userId,
      budgetId: budget!.id,
      amount: { major: '40' },
      periodEnd: '2026-05-31',
    });
    expect(changed.budget).toMatchObject({ amount: '4000', remaining: '1000', periodEnd: '2026-05-31' });
    const found = await grpc.queryBudgets({ userId, query: { contains: { category: 'foo', periodStart: '2026-05' } } });
    expect([found.total, found.budgets.map(({ id }) => id)]).toEqual([1, [budget!.id]]);
    await grpc.deleteCategory({ userId, categoryId: food.id });
    expect((await grpc.listBudgets({ userId })).budgets).toMatchObject([
      { category: { name: 'Food', archived: true } },
    ]);
    await grpc.deleteBudget({ userId, budgetId: budget!.id });
    await expect(grpc.getBudget({ userId, budgetId: budget!.id })).rejects.toEqual(refusal('NOT_FOUND'));
    const bad = grpc.createBudget({ userId, categoryId: newId(), amount: { major: '1' }, ...period });
    await expect(bad).rejects.toMatchObject({ message: 'Category not found' });
  });

  test('a summary tells what was borrowed in its span, and what is still owed at its end', async () => {
    const userId = newId();
    const mine = await wallet(userId, { balance: { major: '100' } });
    const loan = await category(userId, 'debt', 'Loan');
    const lend = { userId, walletId: mine.id, categoryId: loan.id };
    await grpc.createTransaction({ ...lend, amount: { minor: '70' }, occurredAt: '2026-02-10' });
    await grpc.createTransaction({ ...lend, amount: { minor: '5' }, occurredAt: '2026-03-10' });
    const march = await grpc.getSummary({ userId, start: '2026-03-01', end: '2026-03-31' });
    expect(march.currencies[0]).toMatchObject({ currency: 'IDR', debt: '5', owed: '75' });
  });

  test('a wallet’s summary covers the period with both ends', async () => {
    const userId = newId();
    const mine = await wallet(userId, { balance: { major: '100' } });
    const [food, pay] = [await category(userId), await category(userId, 'income', 'Pay')];
    const add = (categoryId: string, minor: string, occurredAt: string) =>
      grpc.createTransaction({ userId, walletId: mine.id, categoryId, amount: { minor }, occurredAt });
    await add(food.id, '1', '2026-03-01T23:59:59Z');
    await add(food.id, '10', '2026-03-02T00:00:00Z');
    await add(pay.id, '100', '2026-03-08T23:59:59.999Z');
    await add(food.id, '1000', '2026-03-09T00:00:00Z');
    const week = await grpc.getWalletSummary({ userId, walletId: mine.id, period: 'week', at: '2026-03-05' });
    expect([week.periodStart, week.periodEnd]).toEqual(['2026-03-02', '2026-03-08']);
    expect(week.transactions.map(({ amount }) => amount)).toEqual(['100', '10']);
    expect(week.summary.map(({ name, type, amount }) => [name, type, amount])).toEqual([
      ['Pay', 'income', '100'],
      ['Food', 'expense', '10'],
    ]);
    const all = await grpc.getSummary({ userId, start: '2026-03-01', end: '2026-03-09' });
    expect(all.currencies).toMatchObject([
      { currency: 'IDR', income: '100', expense: '1011', debt: '0', owed: '0', balance: '9089' },
      { currency: 'USD', balance: '0' },
    ]);
    await expect(grpc.getWalletSummary({ userId, walletId: mine.id, period: 'daily' })).rejects.toEqual(
      refusal('INVALID_ARGUMENT', 'period'),
    );
    await expect(grpc.getWalletSummary({ userId, walletId: newId(), period: 'week' })).rejects.toMatchObject({
      message: 'Wallet not found',
    });
    await expect(grpc.getSummary({ userId, start: '2026-13-01', end: '2026-03-09' })).rejects.toEqual(
      refusal('INVALID_ARGUMENT', 'start'),
    );
  });

  test('a wallet’s summary asks the ledger for its balance once', async () => {
    const userId = newId();
    const [mine, food] = [await wallet(userId, { balance: { major: '100' } }), await category(userId)];
    await grpc.createTransaction({ userId, walletId: mine.id, categoryId: food.id, amount: { major: '30' } });
    const before = finance.ledger.state.calls['GetAccounts'] ?? 0;
    const week = await grpc.getWalletSummary({ userId, walletId: mine.id, period: 'week' });
    expect(finance.ledger.state.calls['GetAccounts']).toBe(before + 1);
    expect([week.wallet?.balance, week.transactions[0]?.wallet?.balance]).toEqual(['7000', '7000']);
  });

  test('a changed first day of the week shows in the next summary, and a time counts as the person’s day', async () => {
    const userId = newId();
    const [mine, food] = [await wallet(userId, { balance: { major: '100' } }), await category(userId)];
    const weekOf = async () => {
      const week = await grpc.getWalletSummary({ userId, walletId: mine.id, period: 'week', at: '2026-03-05' });
      return [week.periodStart, week.periodEnd];
    };
    finance.users.preferences.set(userId, { timeZone: 'Asia/Jakarta' });
    expect(await weekOf()).toEqual(['2026-03-02', '2026-03-08']);
    finance.users.preferences.set(userId, { timeZone: 'Asia/Jakarta', firstDayOfWeek: 7 });
    expect(await weekOf()).toEqual(['2026-03-01', '2026-03-07']);
    const { budget } = await grpc.createBudget({
      userId,
      categoryId: food.id,
      amount: { major: '20' },
      periodStart: '2026-02-28T17:00:00.000Z',
      periodEnd: '2026-03-31T08:00',
    });
    expect(budget).toMatchObject({ periodStart: '2026-03-01', periodEnd: '2026-03-31' });
  });

  test('another person’s ids are not found', async () => {
    const [userId, eve] = [newId(), newId()];
    const [mine, food] = [await wallet(userId, { balance: { major: '10' } }), await category(userId)];
    const { transaction } = await grpc.createTransaction({
      userId,
      walletId: mine.id,
      categoryId: food.id,
      amount: { major: '1' },
    });
    const calls = [
      grpc.getWallet({ userId: eve, walletId: mine.id }),
      grpc.updateWallet({ userId: eve, walletId: mine.id, balance: { major: '1' } }),
      grpc.deleteWallet({ userId: eve, walletId: mine.id }),
      grpc.updateCategory({ userId: eve, categoryId: food.id, name: 'x' }),
      grpc.updateTransaction({ userId: eve, transactionId: transaction!.id, amount: { minor: '1' } }),
      grpc.deleteTransaction({ userId: eve, transactionId: transaction!.id }),
      grpc.getWalletSummary({ userId: eve, walletId: mine.id, period: 'week' }),
    ];
    for (const call of calls) await expect(call).rejects.toEqual(refusal('NOT_FOUND'));
    expect((await grpc.queryTransactions({ userId: eve, query: {} })).total).toBe(0);
  });
});
