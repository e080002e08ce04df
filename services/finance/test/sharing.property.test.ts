import { createTestClock } from '@florin/testing';
import fc from 'fast-check';
import { categoryOf, type Finance, type Person, startFinance, walletOf } from './harness.ts';
import { household, share } from './support/sharing.ts';

const clock = createTestClock(new Date('2026-11-15T12:00:00Z'));
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
});
afterAll(() => finance.stop());

const amount = fc.integer({ min: 1, max: 500 });
const row = fc.nat(10);
const byMember = fc.boolean();
const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), amount, byMember, isIncome: fc.boolean() }),
  fc.record({ do: fc.constant('split' as const), amount: fc.integer({ min: 2, max: 500 }), byMember }),
  fc.record({ do: fc.constant('change' as const), amount, byMember, row }),
  fc.record({ do: fc.constant('tag' as const), byMember, row }),
  fc.record({ do: fc.constant('delete' as const), byMember, row }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does the steps in a new wallet that is shared with a writer, and answers what its owner sees in the end. */
async function outcomeOf(steps: readonly Step[], actorOf: (owner: Person, member: Person, step: Step) => Person) {
  const [ada, bob] = [finance.as(), finance.as()];
  const wallet = await walletOf(ada, { balance: 1_000, creditLimit: null });
  const [food, pay, fun] = [await categoryOf(ada), await categoryOf(ada, 'income'), await categoryOf(ada)];
  const budget = { categoryId: food, amount: 1_000, currency: 'USD', period: 'month', startsOn: '2026-11-01' };
  const { body: kept } = await ada.post('/v1/budgets', budget);
  await share(ada, bob, wallet.id, 'writer');
  const ids: string[] = [];
  const statuses: number[] = [];
  for (const each of steps) {
    const reply = await take(actorOf(ada, bob, each), each, { ids, walletId: wallet.id, food, pay, fun });
    if (reply) statuses.push(reply.status);
    if (reply?.status === 201) ids.push(reply.body.id as string);
  }
  const rows = (await ada.get(`/v1/transactions?walletId=${wallet.id}&limit=100`)).body.data as {
    id: string;
    amount: number;
    direction: string;
    tags: string[];
  }[];
  const balance = (await ada.get(`/v1/wallets/${wallet.id}`)).body.balance as number;
  const sum = rows.reduce((total, each) => total + (each.direction === 'in' ? each.amount : -each.amount), 0);
  expect(balance).toBe(sum);
  expect(Number(finance.ledger.book.accounts.get(wallet.accountId)?.posted)).toBe(balance);
  const [summary] = (await ada.get('/v1/summaries?period=month')).body.data as Record<string, number>[];
  expect((await bob.get('/v1/summaries?period=month')).body.data).toMatchObject([
    { balance: 0, income: 0, expense: 0 },
  ]);
  return {
    balance,
    statuses,
    sums: [summary?.['income'], summary?.['expense']],
    rows: rows.map((each) => [each.amount, each.direction, each.tags]).sort(),
    spent: (await ada.get(`/v1/budgets/${String(kept.id)}`)).body.spent as number,
  };
}

interface Place {
  ids: string[];
  walletId: string;
  food: string;
  pay: string;
  fun: string;
}

async function take(actor: Person, each: Step, { ids, walletId, food, pay, fun }: Place) {
  const id = 'row' in each ? ids[each.row % Math.max(ids.length, 1)] : undefined;
  switch (each.do) {
    case 'write':
      return actor.post('/v1/transactions', {
        walletId,
        amount: each.amount,
        categoryId: each.isIncome ? pay : food,
      });
    case 'split':
      return actor.post('/v1/transactions', {
        walletId,
        amount: each.amount,
        splits: [
          { categoryId: food, amount: 1 },
          { categoryId: fun, amount: each.amount - 1 },
        ].filter((one) => one.amount !== 0),
      });
    case 'change':
      return id === undefined ? undefined : actor.patch(`/v1/transactions/${id}`, { amount: each.amount });
    case 'tag':
      return id === undefined ? undefined : actor.patch(`/v1/transactions/${id}`, { tags: ['Home'] });
    case 'delete':
      return id === undefined ? undefined : actor.delete(`/v1/transactions/${id}`);
  }
}

test('balances, sums, rows and budgets of the owner are the same whoever of the two writes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const alone = await outcomeOf(steps, (owner) => owner);
      const both = await outcomeOf(steps, (owner, member, each) => (each.byMember ? member : owner));
      expect(both).toEqual(alone);
    }),
    { numRuns: 15 },
  );
}, 240_000);

test('once a removal is answered nothing of the writer follows, whatever was on its way', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { ada, writer, wallet, categoryId, rowId } = await household(finance);
    const orders = () => finance.knex('operations').where({ actor_id: writer.userId }).pluck('id');
    const write = () => writer.post('/v1/transactions', { walletId: wallet.id, categoryId, amount: 1 });
    const writes = Array.from({ length: 12 }, async (_, index) => {
      const reply = await (index % 3 === 0
        ? writer.patch(`/v1/transactions/${rowId}`, { amount: 50 + index })
        : write());
      return reply.status;
    });
    expect((await ada.delete(`/v1/wallets/${wallet.id}/members/${writer.userId}`)).status).toBe(204);
    const begun = await orders();
    const statuses = await Promise.all(writes);
    expect(statuses.filter((status) => ![200, 201, 404, 409].includes(status))).toEqual([]);
    expect((await orders()).length).toBe(begun.length);
    expect((await write()).status).toBe(404);
  }
}, 120_000);
