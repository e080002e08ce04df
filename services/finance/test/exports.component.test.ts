import { openBankFile, type BankRow } from '../../../packages/bank-files/src/index.ts';
import { waitFor, type TestReply } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ environment: { SEARCHES_PER_MINUTE: '5' } });
});
afterAll(() => finance.stop());

async function withRows() {
  const ada = finance.as();
  const { id: walletId } = await walletOf(ada, { balance: 100_000 });
  const categoryId = await categoryOf(ada);
  for (const [amount, description, date] of [
    [1250, 'Bread, "fresh"', '2026-11-05'],
    [99, '=HYPERLINK("http://example.com")', '2026-11-25'],
    [10, '', '2026-11-25'],
  ] as const) {
    const reply = await ada.post('/v1/transactions', { walletId, categoryId, amount, description, date });
    expect(reply.status).toBe(201);
  }
  return { ada, walletId, categoryId };
}

test('a CSV file holds what matches, formulas as text, and reads back as the same rows', async () => {
  const { ada, categoryId } = await withRows();
  const reply = await ada.get(`/v1/exports?categoryId=${categoryId}`);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename="transactions.csv"');
  expect(reply.text).toContain(`,"'=HYPERLINK(""http://example.com"")",-0.99,USD,`);
  const source = async function* () {
    yield await Promise.resolve(Buffer.from(reply.text));
  };
  const rows: BankRow[] = [];
  for await (const item of (await openBankFile(source, { currency: 'EUR' })).items()) {
    expect(item.kind).toBe('row');
    if (item.kind === 'row') rows.push(item.row);
  }
  const { data } = (await ada.get(`/v1/transactions?categoryId=${categoryId}`)).body;
  expect(rows.map(({ id, date, amount, currency, text }) => [id, date, Number(amount), currency, text])).toEqual(
    data.map((row: any) => [row.id, row.date, -row.amount, row.currency, row.description]),
  );
});

test('a JSON file holds the transactions as they are listed, with the names of wallet and category', async () => {
  const { ada, walletId, categoryId } = await withRows();
  const { body } = await ada.get(`/v1/exports?format=json&from=2026-11-25&to=2026-11-25&walletId=${walletId}`);
  const listed = (await ada.get(`/v1/transactions?categoryId=${categoryId}&from=2026-11-25`)).body.data;
  expect(body.data).toEqual(
    listed.map((row: any) => ({
      ...row,
      wallet: { name: 'Cash' },
      category: { name: expect.stringContaining('A expense') },
    })),
  );
});

test('nothing is an empty file, and another person sees nothing of it', async () => {
  const { walletId } = await withRows();
  const eve = finance.as();
  expect((await eve.get(`/v1/exports?format=json&walletId=${walletId}`)).body).toEqual({ data: [] });
  expect((await eve.get('/v1/exports')).text.split('\r\n')).toEqual([expect.stringContaining('Date,'), '']);
  expect((await eve.get('/v1/exports?format=xml')).body).toMatchObject({ status: 400, errors: [{ path: 'format' }] });
  expect((await finance.anonymous().get('/v1/exports')).status).toBe(401);
});

test('a file of many pages holds every row once, whatever the days', async () => {
  const { ada, walletId, categoryId } = await withRows();
  await insertRows(1_203, ada, walletId, categoryId);
  const { body } = await ada.get('/v1/exports?format=json&to=2026-01-01');
  expect(new Set(body.data.map((row: any) => row.amount)).size).toBe(1203);
  expect(body.data).toHaveLength(1203);
});

async function insertRows(count: number, { userId }: Person, walletId: string, categoryId: string) {
  await finance.knex.raw(
    `insert into transactions (id, owner_id, wallet_id, category_id, type, direction, amount, currency, description,
       occurred_at, date, time_zone, source, status, transfer_id, created_at, updated_at)
     select gen_random_uuid(), ?, ?, ?, 'expense', 'out', n, 'USD', 'row ' || n,
       '2026-01-01T00:00:00Z'::timestamptz, '2026-01-01', 'UTC', 'own', 'posted', gen_random_uuid(), now(), now()
     from generate_series(1, ?) n`,
    [userId, walletId, categoryId, count],
  );
}

describe('one person’s costs', () => {
  const refusalOf = ({ status, body, headers }: TestReply) => [
    status,
    body?.code,
    Number(headers.get('retry-after')) > 0,
  ];

  test('ten exports a minute, and another person has ten of their own', async () => {
    const { ada } = await withRows();
    const bea = finance.as();
    for (let time = 0; time < 10; time += 1) expect((await ada.get('/v1/exports')).status).toBe(200);
    expect(refusalOf(await ada.get('/v1/exports'))).toEqual([429, 'RATE_LIMITED', true]);
    expect((await bea.get('/v1/exports')).status).toBe(200);
  });

  test('two exports at once, for as long as they are read; the place of a client that leaves is free', async () => {
    const { ada, walletId, categoryId } = await withRows();
    await insertRows(60_000, ada, walletId, categoryId);
    const url = `${ada.url}/v1/exports?format=json`;
    const slow = [new AbortController(), new AbortController()];
    for (const { signal } of slow) expect((await fetch(url, { headers: ada.headers, signal })).status).toBe(200);
    expect(refusalOf(await ada.get('/v1/exports'))).toEqual([429, 'RATE_LIMITED', true]);
    expect((await finance.as().get('/v1/exports')).status).toBe(200);
    slow[0]?.abort();
    await waitFor(async () => (await ada.get('/v1/exports?to=2000-01-01')).status === 200);
    slow[1]?.abort();
  });

  test('so many searches a minute, each list without one as often as asked', async () => {
    const { ada } = await withRows();
    const search = () => ada.get('/v1/transactions?search=bread');
    for (let time = 0; time < 5; time += 1) expect((await search()).status).toBe(200);
    expect(refusalOf(await search())).toEqual([429, 'RATE_LIMITED', true]);
    expect((await ada.get('/v1/transactions')).status).toBe(200);
    expect((await finance.as().get('/v1/transactions?search=bread')).status).toBe(200);
  });
});
