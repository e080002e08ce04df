import { newId } from '@florin/service-kit';
import { createTestClock } from '@florin/testing';
import { categoryOf, type Finance, type Person, startFinance, walletOf } from './harness.ts';
import { upload } from './support/files.ts';
import { type Household, household } from './support/sharing.ts';

const clock = createTestClock(new Date('2026-11-30T12:00:00Z'));
const PDF = Buffer.from('%PDF-1.4\n');
let finance: Finance;
let home: Household;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now });
  home = await household(finance);
});
afterAll(() => finance.stop());

const attach = (person: Person, transactionId: string, key = newId()) =>
  fetch(`${person.url}/v1/transactions/${transactionId}/attachments`, {
    method: 'POST',
    headers: { ...person.headers, 'content-type': 'application/pdf', 'idempotency-key': key },
    body: PDF,
  });
const rowOf = (person: Person, more: object = {}) =>
  person.post('/v1/transactions', { walletId: home.wallet.id, categoryId: home.categoryId, amount: 10, ...more });
/** A row of the owner's to be changed. */
const fresh = async () => (await rowOf(home.ada)).body.id as string;
const other = () => walletOf(home.ada, { creditLimit: null });

type Call = (person: Person) => Promise<{ status: number }>;
const wallet = (rest = '') => `/v1/wallets/${home.wallet.id}${rest}`;
/** Each route of a wallet, and what owner, writer, reader, and whoever is no member get. */
const ROUTES: [name: string, call: Call, owner: number, writer: number, reader: number][] = [
  ['GET wallet', (person) => person.get(wallet()), 200, 200, 200],
  ['GET its categories', (person) => person.get(wallet('/categories')), 200, 200, 200],
  ['GET its members', (person) => person.get(wallet('/members')), 200, 200, 200],
  ['GET its summary', (person) => person.get(`/v1/summaries?walletId=${home.wallet.id}`), 200, 200, 200],
  ['GET a row', (person) => person.get(`/v1/transactions/${home.rowId}`), 200, 200, 200],
  ['GET attachments', (person) => person.get(`/v1/transactions/${home.rowId}/attachments`), 200, 200, 200],
  ['POST a row', (person) => rowOf(person), 201, 201, 403],
  ['POST a split row', (person) => rowOf(person, { categoryId: undefined, splits: halves() }), 201, 201, 403],
  ['PATCH a row', async (person) => person.patch(`/v1/transactions/${await fresh()}`, { amount: 11 }), 200, 200, 403],
  [
    'PATCH its words',
    async (person) => person.patch(`/v1/transactions/${await fresh()}`, { note: 'x' }),
    200,
    200,
    403,
  ],
  ['DELETE a row', async (person) => person.delete(`/v1/transactions/${await fresh()}`), 204, 204, 403],
  ['POST an attachment', async (person) => attach(person, await fresh()), 201, 201, 403],
  [
    'PATCH a row into another wallet',
    async (person) => person.patch(`/v1/transactions/${await fresh()}`, { walletId: (await other()).id }),
    200,
    403,
    403,
  ],
  ['PATCH wallet', (person) => person.patch(wallet(), { description: 'x' }), 200, 403, 403],
  ['PATCH its limit', (person) => person.patch(wallet(), { creditLimit: null }), 200, 403, 403],
  ['POST set-balance', async (person) => person.post(wallet('/set-balance'), { balance: 5_000 }), 200, 403, 403],
  ['POST reopen', (person) => person.post(wallet('/reopen'), {}), 409, 403, 403],
  [
    'POST a transfer out of it',
    async (person) => person.post('/v1/transactions/transfers', transferTo((await other()).id)),
    201,
    404,
    404,
  ],
  ['POST what recurs', async (person) => person.post('/v1/recurring-transactions', recurring()), 201, 404, 404],
  [
    'POST a goal',
    (person) => person.post('/v1/goals', { name: 'Sofa', walletId: home.wallet.id, target: 900 }),
    201,
    404,
    404,
  ],
  ['POST an import', (person) => upload(person, home.wallet.id, 'Date,Amount\n2026-11-01,5\n'), 202, 404, 404],
  ['POST members', (person) => person.post(wallet('/members'), { userId: newId(), role: 'reader' }), 201, 403, 403],
];
const transferTo = (toWalletId: string) => ({ fromWalletId: home.wallet.id, toWalletId, amount: 5 });
const recurring = () => ({
  walletId: home.wallet.id,
  categoryId: home.categoryId,
  ...{ amount: 5, frequency: 'monthly', startDate: '2027-01-01' },
});
const halves = () => [
  { categoryId: home.categoryId, amount: 4 },
  { categoryId: home.categoryId, amount: 6 },
];

describe.each(ROUTES)('%s', (_name, call, owner, writer, reader) => {
  test.each([
    ['the owner', 'ada', owner],
    ['a writer', 'writer', writer],
    ['a reader', 'reader', reader],
    ['a stranger', 'stranger', 404],
  ] as const)(`by %s`, async (_who, who, status) => {
    expect((await call(home[who])).status).toBe(status);
  });
});

test('once a writer has left, every route answers as for a stranger, and what they wrote stays under their name', async () => {
  const { ada, writer, wallet: shared } = await household(finance);
  const kept = home;
  home = { ...(await household(finance)) };
  try {
    const mine = await rowOf(home.writer, { description: 'Left behind' });
    expect(mine.body.createdBy).toBe(home.writer.userId);
    await home.writer.delete(wallet(`/members/${home.writer.userId}`));
    for (const [name, call] of ROUTES) expect([name, (await call(home.writer)).status]).toEqual([name, 404]);
    expect((await home.writer.get(`/v1/transactions?walletId=${home.wallet.id}`)).body.data).toEqual([]);
    const row = (await home.ada.get(`/v1/transactions/${String(mine.body.id)}`)).body;
    expect(row).toMatchObject({ description: 'Left behind', createdBy: home.writer.userId });
    expect((await writer.get(`/v1/wallets/${shared.id}`)).body.sharedBy.userId).toBe(ada.userId);
  } finally {
    home = kept;
  }
});

test("wallets of others stand beside one's own, marked, and can be left out; pages hold both", async () => {
  const { writer, ada, wallet: shared } = home;
  await walletOf(writer, { name: 'Own' });
  const list = async (query = '') =>
    (await writer.get(`/v1/wallets${query}`)).body.data as {
      id: string;
      role: string;
      sharedBy?: { userId: string };
    }[];
  expect((await list()).map(({ role, sharedBy }) => [role, sharedBy?.userId])).toEqual(
    expect.arrayContaining([
      ['owner', undefined],
      ['writer', ada.userId],
    ]),
  );
  expect((await list('?shared=true')).map(({ id }) => id)).toEqual([shared.id]);
  expect((await list('?shared=false')).map(({ role }) => role)).toEqual(['owner', 'owner']);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { body: any } = await writer.get(`/v1/wallets?limit=1${cursor ? `&cursor=${cursor}` : ''}`);
    seen.push(...page.body.data.map(({ id }: { id: string }) => id));
    cursor = page.body.nextCursor;
  }
  expect(seen).toEqual((await list()).map(({ id }) => id));
  expect((await writer.get('/v1/wallets?shared=maybe')).status).toBe(400);
});

test('a list names wallets of one owner, and without a wallet it is of own rows alone', async () => {
  const { ada, writer, wallet: shared } = home;
  const [own, second] = [await walletOf(writer), await household(finance)];
  const list = (query: string) => writer.get(`/v1/transactions?${query}`);
  const rows = (await list(`walletId=${shared.id}`)).body.data;
  expect(rows).toEqual((await ada.get(`/v1/transactions?walletId=${shared.id}`)).body.data);
  expect((await list('limit=100')).body.data).toEqual([]);
  for (const id of [own.id, second.wallet.id, newId()]) {
    const mixed = await list(`walletId=${shared.id}&walletId=${id}`);
    expect([mixed.status, mixed.body.errors[0].path]).toEqual([400, 'walletId']);
  }
  expect((await list(`walletId=${shared.id}&search=Bread`)).body.data).toHaveLength(1);
  const page = await list(`walletId=${shared.id}&limit=2`);
  const next = await list(`walletId=${shared.id}&limit=2&cursor=${String(page.body.nextCursor)}`);
  expect([...page.body.data, ...next.body.data]).toEqual(rows.slice(0, 4));
});

test("own totals, budgets, insights and exports of a writer do not count another's wallet; the owner's do", async () => {
  const { ada, writer, categoryId, wallet: shared } = await household(finance);
  const budget = { categoryId, amount: 10_000, currency: 'USD', period: 'month', startsOn: '2026-11-01' };
  const made = await ada.post('/v1/budgets', budget);
  const reply = await writer.post('/v1/transactions', { walletId: shared.id, categoryId, amount: 250 });
  expect(reply.body).toMatchObject({ createdBy: writer.userId, walletId: shared.id });
  const expense = async (person: Person) => (await person.get('/v1/summaries?period=month')).body.data[0]?.expense ?? 0;
  expect([await expense(ada), await expense(writer)]).toEqual([350, 0]);
  expect((await writer.get(`/v1/summaries?walletId=${shared.id}`)).body.data).toMatchObject([
    { expense: 350, balance: 650 },
  ]);
  const worth = async (person: Person) =>
    ((await person.get('/v1/insights/net-worth')).body.data as { points: { balance: number }[] }[]).map(
      ({ points }) => points.at(-1)?.balance,
    );
  expect([await worth(ada), (await worth(writer)).filter((sum) => sum !== 0)]).toEqual([[650], []]);
  expect((await ada.get(`/v1/budgets/${String(made.body.id)}`)).body.spent).toBe(350);
  const exported = await (await fetch(`${writer.url}/v1/exports?format=json`, { headers: writer.headers })).text();
  expect(exported).not.toContain(String(reply.body.id));
});

test("a writer files under the owner's categories alone, and new tags are the owner's", async () => {
  const { ada, writer, wallet: shared, categoryId } = await household(finance);
  const body = { walletId: shared.id, amount: 10 };
  expect((await writer.post('/v1/transactions', { ...body, categoryId: await categoryOf(writer) })).status).toBe(404);
  const made = await writer.post('/v1/transactions', { ...body, categoryId, tags: ['Rent'] });
  expect(made.body.tags).toEqual(['Rent']);
  const tags = async (person: Person) => (await person.get('/v1/tags')).body.data.map(({ name }: any) => name);
  expect([await tags(ada), await tags(writer)]).toEqual([['Rent'], []]);
  const listed = (await writer.get(`/v1/wallets/${shared.id}/categories?limit=100`)).body.data;
  expect(listed).toEqual((await ada.get('/v1/categories?limit=100')).body.data);
  expect((await writer.get(`/v1/wallets/${shared.id}/categories?type=income`)).body.data.length).toBeGreaterThan(0);
});

test('a writer touches no transfer between wallets of the owner, and no row in a bulk', async () => {
  const { ada, writer, wallet: shared, rowId } = await household(finance);
  const target = await walletOf(ada);
  const order = { fromWalletId: shared.id, toWalletId: target.id, amount: 50 };
  const moved = await ada.post('/v1/transactions/transfers', order);
  expect((await writer.post('/v1/transactions/transfers', order)).status).toBe(404);
  const [out, into] = moved.body.data as { id: string }[];
  const change = (id: string | undefined) => writer.patch(`/v1/transactions/${String(id)}`, { description: 'Mine' });
  expect([(await change(out?.id)).status, (await change(into?.id)).status]).toEqual([403, 404]);
  expect((await writer.delete(`/v1/transactions/${String(out?.id)}`)).status).toBe(403);
  const bulk = await writer.post('/v1/transactions/bulk', { ids: [rowId], delete: true });
  expect(bulk.body.data).toEqual([{ id: rowId, code: 'NOT_FOUND' }]);
  expect((await ada.get(`/v1/transactions/${rowId}`)).status).toBe(200);
});

test("an Idempotency-Key is the caller's: the owner's own key does not meet the writer's", async () => {
  const { ada, writer, wallet: shared, categoryId } = await household(finance);
  const key = { headers: { 'idempotency-key': 'same' } };
  const body = { walletId: shared.id, categoryId, amount: 30 };
  const [hers, his] = [await ada.post('/v1/transactions', body, key), await writer.post('/v1/transactions', body, key)];
  expect(hers.body.id).not.toBe(his.body.id);
  const again = await writer.post('/v1/transactions', body, key);
  expect([again.body.id, again.headers.get('idempotency-replayed')]).toEqual([his.body.id, 'true']);
  expect((await writer.post('/v1/transactions', { ...body, amount: 31 }, key)).body.code).toBe('IDEMPOTENCY_MISMATCH');
});

test('of two changes by owner and writer the later is told by If-Match', async () => {
  const { ada, writer, rowId } = await household(finance);
  const read = await writer.get(`/v1/transactions/${rowId}`);
  const match = { headers: { 'if-match': read.headers.get('etag') ?? '' } };
  expect((await ada.patch(`/v1/transactions/${rowId}`, { amount: 90 }, match)).status).toBe(200);
  expect((await writer.patch(`/v1/transactions/${rowId}`, { amount: 80 }, match)).status).toBe(412);
});

test('what a writer posts is posted for the owner in the ledger, and the operation keeps who gave the order', async () => {
  const { ada, writer, wallet: shared, categoryId } = await household(finance);
  const made = await writer.post('/v1/transactions', { walletId: shared.id, categoryId, amount: 30 });
  const account = finance.ledger.book.accounts.get(shared.accountId);
  expect([account?.ownerId, Number(account?.posted)]).toEqual([ada.userId, 870]);
  const operations = () => finance.knex('operations').where({ actor_id: writer.userId }).pluck('owner_id');
  expect(await operations()).toEqual([ada.userId]);
  await writer.patch(`/v1/transactions/${String(made.body.id)}`, { amount: 40 });
  await writer.delete(`/v1/transactions/${String(made.body.id)}`);
  expect(await operations()).toEqual([ada.userId, ada.userId, ada.userId]);
  expect(Number(finance.ledger.book.accounts.get(shared.accountId)?.posted)).toBe(900);
});

test("attachments of a shared row are read by members, written by writers, and take the owner's room", async () => {
  const { ada, writer, reader, stranger, rowId } = await household(finance);
  const added = (await (await attach(writer, rowId)).json()) as { id: string };
  const path = `/v1/transactions/${rowId}/attachments`;
  for (const person of [ada, writer, reader]) {
    expect((await person.get(path)).body.data).toMatchObject([{ id: added.id }]);
    const file = await fetch(`${person.url}${path}/${added.id}`, { headers: person.headers });
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF);
  }
  expect((await finance.knex('attachments').where({ id: added.id }).first('owner_id')).owner_id).toBe(ada.userId);
  expect((await stranger.delete(`${path}/${added.id}`)).status).toBe(404);
  expect((await reader.delete(`${path}/${added.id}`)).status).toBe(403);
  expect((await writer.delete(`${path}/${added.id}`)).status).toBe(204);
});

test('a deleted wallet leaves the lists of its members, who still read it by its id', async () => {
  const { ada, writer, wallet: shared, categoryId } = await household(finance);
  expect((await ada.delete(`/v1/wallets/${shared.id}`)).status).toBe(204);
  expect((await writer.get('/v1/wallets?shared=true')).body.data).toEqual([]);
  expect((await writer.get(`/v1/wallets/${shared.id}`)).body).toMatchObject({ archived: true, role: 'writer' });
  const late = await writer.post('/v1/transactions', { walletId: shared.id, categoryId, amount: 1 });
  expect(late.status).toBe(404);
  expect((await writer.delete(`/v1/wallets/${shared.id}/members/${writer.userId}`)).status).toBe(204);
});
