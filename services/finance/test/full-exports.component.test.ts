import { waitFor } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance } from './harness.ts';
import { contentOf, fullExport, furnish, PNG } from './support/full-export.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());

test('a full export holds all that the person has, right to the minor unit, and nothing of others', async () => {
  const ada = finance.as();
  await furnish(finance.as());
  await furnish(ada);
  const content = await contentOf(await fullExport(ada));
  expect(content['florin']).toMatchObject([{ format: 'florin', version: 1, currency: 'USD' }]);
  const count = (kind: string) => content[kind]!.length;
  const { data: wallets } = (await ada.get('/v1/wallets')).body;
  const sums = new Map<string, number>();
  for (const { walletId, direction, amount } of content['transactions']!)
    sums.set(walletId, (sums.get(walletId) ?? 0) + Number(direction === 'in' ? amount : -amount));
  for (const { id, balance } of wallets) expect(sums.get(id) ?? 0).toBe(balance);
  expect(content['transactions']!.map(({ id }) => id).sort()).toEqual(
    (await ada.get('/v1/transactions?limit=100')).body.data.map((row: any) => row.id).sort(),
  );
  expect(content['wallets']!.filter((each) => each.archived)).toMatchObject([{ name: 'Gone' }]);
  expect(content['wallets']!.filter((each) => each.goalId)).toMatchObject([{ name: 'Boat' }]);
  const tea = content['transactions']!.find(({ note }) => note === 'two\nlines');
  expect(tea).toMatchObject({ tags: ['Rome', 'x'], date: '2026-11-05', transfer: null });
  expect(content['transactions']!.filter(({ transfer }) => transfer).length).toBe(6);
  expect(content['attachments']).toMatchObject([{ transactionId: tea.id, name: 'tea.png', type: 'image/png' }]);
  expect(content['attachments files']).toEqual([{ id: content['attachments']![0].id, bytes: PNG.toString('base64') }]);
  expect(['rules', 'budgets', 'goals', 'tags'].map(count)).toEqual([1, 1, 1, 2]);
  expect(content['recurring']).toMatchObject([{ description: 'Rent', nextNumber: 0 }, { description: 'Save' }]);
});

test('of nobody is refused, and counts among the exports of a person', async () => {
  expect((await finance.anonymous().get('/v1/exports/full')).status).toBe(401);
  const ada = finance.as();
  await walletOf(ada);
  for (let time = 0; time < 10; time += 1) await fullExport(ada);
  expect((await ada.get('/v1/exports/full')).body).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
});

test('who leaves in the middle of it gives its place back', async () => {
  const ada = finance.as();
  const { id: walletId } = await walletOf(ada, { balance: 100_000 });
  const categoryId = await categoryOf(ada);
  await finance.knex.raw(
    `insert into transactions (id, owner_id, wallet_id, category_id, type, direction, amount, currency, description,
       occurred_at, date, time_zone, source, status, transfer_id, created_at, updated_at)
     select gen_random_uuid(), ?, ?, ?, 'expense', 'out', n, 'USD', md5(n::text) || md5((n + 1)::text) || gen_random_uuid(),
       '2026-01-01T00:00:00Z'::timestamptz, '2026-01-01', 'UTC', 'own', 'posted', gen_random_uuid(), now(), now()
     from generate_series(1, 30000) n`,
    [ada.userId, walletId, categoryId],
  );
  const url = `${ada.url}/v1/exports/full`;
  for (let time = 0; time < 3; time += 1) {
    const leave = new AbortController();
    const reply = await waitFor(async () => {
      const asked = await fetch(url, { headers: ada.headers, signal: leave.signal });
      return asked.status === 200 ? asked : undefined;
    });
    await reply.body!.getReader().read();
    leave.abort();
  }
  const whole = (await contentOf(await fullExport(ada)))['transactions'];
  expect(new Set(whole!.map(({ id }) => id)).size).toBe(30_001);
}, 30_000);
