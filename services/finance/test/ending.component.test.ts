import { createEvent } from '@florin/contracts';
import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

const clock = createTestClock(new Date());
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(() => finance.stop());

/** The ledger stops the accounts first, then auth says so, here twice. */
async function close({ userId }: Person) {
  finance.ledger.book.frozen.add(userId);
  const data = { userId, terminatedAt: clock.now().toISOString() };
  const about = { producer: 'auth', aggregateId: userId, occurredAt: clock.now() };
  const event = createEvent({ id: newId(), ...about, type: 'auth.user-terminated.v1', data });
  await finance.bus.publish([event, event]);
  await waitFor(async () => (await finance.knex('owners').where({ id: userId }).whereNotNull('ended_at')).length === 1);
}

const walletsOf = ({ userId }: Person) => finance.knex('wallets').where({ owner_id: userId });
const operationsOf = ({ userId }: Person) => finance.knex('operations').where({ owner_id: userId, status: 'pending' });
const settled = (person: Person) =>
  waitFor(async () => {
    clock.advance(60_000);
    return (await operationsOf(person)).length === 0;
  });

const deposit = ({ userId }: Person, amount: number) =>
  finance.ledger.book.post({
    idempotencyKey: newId(),
    callerUserId: '',
    kind: 'deposit',
    from: { system: 'external' },
    to: { userId },
    amount: String(amount),
    currency: 'USD',
    note: '',
    visibility: 'private',
    reference: '',
  });

describe('when the account of a person is closed', () => {
  test('every wallet is archived without a posting, the rows stay, and the budgets go', async () => {
    const ada = finance.as();
    const { id: walletId, accountId } = await walletOf(ada, { balance: 1_000 });
    const categoryId = await categoryOf(ada);
    await ada.post('/v1/transactions', { walletId, categoryId, amount: 300 });
    const span = { periodStart: '2000-01-01', periodEnd: '2099-12-31' };
    expect((await ada.post('/v1/budgets', { categoryId, amount: 500, ...span })).status).toBe(201);
    const posted = finance.ledger.book.transfers.size;
    await close(ada);
    expect((await walletsOf(ada)).map(({ status }) => status)).toEqual(['archived', 'archived']);
    expect(await finance.knex('budgets').where({ owner_id: ada.userId })).toEqual([]);
    expect(finance.ledger.book.transfers.size).toBe(posted);
    expect(finance.ledger.book.balanceOf(accountId)).toBe(700n);
    const rows = await finance.knex('transactions').where({ owner_id: ada.userId, status: 'posted' });
    expect(rows).toHaveLength(2);
    expect((await ada.post('/v1/transactions', { walletId, categoryId, amount: 250 })).status).toBe(404);
  });

  test('goals are closed, those that were just being made, too', async () => {
    const ada = finance.as();
    const { id: walletId } = await walletOf(ada, { balance: 1_000 });
    const goal = { walletId, name: 'Bike', target: 500 };
    const { id } = (await ada.post('/v1/goals', goal)).body;
    await ada.post(`/v1/goals/${id}/pledge`, { amount: 200 });
    finance.ledger.state.fault = 'lost';
    expect((await ada.post('/v1/goals', { ...goal, name: 'Boat' })).status).toBe(504);
    await close(ada);
    finance.ledger.state.fault = undefined;
    await settled(ada);
    expect((await ada.get('/v1/goals?status=open')).body.data).toEqual([]);
    const { data } = (await ada.get('/v1/goals')).body;
    expect(data).toMatchObject([
      { id, status: 'closed', saved: 200 },
      { name: 'Boat', status: 'closed', saved: 0 },
    ]);
    expect((await ada.post(`/v1/goals/${id}/pledge`, { amount: 1 })).status).toBe(409);
  });

  test('the event of a payment that left before comes late: its row is written, and no wallet opens again', async () => {
    const [ada, bea] = [finance.as(), finance.as()];
    await walletOf(ada);
    deposit(ada, 70);
    deposit(bea, 50);
    for (const person of [ada, bea]) await close(person);
    // bea has not even a main wallet yet
    await finance.publishLedgerEvents();
    for (const person of [ada, bea]) {
      await waitFor(async () => (await finance.knex('transactions').where({ owner_id: person.userId })).length > 0);
      expect((await walletsOf(person)).filter(({ status }) => status !== 'archived')).toEqual([]);
    }
  });

  test.each(['not', 'lost'] as const)(
    'what waits for the ledger ends (a call that is %s), and no wallet is left open',
    async (fault) => {
      const ada = finance.as();
      const { id: walletId, accountId } = await walletOf(ada, { balance: 1_000 });
      const { id: leaving } = await walletOf(ada, { balance: 40 });
      const categoryId = await categoryOf(ada);
      finance.ledger.state.fault = fault;
      const begun = [
        await ada.post('/v1/transactions', { walletId, categoryId, amount: 300 }),
        await ada.post('/v1/wallets', { name: 'New', currency: 'USD', balance: 5 }),
        await ada.post('/v1/wallets', { name: 'Empty', currency: 'USD' }),
        await ada.delete(`/v1/wallets/${leaving}`),
      ];
      expect(begun.map(({ status }) => status)).toEqual([504, 504, 504, 504]);
      expect(await operationsOf(ada)).toHaveLength(4);
      await close(ada);
      finance.ledger.state.fault = undefined;
      await settled(ada);
      expect((await walletsOf(ada)).filter(({ status }) => status !== 'archived')).toEqual([]);
      // what the ledger did before is kept, what it did not is refused
      const rows = await finance.knex('transactions').where({ owner_id: ada.userId, amount: 300 });
      expect(rows).toMatchObject(fault === 'lost' ? [{ status: 'posted' }] : []);
      expect(finance.ledger.book.balanceOf(accountId)).toBe(fault === 'lost' ? 700n : 1_000n);
    },
  );
});
