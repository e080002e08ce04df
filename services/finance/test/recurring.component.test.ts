import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import type { Deps } from '../src/app/index.ts';
import { postRecurring } from '../src/app/recurring/post-recurring.ts';
import { countWrongSums } from '../src/outbound/postgres/daily-sum-query.ts';
import { type Finance, type Person, categoryOf, startFinance, walletOf } from './harness.ts';
import { directDeps } from './support/direct.ts';

const clock = createTestClock(new Date('2026-01-15T12:00:00Z'));
let finance: Finance;
let deps: Deps;
let close: () => void;
beforeAll(async () => {
  // its own job is left to sleep: what is due is posted by the tests
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 600_000 });
  ({ deps, close } = directDeps(finance, clock.now));
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(async () => {
  close();
  await finance.stop();
});

const DAY_MS = 86_400_000;
const post = async () => {
  while ((await postRecurring(deps, 1_000)) > 0);
};
const until = async (day: string) => {
  clock.advance(Date.parse(`${day}T12:00:00Z`) - clock.now().getTime());
  // the service has a job of its own, which may be at some of them
  await waitFor(async () => {
    await post();
    const due = finance.knex('recurring_transactions').where({ status: 'active' }).where('next_at', '<=', clock.now());
    const open = finance.knex('recurring_occurrences').where({ status: 'pending' });
    return (await due).length + (await open).length === 0;
  });
};
const today = () => clock.now().toISOString().slice(0, 10);
const later = (days: number) => new Date(clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);

async function setUp(body: object = {}) {
  const ada = finance.as();
  const wallet = await walletOf(ada, { creditLimit: null, ...body });
  return { ada, wallet, categoryId: await categoryOf(ada) };
}

const plan = async (ada: Person, body: object) => {
  const reply = await ada.post('/v1/recurring-transactions', { frequency: 'monthly', amount: 900, ...body });
  expect(reply.status).toBe(201);
  return reply.body as { id: string; next: { date: string } };
};
const rowsOf = async (ada: Person) =>
  (await ada.get('/v1/transactions?limit=100')).body.data as { date: string; amount: number; type: string }[];
const read = async (ada: Person, id: string) => (await ada.get(`/v1/recurring-transactions/${id}`)).body;
const pastOf = async (ada: Person, id: string) =>
  (await ada.get(`/v1/recurring-transactions/${id}/occurrences`)).body.data as {
    number: number;
    date: string;
    status: string;
    failure: string | null;
  }[];

test('rent of the 31st is posted once a month, on the last day of shorter ones, until its count is full', async () => {
  const { ada, wallet, categoryId } = await setUp();
  const body = { walletId: wallet.id, categoryId, startDate: '2026-01-31', count: 4, description: 'Rent' };
  const { id, next } = await plan(ada, body);
  expect(next.date).toBe('2026-01-31');
  const { body: upcoming } = await ada.get(`/v1/recurring-transactions/${id}/upcoming`);
  const days = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'];
  expect(upcoming.data.map(({ date }: { date: string }) => date)).toEqual(days);
  expect(await rowsOf(ada)).toEqual([]);
  await until('2026-03-01');
  expect((await rowsOf(ada)).map(({ date }) => date)).toEqual(['2026-02-28', '2026-01-31']);
  await until('2026-05-01');
  expect((await rowsOf(ada)).map(({ date }) => date)).toEqual([...days].reverse());
  expect(await read(ada, id)).toMatchObject({ status: 'done', next: null });
  expect(finance.ledger.book.balanceOf(wallet.accountId)).toBe(-3_600n);
  expect((await pastOf(ada, id)).map(({ status }) => status)).toEqual(['posted', 'posted', 'posted', 'posted']);
});

test.each([
  ['before', '2026-08-14'],
  ['after', '2026-08-17'],
  ['stay', '2026-08-15'],
])('a Saturday with the rule %s is posted on %s', async (weekendRule, date) => {
  clock.advance(Date.parse('2026-08-03T12:00:00Z') - clock.now().getTime());
  const { ada, wallet, categoryId } = await setUp();
  const { id } = await plan(ada, { walletId: wallet.id, categoryId, startDate: '2026-08-15', weekendRule });
  expect((await read(ada, id)).next.date).toBe(date);
});

test('each is posted on the day of its time zone, at its time', async () => {
  clock.advance(Date.parse('2026-10-24T12:00:00Z') - clock.now().getTime());
  const { ada, wallet, categoryId } = await setUp();
  const body = { walletId: wallet.id, categoryId, frequency: 'daily', startDate: '2026-10-24', time: '02:30' };
  const { id } = await plan(ada, { ...body, timeZone: 'Europe/Berlin', startDate: '2026-10-25' });
  const { data } = (await ada.get(`/v1/recurring-transactions/${id}/upcoming`)).body;
  expect(data).toHaveLength(12);
  // shown twice that night: the first
  expect(data[0].dueAt).toBe('2026-10-25T00:30:00.000Z');
  expect(data[1].dueAt).toBe('2026-10-26T01:30:00.000Z');
});

test('transfers and income recur too, and what starts before today is not made up for', async () => {
  const { ada, wallet } = await setUp();
  const other = await walletOf(ada, { creditLimit: null });
  const start = later(-21);
  const weekly = { frequency: 'weekly', startDate: start, walletId: wallet.id };
  const transfer = await plan(ada, { ...weekly, toWalletId: other.id, amount: 50 });
  await plan(ada, { ...weekly, categoryId: await categoryOf(ada, 'income'), every: 2, startDate: today(), amount: 7 });
  await post();
  await until(later(15));
  const rows = await rowsOf(ada);
  expect(rows.filter(({ type }) => type === 'transfer')).toHaveLength(6);
  expect(rows.filter(({ type }) => type === 'income').map(({ amount }) => amount)).toEqual([7, 7]);
  expect(finance.ledger.book.balanceOf(other.accountId)).toBe(150n);
  expect(await read(ada, transfer.id)).toMatchObject({ type: 'transfer', categoryId: null, status: 'active' });
});

test('two processes and a crash post each occurrence once', async () => {
  const { ada, wallet, categoryId } = await setUp();
  const body = { walletId: wallet.id, categoryId, frequency: 'daily', startDate: later(1), amount: 1 };
  for (let index = 0; index < 12; index += 1) await plan(ada, body);
  clock.advance(DAY_MS * 2);
  // dies after the operation is written down and before it is carried out
  finance.ledger.state.fault = 'lost';
  await postRecurring(deps, 7);
  finance.ledger.state.fault = undefined;
  await Promise.all([post(), post(), post()]);
  await waitFor(async () => {
    clock.advance(60_000);
    await deps.stores.operations.wakeAll(clock.now());
    const due = await deps.transact((tx) => tx.operations.claimDue(clock.now(), 50));
    const { carryOut } = await import('../src/app/operations/run.ts');
    for (const operation of due) await carryOut(deps, operation).catch(() => undefined);
    return (await finance.knex('operations').where({ owner_id: ada.userId, status: 'pending' })).length === 0;
  });
  await post();
  expect(await rowsOf(ada)).toHaveLength(24);
  expect(finance.ledger.book.balanceOf(wallet.accountId)).toBe(-24n);
  await finance.publishLedgerEvents();
  const states = await finance.knex('recurring_occurrences').where({ owner_id: ada.userId }).distinct('status');
  expect(states).toEqual([{ status: 'posted' }]);
  expect((await countWrongSums(finance.knex)).wrong).toBe(0);
});

test('one that the wallet cannot pay fails with the reason, keeps no other back, and can be tried again', async () => {
  const { ada, wallet, categoryId } = await setUp({ creditLimit: 0, balance: 100 });
  const daily = { walletId: wallet.id, categoryId, frequency: 'daily', startDate: later(1) };
  const small = await plan(ada, { ...daily, amount: 60, count: 1 });
  const large = await plan(ada, { ...daily, amount: 500, count: 1 });
  await until(later(1));
  expect(await pastOf(ada, small.id)).toMatchObject([{ status: 'posted' }]);
  const [failed] = await pastOf(ada, large.id);
  expect(failed).toMatchObject({ number: 0, status: 'failed', failure: 'INSUFFICIENT_FUNDS' });
  const told = () =>
    finance.heard.filter(({ data }) => (data as { recurringId?: string }).recurringId === large.id) as any[];
  await waitFor(() => told().length > 0);
  expect(told()).toMatchObject([
    {
      type: 'finance.recurring-transaction-failed.v1',
      data: { userId: ada.userId, number: 0, amount: '500', currency: 'USD', failure: 'INSUFFICIENT_FUNDS' },
    },
  ]);
  const retry = () => ada.post(`/v1/recurring-transactions/${large.id}/occurrences/0/retry`, {});
  expect((await retry()).body).toMatchObject({ status: 'failed', failure: 'INSUFFICIENT_FUNDS' });
  const income = { walletId: wallet.id, categoryId: await categoryOf(ada, 'income'), amount: 1_000 };
  await ada.post('/v1/transactions', income);
  expect((await retry()).body).toMatchObject({ status: 'posted', date: failed!.date, failure: null });
  expect((await retry()).body).toMatchObject({ status: 'posted' });
  expect(finance.ledger.book.balanceOf(wallet.accountId)).toBe(540n);
});

test('a wallet or category that is deleted pauses it with the reason, and it goes on when there is another', async () => {
  const { ada, wallet, categoryId } = await setUp();
  const other = await walletOf(ada, { creditLimit: null });
  const daily = { walletId: wallet.id, categoryId, frequency: 'daily', startDate: later(1) };
  const [one, two] = [await plan(ada, daily), await plan(ada, { ...daily, walletId: other.id })];
  await ada.delete(`/v1/wallets/${wallet.id}`);
  expect(await read(ada, one.id)).toMatchObject({ status: 'paused', pausedReason: 'wallet-deleted' });
  await ada.delete(`/v1/categories/${categoryId}`);
  expect(await read(ada, two.id)).toMatchObject({ status: 'paused', pausedReason: 'category-deleted' });
  const resume = (id: string) => ada.post(`/v1/recurring-transactions/${id}/resume`, {});
  expect((await resume(one.id)).status).toBe(409);
  const changes = { walletId: other.id, categoryId: await categoryOf(ada) };
  expect((await ada.patch(`/v1/recurring-transactions/${one.id}`, changes)).status).toBe(200);
  expect((await resume(one.id)).body).toMatchObject({ status: 'active', pausedReason: null });
  await until(later(1));
  expect(await rowsOf(ada)).toHaveLength(1);
});

test('skipping, pausing and going on pass over what they should, a key once', async () => {
  const { ada, wallet, categoryId } = await setUp();
  const daily = { walletId: wallet.id, categoryId, frequency: 'daily', startDate: later(1) };
  const { id } = await plan(ada, daily);
  const change = (verb: string, key?: string) =>
    ada.post(`/v1/recurring-transactions/${id}/${verb}`, {}, key ? { headers: { 'idempotency-key': key } } : {});
  const [first, again] = [await change('skip', 'once'), await change('skip', 'once')];
  expect(first.body.next.date).toBe(later(2));
  expect(again.body.next.date).toBe(later(2));
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  await change('pause');
  await until(later(4));
  expect(await rowsOf(ada)).toEqual([]);
  expect((await change('resume')).body.next.date).toBe(later(1));
  await until(later(1));
  expect(await rowsOf(ada)).toHaveLength(1);
  expect((await pastOf(ada, id)).map(({ status }) => status)).toEqual([
    'posted',
    'missed',
    'missed',
    'missed',
    'skipped',
  ]);
});

test('a rhythm that is changed counts from the next one, and its numbers go on', async () => {
  const { ada, wallet, categoryId } = await setUp();
  const { id } = await plan(ada, { walletId: wallet.id, categoryId, frequency: 'daily', startDate: later(1) });
  await until(later(2));
  const changed = await ada.patch(`/v1/recurring-transactions/${id}`, { frequency: 'weekly', amount: 5 });
  expect(changed.body.next).toMatchObject({ number: 2, date: later(1) });
  await until(later(8));
  expect((await rowsOf(ada)).map(({ amount }) => amount)).toEqual([5, 5, 900, 900]);
});

test('a service that was away catches up for 92 days and passes the rest over', async () => {
  const { ada, wallet, categoryId } = await setUp();
  const { id } = await plan(ada, { walletId: wallet.id, categoryId, startDate: later(1) });
  await until(later(200));
  const states = (await pastOf(ada, id)).map(({ status }) => status);
  expect(states.filter((status) => status === 'posted')).toHaveLength(3);
  expect(states.filter((status) => status === 'missed').length).toBeGreaterThan(2);
  expect((await read(ada, id)).next.date > today()).toBe(true);
});

test('candidates are found by text and rhythm, not when the amounts differ or it is planned already', async () => {
  const { ada, wallet, categoryId } = await setUp();
  const note = async (description: string, daysAgo: number, amount: number) => {
    const body = { walletId: wallet.id, categoryId, description, amount, date: later(-daysAgo) };
    expect((await ada.post('/v1/transactions', body)).status).toBe(201);
  };
  for (const [daysAgo, amount] of [
    [70, 999],
    [40, 1_050],
    [10, 1_000],
  ] as const)
    await note('Streaming', daysAgo, amount);
  for (const [daysAgo, amount] of [
    [21, 100],
    [14, 500],
    [7, 900],
  ] as const)
    await note('Groceries', daysAgo, amount);
  for (const daysAgo of [15, 8, 1]) await note('gym', daysAgo, 2_000);
  const find = async () => (await ada.get('/v1/recurring-transactions/candidates')).body.data;
  const found = await find();
  expect(found).toHaveLength(2);
  const of = (text: string) => found.find(({ description }: { description: string }) => description === text);
  expect(of('Streaming')).toMatchObject({
    frequency: 'monthly',
    every: 1,
    amount: 1_000,
    times: 3,
    lastDate: later(-10),
  });
  expect(of('gym')).toMatchObject({ frequency: 'weekly', amount: 2_000, walletId: wallet.id, categoryId });
  await plan(ada, { walletId: wallet.id, categoryId, description: 'Gym', frequency: 'weekly', startDate: later(6) });
  expect((await find()).map(({ description }: { description: string }) => description)).toEqual(['Streaming']);
});

test.each([
  [{ weekendRule: 'before', frequency: 'daily' }, 'weekendRule'],
  [{ endDate: '2020-01-01' }, 'endDate'],
  [{ startDate: '2001-01-01' }, 'startDate'],
  [{ frequency: 'weekly', lastDayOfMonth: true }, 'lastDayOfMonth'],
  [{ every: 0 }, 'every'],
  [{ time: '25:00' }, 'time'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ amount: 0 }, 'amount'],
  [{ categoryId: undefined }, 'categoryId'],
])('a plan with %j is refused naming %s', async (body, field) => {
  const { ada, wallet, categoryId } = await setUp();
  const whole = { walletId: wallet.id, categoryId, amount: 5, frequency: 'monthly', startDate: later(1), ...body };
  const reply = await ada.post('/v1/recurring-transactions', whole);
  expect([reply.status, reply.body.errors?.[0].path]).toEqual([400, field]);
});

test("another person's is not there, and If-Match keeps two changes apart", async () => {
  const { ada, wallet, categoryId } = await setUp();
  const { id } = await plan(ada, { walletId: wallet.id, categoryId, startDate: later(1) });
  const ben = finance.as(newId());
  const path = `/v1/recurring-transactions/${id}`;
  for (const reply of [
    await ben.get(path),
    await ben.patch(path, { amount: 1 }),
    await ben.delete(path),
    await ben.get(`${path}/upcoming`),
    await ben.post(`${path}/skip`, {}),
    await ben.post(`${path}/occurrences/0/retry`, {}),
  ]) {
    expect(reply.status).toBe(404);
  }
  const etag = (await ada.get(path)).headers.get('etag') ?? '';
  expect((await ada.patch(path, { amount: 1 }, { headers: { 'if-match': etag } })).status).toBe(200);
  expect((await ada.patch(path, { amount: 2 }, { headers: { 'if-match': etag } })).status).toBe(412);
  expect((await ada.delete(path)).status).toBe(204);
  expect((await ada.get(path)).status).toBe(404);
});
