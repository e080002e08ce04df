import { zipOf } from '@florin/testing';
import { startFinance, type Finance, type Person } from './harness.ts';
import { fullExport, furnish } from './support/full-export.ts';
import { settled } from './support/files.ts';

let finance: Finance;
let ada: Person;
let zip: Buffer;
beforeAll(async () => {
  finance = await startFinance({ reconcileEveryMs: 50 });
  ada = finance.as();
  await furnish(ada);
  zip = await fullExport(ada);
}, 30_000);
afterAll(() => finance.stop());

async function read(person: Person, content: Buffer) {
  const made = await person.send('POST', '/v1/imports?format=florin', { rawBody: new Uint8Array(content) });
  expect(made.status).toBe(202);
  const found = await settled(person, made.body.id as string);
  await finance.knex('imports').where({ id: found.id }).delete();
  return found;
}

const manifest = (fields: object = {}) =>
  Buffer.from(
    JSON.stringify({ format: 'florin', version: 1, createdAt: '2026-11-30T12:00:00.000Z', currency: 'USD', ...fields }),
  );
const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const WALLET = {
  ...{ id: id(1), name: 'A', type: 'cash', icon: 'x', colour: null, order: 0, currency: 'USD', description: '' },
  ...{ creditLimit: null, ledgerOwned: false, goalId: null, archived: false },
};
const ROW = {
  ...{ id: id(2), walletId: id(1), categoryId: null, type: 'adjustment', direction: 'in', amount: 5, currency: 'USD' },
  ...{ description: '', note: '', tags: [], splits: [], date: '2026-11-01', occurredAt: '2026-11-01T00:00:00.000Z' },
  ...{ timeZone: null, transfer: null, rate: null },
};
const lines = (...records: object[]) => Buffer.from(records.map((each) => `${JSON.stringify(each)}\n`).join(''));

test.each<[string, () => Buffer, string]>([
  ['no ZIP', () => Buffer.from('Date,Amount\n'), "ZIP can't be read"],
  ['a ZIP of something else', () => zipOf({ 'db.sqlite': Buffer.from('x') }), 'no full export'],
  ['a ZIP that was cut', () => zip.subarray(0, zip.length - 100), "ZIP can't be read"],
  ['a later version', () => zipOf({ 'florin.json': manifest({ version: 2 }) }), 'version 2'],
  [
    'a manifest of another program',
    () => zipOf({ 'florin.json': Buffer.from('{"format":"x"}') }),
    'florin.json: format',
  ],
  ['a manifest that is no JSON', () => zipOf({ 'florin.json': Buffer.from('PK') }), 'no JSON'],
  [
    'lines that unpack to too much',
    () => zipOf({ 'florin.json': manifest(), 'transactions.jsonl': Buffer.alloc(8_000_000, 'x') }),
    'a line must have at most',
  ],
  [
    'more lines than a person has wallets',
    () => zipOf({ 'florin.json': manifest(), 'wallets.jsonl': Buffer.alloc(20_002, '\n') }),
    'wallets.jsonl: must have at most 20000 lines',
  ],
  [
    'more empty lines than rows are read',
    () => zipOf({ 'florin.json': manifest(), 'transactions.jsonl': Buffer.alloc(1_000_002, '\n') }),
    'transactions.jsonl: must have at most 1000000 lines',
  ],
  [
    'more faulty lines than a person has tags',
    () => zipOf({ 'florin.json': manifest(), 'tags.jsonl': Buffer.from('{}\n'.repeat(20_001)) }),
    'tags.jsonl: must have at most 20000 lines',
  ],
  [
    'a size that is not so',
    () => zipOf({ 'florin.json': manifest(), 'wallets.jsonl': Buffer.alloc(100_000, '\n') }, 400),
    "ZIP can't be read",
  ],
])('%s has failed, and says why', async (_what, content, message) => {
  const found = await read(finance.as(), content());
  expect(found).toMatchObject({ status: 'failed', format: 'florin', error: { code: 'INVALID_ARGUMENT' } });
  expect(found.error.message).toContain(message);
  expect(found.problems).toEqual([{ line: 1, column: 1, message: expect.stringContaining(message) }]);
});

test.each<[string, object, string]>([
  ['an amount below zero', { amount: -5 }, 'amount'],
  ['a fraction of a minor unit', { amount: 0.5 }, 'amount'],
  ['a wallet that is not there', { walletId: id(9) }, 'walletId: is no wallet'],
  ['another currency', { currency: 'EUR' }, 'currency: must be'],
  ['no category', { type: 'expense' }, 'categoryId: does not go'],
  ['a category that is not there', { type: 'expense', categoryId: id(9) }, 'categoryId: is no category'],
  ['a day that is none', { date: '2026-02-30' }, 'date: must be a day'],
  ['hidden characters', { description: 'a\u202eb' }, 'description'],
])('a row with %s is a problem of its line, and the others are read', async (_what, fields, message) => {
  const found = await read(
    finance.as(),
    zipOf({
      'florin.json': manifest(),
      'wallets.jsonl': lines(WALLET),
      'transactions.jsonl': lines({ ...ROW, ...fields }, { ...ROW, id: id(3) }),
    }),
  );
  expect(found).toMatchObject({ status: 'ready', counts: { rows: 1, new: 1, problems: 1 } });
  expect(found.problems).toEqual([
    { line: 1, column: 1, message: expect.stringContaining(`transactions.jsonl: ${message}`) },
  ]);
});

test.each(['wallets', 'categories', 'tags', 'rules', 'recurring', 'budgets', 'goals', 'mappings', 'attachments'])(
  'a line of %s that is no record is a problem',
  async (kind) => {
    const found = await read(
      finance.as(),
      zipOf({ 'florin.json': manifest(), [`${kind}.jsonl`]: Buffer.from('[]\n') }),
    );
    expect(found).toMatchObject({ status: 'ready', counts: { rows: 0, problems: 1 } });
    expect(found.problems).toEqual([{ line: 1, column: 1, message: expect.stringContaining(`${kind}.jsonl: `) }]);
  },
);

test('a row that stands twice is made once', async () => {
  const files = { 'florin.json': manifest(), 'wallets.jsonl': lines(WALLET), 'transactions.jsonl': lines(ROW, ROW) };
  expect((await read(finance.as(), zipOf(files))).counts).toMatchObject({ rows: 2, new: 1, skipped: 1 });
});

test("an export that names another person's ids makes nothing of theirs", async () => {
  const bea = finance.as();
  const before = (await ada.get('/v1/wallets')).body.data;
  const made = await bea.send('POST', '/v1/imports?format=florin', { rawBody: new Uint8Array(zip) });
  const { id: importId } = await settled(bea, made.body.id as string);
  await bea.post(`/v1/imports/${importId}/commit`);
  expect(await settled(bea, importId)).toMatchObject({ status: 'committed' });
  expect((await ada.get('/v1/wallets')).body.data).toEqual(before);
  const ids = new Set(before.map((each: any) => each.id));
  expect((await bea.get('/v1/wallets')).body.data.filter((each: any) => ids.has(each.id))).toEqual([]);
});

test('an export that is damaged anywhere is read or told to be none', async () => {
  const bea = finance.as();
  for (let seed = 1; seed <= 30; seed += 1) {
    const bytes = Buffer.from(zip);
    for (let times = 0; times < 5; times += 1)
      bytes[(seed * 7_919 * (times + 1) * (times + 3)) % bytes.length]! ^= seed;
    const found = await read(bea, seed % 3 === 0 ? bytes.subarray((seed * 31) % 200) : bytes);
    expect([seed, found.status]).toEqual([seed, expect.stringMatching(/^(ready|failed)$/)]);
    expect(found.error?.code).not.toBe('INTERNAL');
  }
}, 60_000);
