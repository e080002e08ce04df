import { createEvent } from '@florin/contracts';
import { newId } from '@florin/service-kit';
import { waitFor } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());

const balanceOf = async (person: Person, id: string) => (await person.get(`/v1/wallets/${id}`)).body.balance as number;

describe('owners', () => {
  test('a registered person has the main wallet and the default categories', async () => {
    const ada = finance.as();
    await finance.bus.publish([
      createEvent({
        id: newId(),
        type: 'auth.user-registered.v1',
        producer: 'auth',
        aggregateId: ada.userId,
        occurredAt: new Date(),
        data: {
          userId: ada.userId,
          email: null,
          name: 'Ada',
          username: null,
          mobile: null,
          locale: null,
          timeZone: null,
          dateOfBirth: null,
          registeredAt: new Date().toISOString(),
          via: 'v1',
        },
      }),
    ]);
    await waitFor(async () => (await finance.knex('wallets').where({ owner_id: ada.userId })).length === 1);
    const wallets = await ada.get('/v1/wallets');
    expect(wallets.body.data).toMatchObject([{ main: true, currency: 'USD', balance: 0 }]);
    expect((await ada.get('/v1/categories?type=debt')).body.data).toMatchObject([{ name: 'Loans', type: 'debt' }]);
  });

  test('at the first request they are made too, once under concurrency', async () => {
    const bob = finance.as();
    const replies = await Promise.all(Array.from({ length: 5 }, () => bob.get('/v1/wallets')));
    expect(new Set(replies.map((reply) => reply.body.data.length))).toEqual(new Set([1]));
    const lists = await Promise.all(Array.from({ length: 5 }, () => bob.get('/v1/categories?limit=100')));
    expect(new Set(lists.map((reply) => reply.body.data.length))).toEqual(new Set([22]));
  });

  test('a deleted default category does not come back', async () => {
    const bob = finance.as();
    const [first] = (await bob.get('/v1/categories')).body.data;
    expect((await bob.delete(`/v1/categories/${first.id}`)).status).toBe(204);
    await finance.restart();
    const ids = (await bob.get('/v1/categories?limit=100')).body.data.map((each: { id: string }) => each.id);
    expect(ids).toHaveLength(21);
    expect(ids).not.toContain(first.id);
  });
});

describe('wallets', () => {
  test('a wallet opens with its balance, is renamed, adjusted, and deleted with its money posted out', async () => {
    const ada = finance.as();
    const wallet = await walletOf(ada, { balance: 5_000, currency: 'EUR' });
    expect(await balanceOf(ada, wallet.id)).toBe(5_000);
    const patched = await ada.patch(`/v1/wallets/${wallet.id}`, { name: 'Purse', balance: 3_000 });
    expect(patched.body).toMatchObject({ name: 'Purse', balance: 3_000, currency: 'EUR' });
    const rows = (await ada.get(`/v1/transactions?walletId=${wallet.id}`)).body.data;
    expect(rows.map((row: any) => [row.type, row.direction, row.amount])).toEqual([
      ['adjustment', 'out', 2_000],
      ['adjustment', 'in', 5_000],
    ]);
    expect((await ada.delete(`/v1/wallets/${wallet.id}`)).status).toBe(204);
    expect(finance.ledger.book.balanceOf(wallet.accountId)).toBe(0n);
    expect((await ada.get(`/v1/wallets/${wallet.id}`)).body).toMatchObject({ archived: true, balance: 0 });
    expect((await ada.get('/v1/wallets')).body.data.map((each: any) => each.name)).toEqual(['Main']);
    expect((await ada.get('/v1/transactions')).body.data).toHaveLength(3);
    expect(finance.ledger.book.total()).toBe(0n);
  });

  test('the main wallet cannot be deleted', async () => {
    const ada = finance.as();
    const [main] = (await ada.get('/v1/wallets')).body.data;
    expect((await ada.delete(`/v1/wallets/${main.id}`)).body).toMatchObject({ code: 'CONFLICT' });
  });

  test('the same key opens one wallet; with another body it is refused', async () => {
    const ada = finance.as();
    const body = { name: 'Once', currency: 'USD', balance: 10 };
    const [first, second] = await Promise.all(
      [1, 2].map(() => ada.post('/v1/wallets', body, { idempotencyKey: 'w-1' })),
    );
    expect(second?.body).toEqual(first?.body);
    expect([first, second].filter((reply) => reply?.headers.get('idempotency-replayed') === 'true')).toHaveLength(1);
    const other = await ada.post('/v1/wallets', { ...body, name: 'Twice' }, { idempotencyKey: 'w-1' });
    expect(other.body).toMatchObject({ status: 409, code: 'IDEMPOTENCY_MISMATCH' });
    expect((await ada.get('/v1/wallets')).body.data).toHaveLength(2);
  });

  test('a list of wallets asks the ledger once', async () => {
    const ada = finance.as();
    for (let index = 0; index < 5; index += 1) await walletOf(ada);
    const before = finance.ledger.state.calls['GetAccounts'] ?? 0;
    const page = await ada.get('/v1/wallets?limit=4');
    expect(page.body.data).toHaveLength(4);
    expect(finance.ledger.state.calls['GetAccounts']).toBe(before + 1);
    const rest = await ada.get(`/v1/wallets?limit=4&cursor=${page.body.nextCursor}`);
    expect([rest.body.data.length, rest.body.nextCursor]).toEqual([2, null]);
  });
});

describe('transactions', () => {
  test('income raises, expense lowers and needs the money, debt raises apart', async () => {
    const ada = finance.as();
    const { id: walletId } = await walletOf(ada);
    const [income, expense, debt] = await Promise.all(
      ['income', 'expense', 'debt'].map((type) => categoryOf(ada, type)),
    );
    const add = (categoryId: string | undefined, amount: number) =>
      ada.post('/v1/transactions', { walletId, categoryId, amount });
    expect((await add(expense, 1)).body).toMatchObject({ status: 422, code: 'INSUFFICIENT_FUNDS' });
    expect((await add(income, 1_000)).body).toMatchObject({ type: 'income', amount: 1_000, currency: 'USD' });
    expect((await add(expense, 400)).status).toBe(201);
    expect((await add(debt, 50)).status).toBe(201);
    expect(await balanceOf(ada, walletId)).toBe(650);
    const { body } = await ada.get(`/v1/summaries?period=month&walletId=${walletId}`);
    expect(body.data).toMatchObject([{ currency: 'USD', balance: 650, income: 1_000, expense: 400, debt: 50 }]);
    expect(body.data[0].byCategory.map((each: any) => [each.categoryId, each.amount])).toEqual([
      [income, 1_000],
      [expense, 400],
      [debt, 50],
    ]);
    expect((await ada.get(`/v1/transactions?walletId=${walletId}`)).body.data).toHaveLength(3);
  });

  test('the same key posts once and answers the same, also after the row changed', async () => {
    const ada = finance.as();
    const { id: walletId } = await walletOf(ada, { balance: 100 });
    const body = { walletId, categoryId: await categoryOf(ada), amount: 30, description: 'Lunch' };
    const send = () => ada.post('/v1/transactions', body, { idempotencyKey: 'lunch' });
    const replies = await Promise.all([send(), send(), send()]);
    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201]);
    const id = replies[0].body.id as string;
    expect((await ada.patch(`/v1/transactions/${id}`, { description: 'Dinner' })).body.description).toBe('Dinner');
    expect((await send()).body).toEqual(replies[0].body);
    expect(await balanceOf(ada, walletId)).toBe(70);
  });

  test('another amount is reversed and reposted as a whole; too much leaves all as it was', async () => {
    const ada = finance.as();
    const { id: walletId } = await walletOf(ada, { balance: 100 });
    const row = await ada.post('/v1/transactions', { walletId, categoryId: await categoryOf(ada), amount: 60 });
    const path = `/v1/transactions/${row.body.id}`;
    expect((await ada.patch(path, { amount: 90 })).body.amount).toBe(90);
    expect(await balanceOf(ada, walletId)).toBe(10);
    expect((await ada.patch(path, { amount: 101 })).body.code).toBe('INSUFFICIENT_FUNDS');
    expect((await ada.get(path)).body.amount).toBe(90);
    expect(await balanceOf(ada, walletId)).toBe(10);
    expect((await ada.delete(path)).status).toBe(204);
    expect((await ada.get(path)).status).toBe(404);
    expect(await balanceOf(ada, walletId)).toBe(100);
  });

  test('income that was spent cannot be deleted or lowered below what was spent', async () => {
    const ada = finance.as();
    const { id: walletId } = await walletOf(ada);
    const income = await ada.post('/v1/transactions', {
      walletId,
      categoryId: await categoryOf(ada, 'income'),
      amount: 100,
    });
    await ada.post('/v1/transactions', { walletId, categoryId: await categoryOf(ada), amount: 80 });
    const path = `/v1/transactions/${income.body.id}`;
    expect((await ada.delete(path)).body.code).toBe('INSUFFICIENT_FUNDS');
    expect((await ada.patch(path, { amount: 79 })).body.code).toBe('INSUFFICIENT_FUNDS');
    expect((await ada.patch(path, { amount: 80 })).status).toBe(200);
    expect(await balanceOf(ada, walletId)).toBe(0);
  });

  test('a transfer between own wallets makes two rows of one transfer, and both go with either', async () => {
    const ada = finance.as();
    const [from, to] = [await walletOf(ada, { balance: 100 }), await walletOf(ada)];
    const reply = await ada.post('/v1/transactions/transfers', {
      fromWalletId: from.id,
      toWalletId: to.id,
      amount: 40,
    });
    expect(reply.body.data).toMatchObject([
      { walletId: from.id, type: 'transfer', direction: 'out', categoryId: null },
      { walletId: to.id, type: 'transfer', direction: 'in' },
    ]);
    expect([await balanceOf(ada, from.id), await balanceOf(ada, to.id)]).toEqual([60, 40]);
    const { data } = (await ada.get('/v1/summaries')).body;
    expect(data[0]).toMatchObject({ income: 0, expense: 0, balance: 100 });
    expect((await ada.delete(`/v1/transactions/${reply.body.data[1].id}`)).status).toBe(204);
    expect([await balanceOf(ada, from.id), await balanceOf(ada, to.id)]).toEqual([100, 0]);
    expect((await ada.get('/v1/transactions?type=transfer')).body.data).toEqual([]);
    const euro = await walletOf(ada, { currency: 'EUR' });
    const other = await ada.post('/v1/transactions/transfers', {
      fromWalletId: from.id,
      toWalletId: euro.id,
      amount: 1,
    });
    expect(other.body.errors).toEqual([{ path: 'toWalletId', message: 'must have the same currency' }]);
    const self = await ada.post('/v1/transactions/transfers', {
      fromWalletId: from.id,
      toWalletId: from.id,
      amount: 1,
    });
    expect(self.status).toBe(400);
  });

  test('the list is filtered and paged', async () => {
    const ada = finance.as();
    const { id: walletId } = await walletOf(ada, { balance: 1_000 });
    const categoryId = await categoryOf(ada);
    for (const [day, description] of [
      ['01', 'Tea 100%'],
      ['02', 'tea'],
      ['03', 'Coffee'],
    ]) {
      const occurredAt = `2026-03-${day}T10:00:00.000Z`;
      await ada.post('/v1/transactions', { walletId, categoryId, amount: 1, description, occurredAt });
    }
    const names = async (query: string) =>
      (await ada.get(`/v1/transactions?${query}`)).body.data.map((row: { description: string }) => row.description);
    expect(await names(`categoryId=${categoryId}`)).toEqual(['Coffee', 'tea', 'Tea 100%']);
    expect(await names('search=TEA')).toEqual(['tea', 'Tea 100%']);
    expect(await names('search=%25')).toEqual(['Tea 100%']);
    expect(await names('from=2026-03-02&to=2026-03-02')).toEqual(['tea']);
    expect(await names('from=2026-03-02T10:00:00Z&to=2026-03-03T10:00:00Z')).toEqual(['Coffee', 'tea']);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await ada.get(`/v1/transactions?categoryId=${categoryId}&limit=2${cursor}`);
      seen.push(...body.data.map((row: { description: string }) => row.description));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    expect(seen).toEqual(['Coffee', 'tea', 'Tea 100%']);
    expect((await ada.get('/v1/transactions?cursor=zzz')).status).toBe(400);
  });

  test('somebody else sees and changes nothing of it', async () => {
    const ada = finance.as();
    const eve = finance.as();
    const wallet = await walletOf(ada, { balance: 10 });
    const categoryId = await categoryOf(ada);
    const row = await ada.post('/v1/transactions', { walletId: wallet.id, categoryId, amount: 1 });
    const budget = await ada.post('/v1/budgets', {
      categoryId,
      amount: 10,
      periodStart: '2026-01-01',
      periodEnd: '2026-12-31',
    });
    expect(budget.status).toBe(201);
    const paths = { wallets: wallet.id, categories: categoryId, transactions: row.body.id, budgets: budget.body.id };
    for (const [name, id] of Object.entries(paths)) {
      const path = `/v1/${name}/${id as string}`;
      const bodies = [await eve.get(path), await eve.patch(path, { description: 'x' }), await eve.delete(path)];
      expect([name, ...bodies.map((reply) => reply.status)]).toEqual([
        name,
        404,
        name === 'categories' ? 400 : 404,
        404,
      ]);
    }
    const own = await walletOf(eve, { balance: 10 });
    const mine = await categoryOf(eve);
    const send = (walletId: string, category: string) =>
      eve.post('/v1/transactions', { walletId, categoryId: category, amount: 1 });
    expect([(await send(wallet.id, mine)).status, (await send(own.id, categoryId)).status]).toEqual([404, 404]);
    expect((await eve.get(`/v1/transactions?walletId=${wallet.id}`)).body.data).toEqual([]);
    expect((await eve.get(`/v1/summaries?walletId=${wallet.id}`)).status).toBe(404);
  });
});

test('where noted money may not go into main wallets, spending it is all one can note', async () => {
  const strict = await startFinance({ environment: { NOTE_INTO_MAIN_WALLETS: 'false' } });
  try {
    const ada = strict.as();
    const [main] = (await ada.get('/v1/wallets')).body.data;
    const cash = await walletOf(ada, { balance: 100 });
    const add = async (type: string, walletId: string) =>
      (await ada.post('/v1/transactions', { walletId, categoryId: await categoryOf(ada, type), amount: 5 })).body
        .code as unknown;
    const transfer = { fromWalletId: cash.id, toWalletId: main.id, amount: 5 };
    expect([
      await add('income', main.id),
      await add('debt', main.id),
      (await ada.post('/v1/transactions/transfers', transfer)).body.code,
      (await ada.patch(`/v1/wallets/${main.id as string}`, { balance: 5 })).body.code,
      await add('expense', main.id),
      await add('income', cash.id),
    ]).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'CONFLICT', 'INSUFFICIENT_FUNDS', undefined]);
  } finally {
    await strict.stop();
  }
});
