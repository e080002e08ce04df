import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import { createTransaction, gatherCreates } from '../src/app/transactions/create-transaction.ts';
import type { Deps } from '../src/app/index.ts';
import { categoryOf, type Finance, type Person, startFinance, walletOf } from './harness.ts';
import { directDeps } from './support/direct.ts';

const clock = createTestClock(new Date());
let finance: Finance;
let direct: ReturnType<typeof directDeps>;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
  direct = directDeps(finance, clock.now);
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(async () => {
  direct.close();
  await finance.stop();
});

async function personWith(balance: number) {
  const person = finance.as();
  const { id: walletId, accountId } = await walletOf(person, { balance });
  return { person, walletId, accountId, categoryId: await categoryOf(person) };
}
type Somebody = Awaited<ReturnType<typeof personWith>>;

const expenses = async ({ userId }: Person): Promise<number[]> => {
  const rows = await finance.knex('transactions').where({ owner_id: userId, type: 'expense', status: 'posted' });
  return rows.map(({ amount }: { amount: string }) => Number(amount)).toSorted((a: number, b: number) => a - b);
};
const settled = () =>
  waitFor(async () => {
    clock.advance(60_000);
    return (await finance.knex('operations').where({ status: 'pending' })).length === 0;
  });

/** As the service's own use case, in a process that gathers by itself. */
const create = (deps: Deps, { person, walletId, categoryId }: Somebody, amount: bigint, key?: string) =>
  createTransaction(deps, {
    ...{ ownerId: person.userId, key, walletId, categoryId },
    ...{ amount: { minor: amount }, description: 'Tea' },
  });

test('of many people’s transactions at once each gets its own answer, and the ledger is asked for all together', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => personWith(100)));
  const [ada, bob] = people as [Somebody, Somebody];
  const asked = (finance.ledger.state.calls['PostTransfers'] ?? 0) + 0;
  const post = ({ person, walletId, categoryId }: Somebody, body: object = {}, idempotencyKey?: string) =>
    person.post(
      '/v1/transactions',
      { walletId, categoryId, amount: 10, ...body },
      idempotencyKey ? { idempotencyKey } : {},
    );
  const replies = await Promise.all([
    ...people.flatMap((each) => [post(each), post(each, { amount: 20 })]),
    post(ada, { amount: 500 }),
    post(ada, { walletId: bob.walletId }),
    post(ada, { categoryId: newId() }),
    post(bob, { amount: 30 }, 'twice'),
    post(bob, { amount: 30 }, 'twice'),
    post(bob, { amount: 31 }, 'other'),
    post(bob, { amount: 32 }, 'other'),
  ]);
  expect(replies.slice(0, 12).map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 201));
  expect(replies.slice(12, 15).map(({ body }) => body.code)).toEqual(['INSUFFICIENT_FUNDS', 'NOT_FOUND', 'NOT_FOUND']);
  expect(replies[15]!.body.id).toBe(replies[16]!.body.id);
  expect([replies[17]!.status, replies[18]!.body.code]).toEqual([201, 'IDEMPOTENCY_MISMATCH']);
  expect(finance.ledger.state.calls['PostTransfers']! - asked).toBeLessThan(12);
  for (const each of people) {
    const own = each === bob ? [10, 20, 30, 31] : [10, 20];
    expect(await expenses(each.person)).toEqual(own);
    const spent = own.reduce((sum, amount) => sum + amount, 0);
    expect(finance.ledger.book.balanceOf(each.accountId)).toBe(BigInt(100 - spent));
  }
});

test.each(['not', 'lost'] as const)(
  'when the call for all is %s answered, each is finished later, once',
  async (fault) => {
    const people = await Promise.all([personWith(100), personWith(100)]);
    finance.ledger.state.fault = fault;
    const orders = people.flatMap((each) => [1, 2, 3].map((amount) => ({ ...each, amount })));
    const post = ({ person, walletId, categoryId, amount }: (typeof orders)[number]) =>
      person.post('/v1/transactions', { walletId, categoryId, amount }, { idempotencyKey: `k${amount}` });
    expect((await Promise.all(orders.map(post))).map(({ status }) => status)).toEqual(orders.map(() => 504));
    finance.ledger.state.fault = undefined;
    await settled();
    expect((await Promise.all(orders.map(post))).map(({ status }) => status)).toEqual(orders.map(() => 201));
    for (const { person, accountId } of people) {
      expect(await expenses(person)).toEqual([1, 2, 3]);
      expect(finance.ledger.book.balanceOf(accountId)).toBe(94n);
    }
  },
);

test.each<[string, (deps: Deps) => Partial<Deps>]>([
  [
    'begun',
    ({ onceEach }) => ({
      onceEach: (requests, effect) =>
        requests.length > 1 ? Promise.reject(new Error('the connection is gone')) : onceEach(requests, effect),
    }),
  ],
  [
    'begun, of which nobody knows',
    ({ onceEach }) => ({
      onceEach: async (requests, effect) => {
        const replies = await onceEach(requests, effect);
        if (requests.length > 1) throw new Error('the connection is gone');
        return replies;
      },
    }),
  ],
  [
    'posted',
    ({ ledger }) => ({
      ledger: { ...ledger, postEach: () => Promise.reject(new Error('a bug')) },
    }),
  ],
  [
    'settled',
    ({ transact }) => {
      let broken = false;
      return {
        transact: async (work) => {
          if (broken) return transact(work);
          broken = true;
          throw new Error('the connection is gone');
        },
      };
    },
  ],
])('what can’t be %s together is done one by one, each once', async (_what, breaking) => {
  const people = await Promise.all([personWith(100), personWith(100), personWith(5)]);
  const deps = { ...direct.deps, creates: gatherCreates(), ...breaking(direct.deps) };
  const outcomes = await Promise.allSettled(people.map((each) => create(deps, each, 10n)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(outcomes[2]).toMatchObject({ reason: { code: 'INSUFFICIENT_FUNDS' } });
  await settled();
  expect(await Promise.all(people.map(({ person }) => expenses(person)))).toEqual([[10], [10], []]);
  expect(people.map(({ accountId }) => finance.ledger.book.balanceOf(accountId))).toEqual([90n, 90n, 5n]);
});

test('of a process that dies after the ledger posted for many, another one finishes each, once', async () => {
  const people = await Promise.all([personWith(100), personWith(100)]);
  const died = () => Promise.reject(new Error('the process died'));
  const deps = { ...direct.deps, creates: gatherCreates(), transact: died };
  const outcomes = await Promise.allSettled(people.map((each) => create(deps, each, 10n, 'k')));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(people.map(({ accountId }) => finance.ledger.book.balanceOf(accountId))).toEqual([90n, 90n]);
  await settled();
  for (const each of people) {
    expect(await expenses(each.person)).toEqual([10]);
    expect(await create(direct.deps, each, 10n, 'k')).toMatchObject({ replayed: true, body: { amount: 10n } });
  }
});
