import { newId } from '@florin/service-kit';
import { startFinance, walletOf, type Finance } from './harness.ts';
import { CSV, read, settled, upload } from './support/files.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());

async function withWallet(body: object = {}) {
  const ada = finance.as();
  const wallet = await walletOf(ada, { creditLimit: null, ...body });
  return { ada, walletId: wallet.id, accountId: wallet.accountId };
}

describe('a file that is uploaded', () => {
  test('is read, told about, and writes nothing', async () => {
    const { ada, walletId } = await withWallet();
    const found = await read(ada, walletId, CSV);
    expect(found).toMatchObject({
      walletId,
      fileName: 'bank.csv',
      status: 'ready',
      format: 'csv',
      encoding: 'UTF-8',
      counts: { rows: 4, new: 4, duplicates: 0, skipped: 0, problems: 0 },
      sums: [{ currency: 'USD', amount: 248_150 }],
      firstDate: '2026-11-03',
      lastDate: '2026-11-25',
      problems: [],
      mapping: { delimiter: ',', headerRecord: 1, columns: { date: 0, text: 1, amount: 2, category: 3 } },
      progress: 1,
      error: null,
    });
    expect((await ada.get('/v1/transactions')).body.data).toEqual([]);
    const { data, nextCursor } = (await ada.get(`/v1/imports/${found.id}/rows?limit=3`)).body;
    expect(data[0]).toEqual({
      number: 1,
      line: 2,
      splits: [],
      status: 'new',
      date: '2026-11-03',
      amount: -1250,
      currency: 'USD',
      description: 'Bread',
      counterparty: '',
      category: 'Groceries',
      account: '',
      bankId: '',
      duplicateOf: null,
      transactionId: null,
    });
    const rest = (await ada.get(`/v1/imports/${found.id}/rows?limit=3&cursor=${nextCursor}`)).body;
    expect([data.length, rest.data.map((row: any) => row.number), rest.nextCursor]).toEqual([3, [4], null]);
    expect((await ada.get('/v1/imports')).body).toMatchObject({ data: [{ id: found.id }], nextCursor: null });
  });

  test('by the same key again is the first import, and another file is refused', async () => {
    const { ada, walletId } = await withWallet();
    const first = await upload(ada, walletId, CSV, { key: 'k' });
    const again = await upload(ada, walletId, CSV, { key: 'k' });
    expect([again.status, again.body.id, again.headers.get('idempotency-replayed')]).toEqual([
      202,
      first.body.id,
      'true',
    ]);
    expect((await upload(ada, walletId, `${CSV}2026-11-26,More,1.00,\n`, { key: 'k' })).body.code).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
    expect((await ada.get('/v1/imports')).body.data).toHaveLength(1);
    await settled(ada, first.body.id);
  });

  test('tells of every fault by line and column, and reads the rest', async () => {
    const { ada, walletId } = await withWallet();
    const found = await read(
      ada,
      walletId,
      'Date,Description,Amount\n2026-11-01,A,1.00\n2026-02-30,B,2.00\n2026-11-02,C,1x1\n2036-01-01,D,1.00\n',
    );
    expect(found).toMatchObject({ status: 'ready', counts: { rows: 1, new: 1, problems: 3 } });
    expect(found.problems).toEqual([
      { line: 3, column: 1, message: expect.any(String) },
      { line: 4, column: 14, message: expect.any(String) },
      { line: 5, column: 1, message: expect.stringContaining('more than a year ahead') },
    ]);
  });

  test('of no known format has failed, with a problem', async () => {
    const { ada, walletId } = await withWallet();
    const found = await read(ada, walletId, Buffer.from([0, 1, 2, 3, 255]));
    expect(found).toMatchObject({ status: 'failed', format: 'unknown', error: { code: 'INVALID_ARGUMENT' } });
    expect(found.problems).toEqual([{ line: 1, column: 1, message: expect.any(String) }]);
  });

  test.each([
    ['no wallet', (_id: string) => '', 400, 'walletId'],
    ["another person's wallet", (_id: string) => `walletId=${newId()}`, 404, undefined],
    ['a format that there is not', (id: string) => `walletId=${id}&format=pdf`, 400, 'format'],
    ['an encoding that there is not', (id: string) => `walletId=${id}&encoding=x`, 400, 'encoding'],
  ])('with %s is refused', async (_what, query, status, field) => {
    const { ada, walletId } = await withWallet();
    const reply = await ada.send('POST', `/v1/imports?${query(walletId)}`, { rawBody: CSV });
    expect([reply.status, reply.body.errors?.[0]?.path]).toEqual([status, field]);
    expect((await ada.get('/v1/imports')).body.data).toEqual([]);
  });

  test('with nothing in it, or compressed on the way, is refused', async () => {
    const { ada, walletId } = await withWallet();
    expect((await upload(ada, walletId, '')).status).toBe(400);
    const headers = { 'content-encoding': 'gzip' };
    expect((await ada.send('POST', `/v1/imports?walletId=${walletId}`, { rawBody: CSV, headers })).status).toBe(415);
  });

  test('is nobody else’s', async () => {
    const { ada, walletId } = await withWallet();
    const { id } = await read(ada, walletId, CSV);
    const eve = finance.as();
    for (const path of [`/v1/imports/${id}`, `/v1/imports/${id}/rows`]) expect((await eve.get(path)).status).toBe(404);
    expect((await upload(eve, walletId, CSV)).status).toBe(404);
    expect((await eve.get('/v1/imports')).body.data).toEqual([]);
  });
});

test('who asks for events gets the import every second until it is read', async () => {
  const { ada, walletId } = await withWallet();
  const { id } = await read(ada, walletId, CSV);
  const later = { status: 'reading', next_attempt_at: new Date(Date.now() + 1_500) };
  await finance.knex('imports').where({ id }).update(later);
  const reply = await ada.get(`/v1/imports/${id}`, { headers: { accept: 'text/event-stream' } });
  expect(reply.headers.get('content-type')).toContain('text/event-stream');
  const events = reply.text.split('\n\n').slice(0, -1);
  const statuses = events.map((event) => (JSON.parse(event.slice('data: '.length)) as { status: string }).status);
  expect([statuses[0], statuses.at(-1)]).toEqual(['reading', 'ready']);
  const eve = finance.as();
  expect((await eve.get(`/v1/imports/${id}`, { headers: { accept: 'text/event-stream' } })).status).toBe(404);
});

test('rows in another currency, and of another account than most, are skipped and told', async () => {
  const { ada, walletId } = await withWallet();
  const file =
    'Date,Description,Amount,Currency,IBAN\n2026-11-01,A,1.00,USD,DE1\n2026-11-01,B,2.00,USD,DE1\n2026-11-01,C,4.00,USD,DE2\n2026-11-01,D,8.00,EUR,DE1\n';
  const found = await read(ada, walletId, file);
  expect(found.counts).toEqual({ rows: 4, new: 2, duplicates: 0, skipped: 2, problems: 0 });
  expect(found.sums).toEqual([
    { currency: 'USD', amount: 700 },
    { currency: 'EUR', amount: 800 },
  ]);
  expect(found.accounts).toHaveLength(3);
  const told = [{ line: 1, message: "Skipped rows in EUR, which is not the wallet's currency: 1" }];
  expect(found.warnings).toEqual(told);
  expect((await ada.patch(`/v1/imports/${found.id}`, { account: 'DE2' })).status).toBe(200);
  expect(await settled(ada, found.id)).toMatchObject({ counts: { new: 1 }, warnings: told });
  await ada.patch(`/v1/imports/${found.id}`, { account: 'DE1' });
  await settled(ada, found.id);
  const { data } = (await ada.get(`/v1/imports/${found.id}/rows?status=skipped`)).body;
  expect(data.map((row: any) => row.description)).toEqual(['C', 'D']);
});

test('an import whose process died while it was read is read by another', async () => {
  const { ada, walletId } = await withWallet();
  const { id } = await read(ada, walletId, CSV);
  const dead = { status: 'reading', next_attempt_at: new Date(Date.now() - 1), version: 7, attempts: 1 };
  await finance.knex('imports').where({ id }).update(dead);
  expect(await settled(ada, id)).toMatchObject({ status: 'ready', counts: { rows: 4, new: 4 } });
  await finance
    .knex('imports')
    .where({ id })
    .update({ ...dead, attempts: 5 });
  expect(await settled(ada, id)).toMatchObject({ status: 'failed', error: { code: 'INTERNAL' } });
});

test('a fourth upload at a time and a 21st open import are refused', async () => {
  const { ada, walletId } = await withWallet();
  const { id } = await read(ada, walletId, CSV);
  const copies = (status: string, count: number) =>
    finance.knex.raw(
      `insert into imports select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'status', ?::text))).*
       from imports i, generate_series(1, ?) where i.id = ?`,
      [status, count, id],
    );
  await copies('receiving', 3);
  expect((await upload(ada, walletId, CSV)).body.code).toBe('LIMIT_EXCEEDED');
  await finance.knex('imports').where({ owner_id: ada.userId, status: 'receiving' }).delete();
  await copies('ready', 18);
  expect((await upload(ada, walletId, CSV)).status).toBe(202);
  expect((await upload(ada, walletId, CSV)).body.code).toBe('LIMIT_EXCEEDED');
});
