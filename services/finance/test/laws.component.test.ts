import fc from 'fast-check';
import { createTestClock, waitFor } from '@florin/testing';
import {
  countWrongMoves,
  countWrongSums,
  countWrongTagSums,
  countWrongTotals,
} from '../src/outbound/postgres/daily-sum-query.ts';
import { type Finance, startFinance } from './harness.ts';

const clock = createTestClock(new Date());
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
});
afterAll(() => finance.stop());

const amount = fc.integer({ min: 1, max: 300 });
const which = fc.nat(20);
/** the first of two parts of an amount; what is above the amount makes the other go the other way */
const part = fc.integer({ min: 1, max: 400 });
const TAG_NAMES = ['a', 'b', 'C', 'd'];
const someTags = fc.uniqueArray(fc.constantFrom(...TAG_NAMES), { maxLength: 2 });
const parts = { amount: fc.integer({ min: 2, max: 300 }), part, partTags: someTags, otherTags: someTags };
const step = fc.oneof(
  fc.record({ do: fc.constant('income' as const), amount, wallet: which }),
  fc.record({ do: fc.constant('expense' as const), amount, wallet: which }),
  fc.record({ do: fc.constant('debt' as const), amount, wallet: which }),
  fc.record({ do: fc.constant('transfer' as const), amount, wallet: which, to: which }),
  fc.record({ do: fc.constant('exchange' as const), amount, wallet: which }),
  fc.record({ do: fc.constant('change' as const), amount, row: which }),
  fc.record({ do: fc.constant('delete' as const), row: which }),
  fc.record({ do: fc.constant('move' as const), row: which, to: which, day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({ do: fc.constant('refund' as const), amount, wallet: which }),
  fc.record({ do: fc.constant('pay back' as const), amount, wallet: which }),
  fc.record({ do: fc.constant('merge' as const) }),
  fc.record({ do: fc.constant('adjust' as const), amount, wallet: which }),
  fc.record({ do: fc.constant('set' as const), amount: fc.integer({ min: -100, max: 300 }), wallet: which }),
  fc.record({ do: fc.constant('limit' as const), limit: fc.option(fc.nat(100)), wallet: which }),
  fc.record({
    do: fc.constant('bulk' as const),
    delete: fc.boolean(),
    to: which,
    day: fc.integer({ min: 1, max: 28 }),
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('split' as const), ...parts, wallet: which, tags: someTags }),
  fc.record({ do: fc.constant('resplit' as const), ...parts, row: which }),
  fc.record({ do: fc.constant('retag' as const), row: which, tags: someTags }),
  fc.record({ do: fc.constant('drop tag' as const), tag: fc.nat(3) }),
  fc.record({ do: fc.constant('tag' as const), tag: fc.nat(3), other: fc.nat(3) }),
  fc.record({ do: fc.constant('merge tags' as const), tag: fc.nat(3), other: fc.nat(3) }),
  fc.record({ do: fc.constant('drop wallet' as const), wallet: which }),
  fc.record({ do: fc.constant('fault' as const), kind: fc.constantFrom('not' as const, 'lost' as const, undefined) }),
);

test('after any sequence of operations and faults balances are the sums of rows, and budgets and summaries agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const ada = finance.as();
      const categories: Record<string, string> = {};
      for (const type of ['income', 'expense', 'debt']) {
        categories[type] = (await ada.post('/v1/categories', { name: type, type })).body.id;
      }
      const splitsOf = (each: { amount: number; part: number; partTags: string[]; otherTags: string[] }) => {
        const first = each.part === each.amount ? each.part - 1 : each.part;
        return [
          { categoryId: categories['expense'], amount: first, tags: each.partTags },
          { categoryId: categories['fun'], amount: each.amount - first, tags: each.otherTags },
        ];
      };
      categories['fun'] = (await ada.post('/v1/categories', { name: 'Fun', type: 'expense' })).body.id;
      let merges = 0;
      let bulkId = '';
      const wallets: { id: string; accountId: string }[] = [];
      for (const [balance, creditLimit] of [
        [200, 0],
        [0, null],
        [-50, 60],
      ]) {
        wallets.push((await ada.post('/v1/wallets', { name: 'W', currency: 'USD', balance, creditLimit })).body);
      }
      const at = (list: readonly { id: string }[], index: number) => list[index % Math.max(list.length, 1)];
      const euros = (await ada.post('/v1/wallets', { name: 'E', currency: 'EUR', balance: 0 })).body;
      for (const each of steps) {
        const rows = 'row' in each ? (await ada.get('/v1/transactions?limit=50')).body.data : [];
        const walletId = 'wallet' in each ? at(wallets, each.wallet)?.id : undefined;
        const row = 'row' in each ? at(rows, each.row)?.id : undefined;
        let status = 200;
        if (each.do === 'fault') finance.ledger.state.fault = each.kind;
        else if (each.do === 'transfer') {
          const toWalletId = at(wallets, each.to)?.id;
          ({ status } = await ada.post('/v1/transactions/transfers', {
            fromWalletId: walletId,
            toWalletId,
            amount: each.amount,
          }));
        } else if (each.do === 'exchange') {
          const ends = { fromWalletId: walletId, toWalletId: euros.id };
          const amounts = { amount: each.amount, toAmount: 1 + (each.amount % 50) };
          ({ status } = await ada.post('/v1/transactions/transfers', { ...ends, ...amounts }));
        } else if (each.do === 'change') {
          if (row) ({ status } = await ada.patch(`/v1/transactions/${row}`, { amount: each.amount }));
        } else if (each.do === 'move') {
          const changes = { walletId: at(wallets, each.to)?.id, date: `2026-02-${String(each.day).padStart(2, '0')}` };
          if (row) ({ status } = await ada.patch(`/v1/transactions/${row}`, changes));
        } else if (each.do === 'split') {
          const body = { walletId, splits: splitsOf(each), amount: each.amount, tags: each.tags };
          ({ status } = await ada.post('/v1/transactions', body));
        } else if (each.do === 'resplit') {
          const body = { splits: splitsOf(each), amount: each.amount };
          if (row) ({ status } = await ada.patch(`/v1/transactions/${row}`, body));
        } else if (each.do === 'tag') {
          if (finance.ledger.state.fault) continue;
          const ids = (await ada.get('/v1/transactions?limit=3')).body.data.map((one: { id: string }) => one.id);
          const changes = { addTags: [TAG_NAMES[each.tag]], removeTags: [TAG_NAMES[each.other]] };
          if (ids.length > 0) ({ status } = await ada.post('/v1/transactions/bulk', { ids, changes }));
        } else if (each.do === 'merge tags') {
          const tags = (await ada.get('/v1/tags')).body.data;
          const into = at(tags, each.other)?.id;
          if (into) ({ status } = await ada.post(`/v1/tags/${at(tags, each.tag)?.id}/merge`, { into }));
        } else if (each.do === 'retag') {
          if (row) ({ status } = await ada.patch(`/v1/transactions/${row}`, { tags: each.tags }));
        } else if (each.do === 'drop tag') {
          const id = at((await ada.get('/v1/tags')).body.data, each.tag)?.id;
          if (id) ({ status } = await ada.delete(`/v1/tags/${id}`));
        } else if (each.do === 'refund') {
          const body = { walletId, categoryId: categories['expense'], type: 'income', amount: each.amount };
          ({ status } = await ada.post('/v1/transactions', body));
        } else if (each.do === 'pay back') {
          const body = { walletId, categoryId: categories['debt'], direction: 'out', amount: each.amount };
          ({ status } = await ada.post('/v1/transactions', body));
        } else if (each.do === 'merge') {
          const into = (await ada.post('/v1/categories', { name: `Into ${(merges += 1)}`, type: 'expense' })).body.id;
          ({ status } = await ada.post(`/v1/categories/${categories['expense']}/merge`, { into }));
          if (status === 200) categories['expense'] = into;
        } else if (each.do === 'delete') {
          if (row) ({ status } = await ada.delete(`/v1/transactions/${row}`));
        } else if (each.do === 'adjust')
          ({ status } = await ada.patch(`/v1/wallets/${walletId}`, { balance: each.amount }));
        else if (each.do === 'set')
          ({ status } = await ada.post(`/v1/wallets/${walletId}/set-balance`, { balance: each.amount }));
        else if (each.do === 'bulk') {
          const ids = (await ada.get('/v1/transactions?limit=3')).body.data.map((one: { id: string }) => one.id);
          const changes = { walletId: at(wallets, each.to)?.id, date: `2026-03-${String(each.day).padStart(2, '0')}` };
          const body = { ids, ...(each.delete ? { delete: true } : { changes }) };
          const reply = await ada.post('/v1/transactions/bulk', body);
          ({ status } = reply);
          bulkId = reply.body.id ?? bulkId;
        } else if (each.do === 'undo') {
          if (bulkId !== '') ({ status } = await ada.post(`/v1/transactions/bulk/${bulkId}/undo`, {}));
        } else if (each.do === 'limit')
          ({ status } = await ada.patch(`/v1/wallets/${walletId}`, { creditLimit: each.limit }));
        else if (each.do === 'drop wallet') ({ status } = await ada.delete(`/v1/wallets/${walletId}`));
        else
          ({ status } = await ada.post('/v1/transactions', {
            walletId,
            categoryId: categories[each.do],
            amount: each.amount,
          }));
        expect([200, 201, 204, 400, 404, 409, 422, 503, 504]).toContain(status);
      }
      finance.ledger.state.fault = undefined;
      await waitFor(async () => {
        clock.advance(60_000);
        return (await finance.knex('operations').where({ status: 'pending', owner_id: ada.userId })).length === 0;
      });
      await expectLaws(ada, [...wallets, euros], [categories['expense'] ?? '', categories['fun'] ?? '']);
    }),
    { numRuns: 12 },
  );
}, 240_000);

async function expectLaws(
  ada: ReturnType<Finance['as']>,
  wallets: { id: string; accountId: string }[],
  [expense, fun]: readonly [string, string],
) {
  const rows: any[] = await finance.knex('transactions').where({ owner_id: ada.userId, status: 'posted' });
  const effect = (list: any[]) =>
    list.reduce(
      (sum: bigint, row) => (row.direction === 'in' ? sum + BigInt(row.amount) : sum - BigInt(row.amount)),
      0n,
    );
  const { book } = finance.ledger;
  for (const { id, accountId } of wallets) {
    expect(book.balanceOf(accountId)).toBe(effect(rows.filter((row) => row.wallet_id === id)));
    const limit = book.accounts.get(accountId)?.creditLimit ?? 0n;
    expect(book.balanceOf(accountId) >= -limit).toBe(true);
    const shown = (await ada.get(`/v1/wallets/${id}`)).body;
    expect(shown.creditLimit ?? Number.MAX_SAFE_INTEGER).toBe(Number(limit));
  }
  expect(book.total()).toBe(0n);
  const stuck = await finance.knex('transactions').where({ owner_id: ada.userId }).whereIn('status', ['pending']);
  expect(stuck).toEqual([]);
  const parts = await partsOf(finance, ada.userId);
  const spentOn = (...ids: string[]) => -effect(parts.filter((part) => ids.includes(part.category_id)));
  const period = { periodStart: '2020-01-01', periodEnd: '2099-01-01' };
  const budget = await ada.post('/v1/budgets', { categoryId: expense, amount: 10, ...period });
  expect(BigInt(budget.body.spent)).toBe(spentOn(expense));
  const { data } = (await ada.get('/v1/summaries?from=2020-01-01&to=2099-01-01')).body;
  const summary = data.find(({ currency }: { currency: string }) => currency === 'USD');
  expect(BigInt(summary.expense)).toBe(spentOn(expense, fun));
  expect(BigInt(summary.income)).toBe(
    effect(parts.filter((part) => part.type === 'income' && ![expense, fun].includes(part.category_id))),
  );
  const debts = effect(rows.filter((row) => row.type === 'debt'));
  expect([summary.debt, summary.owed].map(BigInt)).toEqual([debts, debts]);
  expect((await countWrongSums(finance.knex)).wrong).toBe(0);
  expect(await countWrongMoves(finance.knex)).toBe(0);
  expect(await countWrongTotals(finance.knex)).toBe(0);
  expect(await countWrongTagSums(finance.knex)).toBe(0);
  await expectTagBudgets(ada, parts);
  const worths = (await ada.get('/v1/insights/net-worth?interval=year')).body.data;
  for (const currency of ['USD', 'EUR']) {
    const worth = worths.find((each: { currency: string }) => each.currency === currency)?.points.at(-1).balance ?? 0;
    expect(BigInt(worth)).toBe(effect(rows.filter((row) => row.currency === currency)));
  }
}

/** A budget over tags is what its rows are together, each once, by the labels that a client sees. */
async function expectTagBudgets(ada: ReturnType<Finance['as']>, parts: any[]) {
  const { data: tags } = (await ada.get('/v1/tags')).body;
  const { data: shown } = (await ada.get('/v1/transactions?limit=100')).body;
  const categories: any[] = await finance.knex('categories').where({ owner_id: ada.userId, type: 'expense' });
  const isExpense = (id: string) => categories.some((each) => each.id === id);
  for (const chosen of [tags.slice(0, 1), tags.slice(0, 3)]) {
    if (chosen.length === 0) continue;
    const names = chosen.map((tag: { name: string }) => tag.name);
    const spent = parts.reduce((sum: bigint, part) => {
      const row = shown.find((each: { id: string }) => each.id === part.id);
      const labels: string[] = [...row.tags, ...(row.splits[part.position ?? -1]?.tags ?? [])];
      if (part.currency !== 'USD' || !isExpense(part.category_id)) return sum;
      if (!labels.some((label) => names.includes(label))) return sum;
      return part.direction === 'out' ? sum + BigInt(part.amount) : sum - BigInt(part.amount);
    }, 0n);
    const period = { periodStart: '2020-01-01', periodEnd: '2099-01-01' };
    const tagIds = chosen.map((tag: { id: string }) => tag.id);
    const budget = await ada.post('/v1/budgets', { tagIds, amount: 10, currency: 'USD', ...period });
    expect(BigInt(budget.body.spent)).toBe(spent);
    await ada.delete(`/v1/budgets/${budget.body.id}`);
  }
}

/** What rows of the person count, a row of its own for each part. */
async function partsOf({ knex }: Finance, ownerId: string): Promise<any[]> {
  const rows: any[] = await knex('transactions').where({ owner_id: ownerId, status: 'posted' });
  const parts: any[] = await knex('transaction_parts').where({ owner_id: ownerId }).orderBy('position');
  return rows.flatMap((row) => {
    if (!row.split) return [row];
    const own = parts.filter((part) => part.transaction_id === row.id);
    expect(own.reduce((sum: bigint, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(row.amount));
    return own.map((part) => ({ ...row, category_id: part.category_id, amount: part.amount, position: part.position }));
  });
}
