import { loadProto, type FinanceServiceDefinition } from '@florin/proto';
import { createGrpcClient, createServiceTokens, type GrpcClient } from '@florin/service-kit';
import { TEST_SECRET, createTestClock, waitFor } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

const clock = createTestClock(new Date('2026-11-30T12:00:00Z'));
let finance: Finance;
let grpc: GrpcClient<FinanceServiceDefinition>;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now });
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

async function livingIn(timeZone: string) {
  const ada = finance.as();
  finance.users.preferences.set(ada.userId, { timeZone });
  const { id: walletId } = await walletOf(ada, { balance: 1_000 });
  return { ada, walletId, categoryId: await categoryOf(ada) };
}

const datesOf = async (person: Person, query: string) =>
  (await person.get(`/v1/transactions?type=expense&${query}`)).body.data.map((row: any) => row.date);

test('a late evening on the day summer time begins is on that day', async () => {
  const { ada, walletId, categoryId } = await livingIn('Europe/Berlin');
  const occurredAt = '2024-03-31T23:30:00';
  await grpc.createTransaction({ userId: ada.userId, walletId, categoryId, amount: { minor: '5' }, occurredAt });
  const [row] = (await ada.get('/v1/transactions?from=2024-03-31&to=2024-03-31')).body.data;
  expect(row).toMatchObject({ date: '2024-03-31', occurredAt: '2024-03-31T21:30:00.000Z' });
});

test('a row keeps its day when the person moves to another time zone', async () => {
  const { ada, walletId, categoryId } = await livingIn('Europe/Berlin');
  const row = await ada.post('/v1/transactions', { walletId, categoryId, amount: 70, date: '2026-11-01' });
  expect(row.body).toMatchObject({ date: '2026-11-01', occurredAt: '2026-10-31T23:00:00.000Z' });
  finance.users.preferences.set(ada.userId, { timeZone: 'America/New_York' });
  clock.advance(20_000);
  expect(await datesOf(ada, 'from=2026-11-01&to=2026-11-01')).toEqual(['2026-11-01']);
  expect(await datesOf(ada, 'to=2026-10-31')).toEqual([]);
  expect((await ada.get('/v1/summaries?period=month&at=2026-11-15')).body.data[0].expense).toBe(70);
  expect((await ada.get('/v1/summaries?period=month&at=2026-10-15')).body.data[0].expense).toBe(0);
  const november = { categoryId, amount: 100, periodStart: '2026-11-01', periodEnd: '2026-11-30' };
  expect((await ada.post('/v1/budgets', november)).body.spent).toBe(70);
});

test('a breakfast in Jakarta is found under its own day, not that of UTC', async () => {
  const { ada, walletId, categoryId } = await livingIn('Asia/Jakarta');
  const occurredAt = '2026-11-20T23:30:00Z';
  await ada.post('/v1/transactions', { walletId, categoryId, amount: 5, occurredAt });
  expect(await datesOf(ada, 'from=2026-11-21&to=2026-11-21')).toEqual(['2026-11-21']);
  const found = async (transactionDate: string) => {
    const query = { contains: { transactionDate, type: 'expense' } };
    return (await grpc.queryTransactions({ userId: ada.userId, query })).total;
  };
  expect([await found('2026-11-21'), await found('2026-11-21T06:30'), await found('2026-11-20')]).toEqual([1, 1, 0]);
});

test('a changed day moves the row, and a page follows days before times', async () => {
  const { ada, walletId, categoryId } = await livingIn('Europe/Berlin');
  const add = async (when: object) =>
    (await ada.post('/v1/transactions', { walletId, categoryId, amount: 1, ...when })).body.id as string;
  await add({ date: '2026-11-02' });
  await add({ date: '2026-11-03', occurredAt: '2026-11-02T12:00:00Z' });
  const moved = await add({ date: '2026-11-09' });
  expect((await ada.patch(`/v1/transactions/${moved}`, { date: '2026-11-01' })).body.date).toBe('2026-11-01');
  const first = (await ada.get('/v1/transactions?type=expense&limit=2')).body;
  const rest = (await ada.get(`/v1/transactions?type=expense&limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.data, ...rest.data].map((row: any) => row.date)).toEqual(['2026-11-03', '2026-11-02', '2026-11-01']);
});

test.each([
  ['a day that does not exist', { date: '2026-02-30' }, 'date'],
  ['a day more than a year ahead', { date: '2028-02-01' }, 'date'],
  ['a day that is nowhere the time’s', { date: '2026-11-01', occurredAt: '2026-11-20T23:30:00Z' }, 'date'],
])('%s is refused', async (_what, when, field) => {
  const { ada, walletId, categoryId } = await livingIn('UTC');
  const reply = await ada.post('/v1/transactions', { walletId, categoryId, amount: 1, ...when });
  expect(reply.body).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: field }] });
});

test('rows written before dates were known get the day of their person’s zone, those with a day keep it', async () => {
  const { ada, walletId, categoryId } = await livingIn('Asia/Jakarta');
  const occurredAt = '2026-11-20T23:30:00Z';
  const add = async (when: object) =>
    (await ada.post('/v1/transactions', { walletId, categoryId, amount: 1, ...when })).body.id as string;
  const [old, dated] = [await add({ occurredAt }), await add({ date: '2026-11-07' })];
  await finance
    .knex('transactions')
    .where({ id: old })
    .update({ date: '2026-11-20', time_zone: null, zone_pending: true });
  await waitFor(async () => (await finance.knex('transactions').where({ zone_pending: true })).length === 0, {
    timeoutMs: 20_000,
  });
  expect((await ada.get(`/v1/transactions/${old}`)).body.date).toBe('2026-11-21');
  expect((await ada.get(`/v1/transactions/${dated}`)).body.date).toBe('2026-11-07');
});

test.each([
  ['month', { firstDayOfTheMonth: 25, monthStartOnWeekend: 'before' }, '2026-07-24', '2026-08-25'],
  ['fortnight', { fortnightFrom: '2026-07-16' }, '2026-07-16', '2026-07-30'],
  ['own', { ownPeriodStarts: ['2026-07-20', '2026-07-29'] }, '2026-07-20', '2026-07-29'],
])('a %s of a person whose calendar is %j goes from %s until %s', async (period, preferences, from, to) => {
  const { ada } = await livingIn('UTC');
  finance.users.preferences.set(ada.userId, { timeZone: 'UTC', ...preferences });
  const { body } = await ada.get(`/v1/summaries?period=${period}&at=2026-07-24`);
  expect([body.from, body.to]).toEqual([`${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`]);
});
