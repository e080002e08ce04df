import { waitFor } from '@florin/testing';
import type { Finance } from './harness.ts';
import { startFinance } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());

type Person = ReturnType<Finance['as']>;

let keys = 0;
/** The ledger moves money on its own, between people or from outside. */
function move(kind: string, from: Person | 'external', to: Person | 'external', amount: number, currency = 'USD') {
  const { book } = finance.ledger;
  const party = (who: Person | 'external') => (who === 'external' ? { system: 'external' } : { userId: who.userId });
  keys += 1;
  return book.post({
    idempotencyKey: `m-${keys}`,
    callerUserId: '',
    kind,
    from: party(from),
    to: party(to),
    amount: String(amount),
    currency,
    note: `a ${kind}`,
    visibility: 'private',
    reference: '',
  }).transfer;
}

const rowsOf = async (person: Person, query = '') => (await person.get(`/v1/transactions${query}`)).body.data as any[];

describe('transfers of the ledger', () => {
  test('a deposit and a payment between two people show up once for both, categorised', async () => {
    const [ada, ben] = [finance.as(), finance.as()];
    move('deposit', 'external', ada, 500);
    move('peer', ada, ben, 200);
    const events = [...finance.ledger.book.events];
    await finance.publishLedgerEvents();
    await waitFor(async () => (await rowsOf(ada)).length === 2 && (await rowsOf(ben)).length === 1);
    await finance.bus.publish(events);
    const categories = (await ada.get('/v1/categories?limit=100')).body.data as { id: string; name: string }[];
    const nameOf = (id: string) => categories.find((each) => each.id === id)?.name;
    const rows = await rowsOf(ada);
    expect(rows.map((row) => [row.type, row.amount, nameOf(row.categoryId), row.counterparty?.userId])).toEqual([
      ['expense', 200, 'Money sent', ben.userId],
      ['income', 500, 'Deposits', undefined],
    ]);
    expect(await rowsOf(ben)).toMatchObject([{ type: 'income', amount: 200, counterparty: { userId: ada.userId } }]);
    const summary = (await ada.get('/v1/summaries?period=week')).body.data;
    expect(summary).toMatchObject([{ balance: 300, income: 500, expense: 200 }]);
    move('deposit', 'external', ada, 1);
    await finance.publishLedgerEvents();
    await waitFor(async () => (await rowsOf(ada)).length === 3);
    expect(await rowsOf(ben)).toHaveLength(1);
  });

  test('a summary asked for right after a transfer waits for its row, and agrees with itself', async () => {
    const [ada, ben] = [finance.as(), finance.as()];
    move('deposit', 'external', ada, 1_000);
    await finance.publishLedgerEvents();
    await waitFor(async () => (await rowsOf(ada)).length === 1);
    move('peer', ada, ben, 255);
    const asked = ada.get('/v1/summaries?period=week');
    await finance.publishLedgerEvents();
    expect((await asked).body.data).toMatchObject([{ balance: 745, income: 1_000, expense: 255 }]);
  });

  test('what this service posted itself is not written twice', async () => {
    const ada = finance.as();
    const wallet = await ada.post('/v1/wallets', { name: 'W', currency: 'USD', balance: 100 });
    const category = await ada.post('/v1/categories', { name: 'C', type: 'expense' });
    const body = { walletId: wallet.body.id, categoryId: category.body.id, amount: 10 };
    const row = await ada.post('/v1/transactions', body);
    await ada.patch(`/v1/transactions/${row.body.id}`, { amount: 20 });
    const other = await ada.post('/v1/transactions', body);
    await ada.delete(`/v1/transactions/${other.body.id}`);
    move('deposit', 'external', ada, 7);
    await finance.publishLedgerEvents();
    await waitFor(async () => (await rowsOf(ada)).some((each) => each.amount === 7));
    expect((await rowsOf(ada)).map((each) => each.amount).sort()).toEqual([100, 20, 7]);
  });

  test('a reversed transfer leaves the diary, also when the reversal is heard of first', async () => {
    const [ada, ben] = [finance.as(), finance.as()];
    move('deposit', 'external', ada, 100);
    const transfer = move('peer', ada, ben, 60);
    finance.ledger.book.reverse(transfer.id, 'r-1', '');
    const [deposit, peer, reversal] = finance.ledger.book.events.splice(0);
    await finance.bus.publish([reversal!]);
    await waitFor(async () => (await finance.knex('inbox').where({ event_id: reversal!.id })).length === 1);
    await finance.bus.publish([deposit!, peer!]);
    await waitFor(async () => (await finance.knex('inbox').where({ event_id: peer!.id })).length === 1);
    await waitFor(async () => (await rowsOf(ada)).length === 1);
    expect([await rowsOf(ada), await rowsOf(ben)]).toMatchObject([[{ amount: 100 }], []]);
    const late = move('peer', ada, ben, 40);
    await finance.publishLedgerEvents();
    await waitFor(async () => (await rowsOf(ben)).length === 1);
    finance.ledger.book.reverse(late.id, 'r-2', '');
    await finance.publishLedgerEvents();
    await waitFor(async () => (await rowsOf(ben)).length === 0);
    expect(await rowsOf(ada)).toHaveLength(1);
  });

  test('an operator’s reversal of a posting that was replaced since is an adjustment, and the books agree', async () => {
    const ada = finance.as();
    const wallet = await ada.post('/v1/wallets', { name: 'W', currency: 'USD', balance: 100 });
    const category = await ada.post('/v1/categories', { name: 'C', type: 'expense' });
    const row = await ada.post('/v1/transactions', {
      walletId: wallet.body.id,
      categoryId: category.body.id,
      amount: 10,
    });
    await ada.patch(`/v1/transactions/${row.body.id}`, { amount: 20 });
    finance.ledger.book.reverse(row.body.transferId, 'operator', '');
    await finance.publishLedgerEvents();
    await waitFor(async () => (await rowsOf(ada)).length === 3);
    expect((await rowsOf(ada)).map((each) => [each.type, each.direction, each.amount])).toEqual(
      expect.arrayContaining([
        ['adjustment', 'in', 10],
        ['expense', 'out', 20],
        ['adjustment', 'in', 100],
      ]),
    );
    expect((await ada.get(`/v1/wallets/${wallet.body.id}`)).body.balance).toBe(90);
  });

  test('points never show, and money of a further currency gets a wallet of its own', async () => {
    const ada = finance.as();
    move('points', 'external', ada, 5, 'PTS');
    move('deposit', 'external', ada, 9, 'EUR');
    await finance.publishLedgerEvents();
    await waitFor(async () => (await rowsOf(ada)).length === 1);
    const wallets = (await ada.get('/v1/wallets')).body.data;
    expect(wallets.map((each: any) => [each.currency, each.main, each.balance])).toEqual([
      ['USD', true, 0],
      ['EUR', false, 9],
    ]);
    expect((await ada.delete(`/v1/wallets/${wallets[1].id}`)).body.code).toBe('CONFLICT');
  });

  test('the amount of a recorded transfer is fixed, its category and description are not', async () => {
    const ada = finance.as();
    move('deposit', 'external', ada, 100);
    await finance.publishLedgerEvents();
    const [row] = await waitFor(async () => {
      const rows = await rowsOf(ada);
      return rows.length === 1 ? rows : undefined;
    });
    const path = `/v1/transactions/${row.id}`;
    expect((await ada.patch(path, { amount: 1 })).body.code).toBe('CONFLICT');
    expect((await ada.delete(path)).body.code).toBe('CONFLICT');
    const gift = await ada.post('/v1/categories', { name: 'From grandma', type: 'income' });
    const changed = await ada.patch(path, { categoryId: gift.body.id, description: 'Thanks' });
    expect(changed.body).toMatchObject({ categoryId: gift.body.id, description: 'Thanks', amount: 100 });
    const expense = await ada.post('/v1/categories', { name: 'Other', type: 'expense' });
    expect((await ada.patch(path, { categoryId: expense.body.id })).body.errors[0].path).toBe('categoryId');
  });

  test('money that reaches a deleted wallet brings it back', async () => {
    const ada = finance.as();
    const wallet = await ada.post('/v1/wallets', { name: 'W', currency: 'USD' });
    expect((await ada.delete(`/v1/wallets/${wallet.body.id}`)).status).toBe(204);
    const { book } = finance.ledger;
    book.post({
      idempotencyKey: 'back',
      callerUserId: '',
      kind: 'peer',
      from: { system: 'external' },
      to: { accountId: wallet.body.accountId },
      amount: '5',
      currency: 'USD',
      note: '',
      visibility: 'private',
      reference: '',
    });
    await finance.publishLedgerEvents();
    await waitFor(async () => (await ada.get(`/v1/wallets/${wallet.body.id}`)).body.balance === 5);
  });
});

describe('budgets', () => {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

  test('spent and remaining follow the rows, and 80 and 100 per cent are told as they are crossed', async () => {
    const ada = finance.as();
    const wallet = await ada.post('/v1/wallets', { name: 'W', currency: 'USD', balance: 1_000 });
    const category = await ada.post('/v1/categories', { name: 'Eating out', type: 'expense' });
    const add = (amount: number, occurredAt?: string) =>
      ada.post('/v1/transactions', { walletId: wallet.body.id, categoryId: category.body.id, amount, occurredAt });
    await add(500, new Date(Date.now() - 30 * 86_400_000).toISOString());
    const period = { periodStart: day(-2), periodEnd: day(2) };
    const budget = await ada.post('/v1/budgets', { categoryId: category.body.id, amount: 100, ...period });
    expect(budget.body).toMatchObject({ spent: 0, remaining: 100, currency: 'USD' });
    const told = () =>
      finance.heard
        .filter((event: any) => event.data.budgetId === budget.body.id)
        .map((event: any) => event.data.percent);
    await add(79);
    await Promise.all([add(1), add(1), add(1)]);
    await waitFor(() => told().length === 1);
    expect((await ada.get(`/v1/budgets/${budget.body.id}`)).body).toMatchObject({ spent: 82, remaining: 18 });
    const last = await add(18);
    await add(5);
    await waitFor(() => told().length === 2);
    await ada.delete(`/v1/transactions/${last.body.id}`);
    await add(40);
    const [view] = (await ada.get('/v1/budgets')).body.data;
    expect(view).toMatchObject({ spent: 127, remaining: -27 });
    // deleting a row took it below 100, so that crossing it anew is told again
    await waitFor(() => told().length === 3);
    await waitFor(async () => (await finance.knex('outbox')).length === 0);
    expect(told()).toEqual([80, 100, 100]);
    expect((await ada.delete(`/v1/budgets/${budget.body.id}`)).status).toBe(204);
    expect((await ada.get('/v1/budgets')).body.data).toEqual([]);
  });

  test('a payment recorded by event counts, and what was spent before counts at once', async () => {
    const [ada, ben] = [finance.as(), finance.as()];
    move('deposit', 'external', ada, 500);
    move('peer', ada, ben, 90);
    await finance.publishLedgerEvents();
    const [sent] = await waitFor(async () => {
      const rows = await rowsOf(ada, '?type=expense');
      return rows.length === 1 ? rows : undefined;
    });
    const period = { periodStart: day(-2), periodEnd: day(2) };
    const budget = await ada.post('/v1/budgets', { categoryId: sent.categoryId, amount: 100, ...period });
    expect(budget.body).toMatchObject({ spent: 90, remaining: 10 });
    move('peer', ada, ben, 10);
    await finance.publishLedgerEvents();
    const told = () => finance.heard.filter((event: any) => event.data.budgetId === budget.body.id);
    await waitFor(() => told().length === 2);
    expect(told().map((event: any) => event.data.percent)).toEqual([80, 100]);
  });

  test('days are those of the person’s own time zone', async () => {
    const ada = finance.as();
    finance.users.preferences.set(ada.userId, { timeZone: 'Pacific/Auckland' });
    const wallet = await ada.post('/v1/wallets', { name: 'W', currency: 'USD', balance: 100 });
    const category = await ada.post('/v1/categories', { name: 'C', type: 'expense' });
    const body = { walletId: wallet.body.id, categoryId: category.body.id };
    // 2026-03-09 23:30 and 2026-03-10 00:30 in Auckland (UTC+13)
    await ada.post('/v1/transactions', { ...body, amount: 1, occurredAt: '2026-03-09T10:30:00Z' });
    await ada.post('/v1/transactions', { ...body, amount: 10, occurredAt: '2026-03-09T11:30:00Z' });
    const budget = await ada.post('/v1/budgets', {
      categoryId: category.body.id,
      amount: 100,
      periodStart: '2026-03-10',
      periodEnd: '2026-03-10',
    });
    expect(budget.body.spent).toBe(10);
    const summary = await ada.get('/v1/summaries?from=2026-03-09&to=2026-03-09');
    expect(summary.body).toMatchObject({ from: '2026-03-08T11:00:00.000Z', to: '2026-03-09T11:00:00.000Z' });
    expect(summary.body.data[0].expense).toBe(1);
    expect((await rowsOf(ada, '?from=2026-03-10&to=2026-03-10')).map((row) => row.amount)).toEqual([10]);
  });
});
