import { waitFor } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(() => finance.stop());

async function withWallet() {
  const ada = finance.as();
  const { id: walletId } = await walletOf(ada, { balance: 100 });
  return { ada, walletId, categoryId: await categoryOf(ada) };
}
const namesOf = async (person: Person) =>
  (await person.get('/v1/tags')).body.data.map(({ name }: { name: string }) => name);
const idOf = async (person: Person, name: string): Promise<string> =>
  (await person.get(`/v1/tags?search=${name}`)).body.data[0].id;

test('a tag is made by its first use, in its first spelling, and a note may have lines', async () => {
  const { ada, walletId, categoryId } = await withWallet();
  const note = 'Two\nlines';
  const body = { walletId, categoryId, amount: 5, note, tags: ['Work', 'Rome 2026', 'work'] };
  const first = await ada.post('/v1/transactions', body, { idempotencyKey: 'one' });
  expect(first.body).toMatchObject({ note, tags: ['Rome 2026', 'Work'] });
  expect((await ada.post('/v1/transactions', body, { idempotencyKey: 'one' })).body).toEqual(first.body);
  const second = await ada.post('/v1/transactions', { ...body, note: undefined, tags: ['ROME 2026', 'Cafe\u0301'] });
  expect(second.body).toMatchObject({ note: '', tags: ['Café', 'Rome 2026'] });
  expect((await namesOf(ada)).toSorted()).toEqual(['Café', 'Rome 2026', 'Work']);
  const path = `/v1/transactions/${first.body.id}`;
  expect((await ada.patch(path, { tags: ['work'], note: '' })).body).toMatchObject({ tags: ['Work'], note: '' });
  expect((await ada.patch(path, { tags: [], amount: 7 })).body).toMatchObject({ tags: [], amount: 7 });
  expect((await ada.get(path)).body).toMatchObject({ tags: [], note: '' });
  const read = (await ada.get('/v1/transactions')).body.data.find((each: any) => each.id === second.body.id);
  expect(read.tags).toEqual(['Café', 'Rome 2026']);
});

test('both rows of a transfer between own wallets carry its tags', async () => {
  const { ada, walletId } = await withWallet();
  const { id: toWalletId } = await walletOf(ada);
  const transfer = { fromWalletId: walletId, toWalletId, amount: 5, tags: ['saving'] };
  const rows = (await ada.post('/v1/transactions/transfers', transfer)).body.data;
  expect(rows.map((row: any) => row.tags)).toEqual([['saving'], ['saving']]);
});

test('what is too long, too many or a line too much is refused by its field', async () => {
  const { ada, walletId, categoryId } = await withWallet();
  const refusal = async (body: object) => {
    const reply = await ada.post('/v1/transactions', { walletId, categoryId, amount: 5, ...body });
    return [reply.status, reply.body.errors?.[0]?.path ?? reply.body.code];
  };
  const many = (count: number) => Array.from({ length: count }, (_, index) => `tag ${index}`);
  expect(await refusal({ tags: many(21) })).toEqual([400, 'tags']);
  expect(await refusal({ tags: ['x'.repeat(51)] })).toEqual([400, 'tags.0']);
  expect(await refusal({ tags: ['a\nb'] })).toEqual([400, 'tags.0']);
  expect(await refusal({ tags: [' '] })).toEqual([400, 'tags.0']);
  expect(await refusal({ note: 'x'.repeat(2_001) })).toEqual([400, 'note']);
  const owner_id = ada.userId;
  const at = new Date();
  const rows = Array.from({ length: 499 }, (_, index) => ({ name: `full ${index}`, owner_id }));
  const stamps = { id: finance.knex.raw('gen_random_uuid()'), created_at: at, updated_at: at };
  await finance.knex('tags').insert(rows.map((row) => ({ ...row, ...stamps })));
  expect(await refusal({ tags: ['FULL 7', 'one', 'two'] })).toEqual([422, 'LIMIT_EXCEEDED']);
  expect(await finance.knex('tags').where({ owner_id })).toHaveLength(499);
  expect(await refusal({ tags: ['full 7', 'one'] })).toEqual([201, undefined]);
});

test('a tag is renamed, merged and deleted in all its transactions', async () => {
  const { ada, walletId, categoryId } = await withWallet();
  const add = async (tags: string[]) =>
    (await ada.post('/v1/transactions', { walletId, categoryId, amount: 5, tags })).body.id as string;
  const [both, one] = [await add(['rome', 'trip']), await add(['rome'])];
  const tagsOf = async (id: string) => (await ada.get(`/v1/transactions/${id}`)).body.tags;
  const [rome, trip] = [await idOf(ada, 'rome'), await idOf(ada, 'trip')];
  expect((await ada.patch(`/v1/tags/${rome}`, { name: 'Trip' })).body.code).toBe('CONFLICT');
  expect((await ada.patch(`/v1/tags/${rome}`, { name: 'ROME' })).body.name).toBe('ROME');
  expect((await ada.patch(`/v1/tags/${rome}`, { name: 'Roma' })).status).toBe(200);
  expect(await tagsOf(one)).toEqual(['Roma']);
  const eve = finance.as();
  expect((await eve.post(`/v1/tags/${rome}/merge`, { into: trip })).status).toBe(404);
  expect((await eve.delete(`/v1/tags/${rome}`)).status).toBe(404);
  expect((await ada.post(`/v1/tags/${rome}/merge`, { into: rome })).body.errors).toMatchObject([{ path: 'into' }]);
  expect((await ada.post(`/v1/tags/${rome}/merge`, { into: trip })).body).toMatchObject({ name: 'trip' });
  expect([await tagsOf(both), await tagsOf(one), await namesOf(ada)]).toEqual([['trip'], ['trip'], ['trip']]);
  expect((await ada.delete(`/v1/tags/${trip}`)).status).toBe(204);
  expect([await tagsOf(both), await tagsOf(one), await namesOf(ada)]).toEqual([[], [], []]);
  expect((await ada.post('/v1/tags', { name: 'New' })).status).toBe(201);
  expect((await ada.post('/v1/tags', { name: 'new' })).body.code).toBe('CONFLICT');
});

test('many rows are tagged at once and back by undo, but for those that have been tagged since', async () => {
  const { ada, walletId, categoryId } = await withWallet();
  const ids: string[] = [];
  for (const tags of [['old'], ['Keep', 'old'], []]) {
    ids.push((await ada.post('/v1/transactions', { walletId, categoryId, amount: 5, tags })).body.id);
  }
  const tags = async () =>
    Promise.all(ids.map(async (id) => (await ada.get(`/v1/transactions/${id}`)).body.tags as string[]));
  const changes = { addTags: ['New', 'keep'], removeTags: ['OLD'] };
  const bulk = await ada.post('/v1/transactions/bulk', { ids, changes });
  expect(bulk.body.data.map((each: any) => each.code)).toEqual([null, null, null]);
  const tagged = [
    ['Keep', 'New'],
    ['Keep', 'New'],
    ['Keep', 'New'],
  ];
  expect(await tags()).toEqual(tagged);
  await ada.patch(`/v1/transactions/${ids[2]}`, { tags: ['other'] });
  const undone = await ada.post(`/v1/transactions/bulk/${bulk.body.id}/undo`, {});
  expect(undone.body.data.map((each: any) => each.code)).toEqual([null, null, 'CONFLICT']);
  expect(await tags()).toEqual([['old'], ['Keep', 'old'], ['other']]);
  const gone = await ada.post('/v1/transactions/bulk', { ids, delete: true });
  await ada.post(`/v1/transactions/bulk/${gone.body.id}/undo`, {});
  expect(await tags()).toEqual([['old'], ['Keep', 'old'], ['other']]);
});

test.each<[string, (ada: Person, id: string) => Promise<{ status: number }>]>([
  ['renamed', (ada, id) => ada.patch(`/v1/tags/${id}`, { name: 'After' })],
  [
    'merged',
    async (ada, id) =>
      ada.post(`/v1/tags/${id}/merge`, { into: (await ada.post('/v1/tags', { name: 'Into' })).body.id }),
  ],
])('a tag that is %s while money is under way is not lost by new and changed rows', async (_what, change) => {
  const { ada, walletId, categoryId } = await withWallet();
  const splits = [
    { categoryId, amount: 3, tags: ['Before'] },
    { categoryId, amount: 2 },
  ];
  const old = (await ada.post('/v1/transactions', { walletId, categoryId, amount: 5 })).body;
  const made = (key: string) =>
    Promise.all([
      ada.post(
        '/v1/transactions',
        { walletId, categoryId, amount: 5, tags: ['Before'] },
        { idempotencyKey: `${key}-1` },
      ),
      ada.post('/v1/transactions', { walletId, amount: 5, splits }, { idempotencyKey: `${key}-2` }),
      ada.send('PATCH', `/v1/transactions/${old.id}`, {
        body: { amount: 6, tags: ['Before'] },
        idempotencyKey: `${key}-3`,
      }),
    ]);
  finance.ledger.state.fault = 'not';
  const away = await made('key-of');
  expect(away.map(({ status, body }) => [status > 500, body.code])).toEqual(
    away.map(() => [true, expect.stringMatching(/^(UNAVAILABLE|DEADLINE_EXCEEDED)$/)]),
  );
  expect((await change(ada, await idOf(ada, 'Before'))).status).toBe(200);
  finance.ledger.state.fault = undefined;
  // the calls that failed have opened the breaker for a moment
  const replies = await waitFor(async () => {
    const again = await made('key-of');
    return again.every(({ status }) => status < 300) && again;
  });
  const rows = await Promise.all(replies.map(async ({ body }) => (await ada.get(`/v1/transactions/${body.id}`)).body));
  expect(rows.map(({ tags }) => tags)).toEqual([['Before'], [], ['Before']]);
  expect(rows[1].splits.map((part: any) => part.tags)).toEqual([['Before'], []]);
  const budget = { name: 'Tag', period: 'month', amount: 100, currency: 'USD', tagIds: [await idOf(ada, 'Before')] };
  expect((await ada.post('/v1/budgets', budget)).body.spent).toBe(5 + 3 + 6);
});
