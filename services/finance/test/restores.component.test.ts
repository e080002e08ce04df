import { createTestClock } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';
import { contentOf, fullExport, furnish, type Content } from './support/full-export.ts';
import { settled } from './support/files.ts';

const clock = createTestClock(new Date('2026-11-30T12:00:00Z'));
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50, environment: { EXPORTS_PER_MINUTE: '1000' } });
});
afterAll(() => finance.stop());

async function upload(person: Person, zip: Buffer) {
  const made = await person.send('POST', '/v1/imports?format=florin', {
    rawBody: new Uint8Array(zip),
    headers: { 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="florin.zip"' },
  });
  expect([made.status, made.body]).toEqual([202, { id: expect.any(String), status: 'reading' }]);
  return settled(person, made.body.id as string);
}

async function commit(person: Person, id: string) {
  expect((await person.post(`/v1/imports/${id}/commit`)).status).toBe(202);
  return settled(person, id);
}

/** An export's content by names in the place of ids, in an order that does not depend on them. */
function comparable(content: Content): Content {
  const names = new Map<string, string>();
  for (const kind of ['wallets', 'categories', 'goals', 'tags'])
    for (const { id, name } of content[kind]!) names.set(id, `${kind} ${name}`);
  const transfers = new Map(
    content['transactions']!.filter(({ transfer }) => transfer).map((row) => [row.transfer, 0]),
  );
  for (const row of content['transactions']!)
    if (row.transfer) transfers.set(row.transfer, Number(transfers.get(row.transfer)) + Number(row.amount));
  const rows = new Map(content['transactions']!.map((row) => [row.id, `${row.date} ${row.amount} ${row.description}`]));
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => key !== 'id')
          .map(([key, each]) => [key, named(each)]),
      );
    return names.get(value as string) ?? transfers.get(value) ?? rows.get(value) ?? value;
  };
  return Object.fromEntries(
    Object.entries(content)
      .filter(([kind]) => kind !== 'florin')
      .map(([kind, records]) => [
        kind,
        records.map(named).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      ]),
  );
}

/** Without what every new person has of their own. */
function withoutMain(content: Content): Content {
  return { ...content, wallets: content['wallets']!.filter((each) => !each.ledgerOwned) };
}

async function balances(person: Person) {
  const { data } = (await person.get('/v1/wallets?limit=100')).body;
  return data.map((each: any) => [each.name, each.balance, each.creditLimit]).sort();
}

test('restored by who wrote it, an export changes nothing', async () => {
  const ada = finance.as();
  await furnish(ada);
  const zip = await fullExport(ada);
  const before = await contentOf(zip);
  const found = await upload(ada, zip);
  expect(found).toMatchObject({
    status: 'ready',
    format: 'florin',
    walletId: null,
    problems: [],
    counts: { new: 0, problems: 0 },
  });
  expect(found.counts.duplicates).toBe(before['transactions']!.length);
  expect(await commit(ada, found.id)).toMatchObject({ status: 'committed', error: null });
  const after = await contentOf(await fullExport(ada));
  expect({ ...after, florin: [] }).toEqual({ ...before, florin: [] });
});

test('restored by a new person it is all there, right to the minor unit, and exports as the same again', async () => {
  const ada = finance.as();
  await furnish(ada);
  const zip = await fullExport(ada);
  const bea = finance.as();
  const found = await upload(bea, zip);
  expect(found).toMatchObject({ status: 'ready', problems: [], counts: { duplicates: 0, skipped: 0 } });
  expect((await bea.get('/v1/transactions')).body.data).toEqual([]);
  expect(await commit(bea, found.id)).toMatchObject({ status: 'committed', error: null });
  expect(await balances(bea)).toEqual(await balances(ada));
  const [before, after] = [withoutMain(await contentOf(zip)), withoutMain(await contentOf(await fullExport(bea)))];
  expect(comparable(after)).toEqual(comparable(before));
  const { data: wallets } = (await bea.get('/v1/wallets?limit=100')).body;
  for (const { accountId, balance } of wallets) expect(finance.ledger.book.balanceOf(accountId)).toBe(BigInt(balance));
  const again = await upload(bea, zip);
  expect(again.counts).toMatchObject({ new: 0, duplicates: before['transactions']!.length });
  await commit(bea, again.id);
  expect({ ...(await contentOf(await fullExport(bea))), florin: [] }).toEqual({
    ...(await contentOf(await fullExport(bea))),
    florin: [],
  });
  expect(comparable(withoutMain(await contentOf(await fullExport(bea))))).toEqual(comparable(before));
});

test('undone, what it made is gone, and it can be restored again', async () => {
  const ada = finance.as();
  await furnish(ada);
  const zip = await fullExport(ada);
  const bea = finance.as();
  const own = await walletOf(bea, { name: 'Own', balance: 500 });
  const total = finance.ledger.book.total();
  const { id } = await upload(bea, zip);
  await commit(bea, id);
  expect((await bea.post(`/v1/imports/${id}/undo`)).status).toBe(202);
  expect(await settled(bea, id)).toMatchObject({ status: 'undone', error: null });
  expect(finance.ledger.book.total()).toBe(total);
  expect(finance.ledger.book.balanceOf(own.accountId)).toBe(500n);
  expect(await balances(bea)).toEqual([
    ['Main', 0, 0],
    ['Own', 500, 0],
  ]);
  expect((await bea.get('/v1/transactions')).body.data).toHaveLength(1);
  for (const path of ['rules', 'budgets', 'recurring-transactions', 'goals?status=open', 'tags'])
    expect([path, (await bea.get(`/v1/${path}`)).body.data]).toEqual([path, []]);
  const again = await upload(bea, zip);
  expect(again.counts).toMatchObject({ duplicates: 0 });
  expect(await commit(bea, again.id)).toMatchObject({ status: 'committed' });
});

test('money of a main wallet is not made: its rows stand in a wallet that notes them', async () => {
  const ada = finance.as();
  const { data } = (await ada.get('/v1/wallets')).body;
  const main = data.find((each: any) => each.main);
  const categoryId = await categoryOf(ada, 'income');
  await ada.post('/v1/transactions', { walletId: main.id, categoryId, amount: 700, description: 'Pay' });
  const bea = finance.as();
  await bea.get('/v1/wallets');
  const { id } = await upload(bea, await fullExport(ada));
  await commit(bea, id);
  const wallets = (await bea.get('/v1/wallets')).body.data;
  expect(wallets.map((each: any) => [each.main, each.name, each.balance]).sort()).toEqual([
    [false, 'Main', 700],
    [true, 'Main', 0],
  ]);
});

test('what its owner deleted since comes back', async () => {
  const ada = finance.as();
  const { cashId } = await furnish(ada);
  const zip = await fullExport(ada);
  const before = await balances(ada);
  const [row] = (await ada.get(`/v1/transactions?walletId=${cashId}&search=Tea`)).body.data;
  const [budget] = (await ada.get('/v1/budgets')).body.data;
  await ada.delete(`/v1/transactions/${row.id}`);
  await ada.delete(`/v1/budgets/${budget.id}`);
  const found = await upload(ada, zip);
  expect(found.counts).toMatchObject({ new: 1 });
  await commit(ada, found.id);
  expect(await balances(ada)).toEqual(before);
  expect((await ada.get('/v1/budgets')).body.data).toMatchObject([{ amount: budget.amount, spent: budget.spent }]);
});
