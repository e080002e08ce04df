import fc from 'fast-check';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance();
});
afterAll(() => finance.stop());

interface Row {
  id: string;
  walletId: string;
  categoryId: string | null;
  splits: { categoryId: string; tags: string[] }[];
  type: string;
  tags: string[];
  amount: number;
  date: string;
  description: string;
}
type Filter = Partial<
  Record<'walletId' | 'categoryId' | 'type' | 'anyTags' | 'allTags', string[]> &
    Record<'amountMin' | 'amountMax', number> &
    Record<'from' | 'to' | 'search', string>
>;

function queryOf(filter: Filter): string {
  const pairs = Object.entries(filter).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, String(each)]),
  );
  return new URLSearchParams(pairs).toString();
}

async function pagesOf(person: Person, filter: Filter, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor = ''; ;) {
    const reply = await person.get(`/v1/transactions?limit=${limit}&${queryOf(filter)}${cursor}`);
    expect(reply.status).toBe(200);
    rows.push(...reply.body.data);
    if (reply.body.nextCursor === null) return rows;
    cursor = `&cursor=${reply.body.nextCursor}`;
  }
}

/** parents by the categories under them */
const parents = new Map<string, string>();

/** The rules, said once more. */
function matches(row: Row, filter: Filter): boolean {
  const { amountMin = 0, amountMax = Infinity, from = '', to = '9', search = '', allTags = [] } = filter;
  const any = (wanted: string[] | undefined, has: string[]) => !wanted || wanted.some((each) => has.includes(each));
  const filed = row.splits.length > 0 ? row.splits.map(({ categoryId }) => categoryId) : [row.categoryId ?? 'none'];
  const found = filed.flatMap((id) => [id, parents.get(id) ?? id]);
  const tags = [...row.tags, ...row.splits.flatMap((split) => split.tags)].map((tag) => tag.toLowerCase());
  const lower = (names: string[] | undefined) => names?.map((name) => name.toLowerCase());
  return (
    any(filter.walletId, [row.walletId]) &&
    any(filter.categoryId, found) &&
    any(filter.type, [row.type]) &&
    any(lower(filter.anyTags), tags) &&
    (lower(allTags) ?? []).every((tag) => tags.includes(tag)) &&
    row.amount >= amountMin &&
    row.amount <= amountMax &&
    row.date >= from &&
    row.date <= to &&
    row.description.includes(search)
  );
}

const DAYS = ['2026-03-01', '2026-03-02', '2026-03-28', '2026-04-01'];

async function withRows() {
  const ada = finance.as();
  const wallets = [(await walletOf(ada, { balance: 5_000 })).id, (await walletOf(ada, { creditLimit: null })).id];
  const categories = [await categoryOf(ada), await categoryOf(ada), await categoryOf(ada, 'income')];
  const under = { name: 'Under', type: 'expense', parentId: categories[1] };
  categories.push((await ada.post('/v1/categories', under)).body.id as string);
  parents.set(categories[3] ?? '', categories[1] ?? '');
  for (let index = 0; index < 30; index += 1) {
    const [one, other] = [categories[index % 2], categories[(index + 1) % 4]];
    const filed = [
      { categoryId: one, amount: index + 3 },
      { categoryId: other, amount: -3, tags: index % 2 === 0 ? ['part'] : [] },
    ];
    const row = {
      walletId: wallets[index % 2],
      ...(index % 3 === 0 ? { splits: filed, type: 'expense' } : { categoryId: categories[index % 4] }),
      amount: index === 0 ? 1 : index,
      date: DAYS[index % 4],
      tags: ['Rome', 'work', 'Food'].filter((_, at) => (index >> at) % 2 === 1),
      description: index % 5 === 0 ? 'Tea' : 'Bread',
    };
    if (index === 0) Object.assign(row, { splits: undefined, categoryId: one, type: 'expense' });
    expect((await ada.post('/v1/transactions', row)).status).toBe(201);
  }
  const transfer = { fromWalletId: wallets[0], toWalletId: wallets[1], amount: 9, date: DAYS[1], tags: ['work'] };
  expect((await ada.post('/v1/transactions/transfers', transfer)).status).toBe(201);
  return { ada, wallets, categories };
}

test('any filters together find what each of them would, in one order over all pages', async () => {
  const { ada, wallets, categories } = await withRows();
  const all = await pagesOf(ada, {}, 100);
  const some = (values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
  const filters = fc.record(
    {
      walletId: some(wallets),
      categoryId: some([...categories, 'none']),
      type: some(['income', 'expense', 'transfer', 'adjustment']),
      anyTags: some(['rome', 'WORK', 'nowhere', 'part']),
      allTags: some(['Rome', 'food', 'work', 'Part']),
      amountMin: fc.integer({ min: 1, max: 30 }),
      amountMax: fc.integer({ min: 5, max: 30 }),
      from: fc.constantFrom(...DAYS),
      to: fc.constantFrom(...DAYS),
      search: fc.constantFrom('Tea', 'Bread'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 9 }), async (filter, limit) => {
      const found = await pagesOf(ada, filter, limit);
      expect(found.map(({ id }) => id)).toEqual(all.filter((row) => matches(row, filter)).map(({ id }) => id));
    }),
    { numRuns: 25 },
  );
});

test('a category that only a smaller part is under finds its row, among more than a page', async () => {
  const { ada, categories } = await withRows();
  const [found, all] = [await pagesOf(ada, { categoryId: [categories[1]!] }, 2), await pagesOf(ada, {}, 100)];
  expect(found.map(({ id }) => id)).toEqual(
    all.filter((row) => matches(row, { categoryId: [categories[1]!] })).map(({ id }) => id),
  );
  expect(found.some(({ categoryId }) => categoryId === null)).toBe(true);
});

test('a filter that is malformed or too long is refused by its name', async () => {
  const ada = finance.as();
  const many = Array.from({ length: 21 }, (_, index) => `t${index}`);
  for (const [filter, name] of [
    [{ walletId: ['x'] }, 'walletId'],
    [{ categoryId: ['nothing'] }, 'categoryId'],
    [{ type: ['gift'] }, 'type'],
    [{ allTags: many }, 'allTags'],
    [{ amountMin: 0 }, 'amountMin'],
    [{ amountMax: 1.5 }, 'amountMax'],
  ] as [Filter, string][]) {
    const reply = await ada.get(`/v1/transactions?${queryOf(filter)}`);
    expect([reply.status, reply.body.errors[0].path.split('.')[0]]).toEqual([400, name]);
  }
});
