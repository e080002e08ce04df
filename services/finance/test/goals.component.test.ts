import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import fc from 'fast-check';
import { type Finance, type Person, startFinance, walletOf } from './harness.ts';

const clock = createTestClock(new Date('2026-11-01T12:00:00Z'));
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now, reconcileEveryMs: 50 });
});
afterEach(() => {
  finance.ledger.state.fault = undefined;
});
afterAll(() => finance.stop());

async function saver(balance = 1_000) {
  const ada = finance.as();
  const wallet = await walletOf(ada, { balance });
  const reply = await ada.post('/v1/goals', {
    name: 'Bicycle',
    walletId: wallet.id,
    target: 900,
    targetDate: '2027-01-30',
  });
  expect(reply.status).toBe(201);
  return { ada, wallet, goal: reply.body as { id: string; goalWalletId: string } };
}
type Saver = Awaited<ReturnType<typeof saver>>;

const move = ({ ada, goal }: Saver, verb: string, amount: number, key?: string) =>
  ada.post(`/v1/goals/${goal.id}/${verb}`, { amount }, key ? { headers: { 'idempotency-key': key } } : {});
const heldFor = ({ goal }: Saver) => {
  const account = [...finance.ledger.book.accounts.values()].find(({ reference }) => reference === goal.goalWalletId);
  return Number(account?.posted);
};
const balanceOf = async (ada: Person, id: string) => (await ada.get(`/v1/wallets/${id}`)).body.balance as number;

test('what is pledged leaves the wallet for an account of the goal, and comes back', async () => {
  const world = await saver();
  const { ada, wallet, goal } = world;
  const pledged = await move(world, 'pledge', 300, 'once');
  expect(pledged.body).toMatchObject({
    saved: 300,
    remaining: 600,
    percent: 33,
    neededPerMonth: 200,
    pacePerMonth: 300,
  });
  expect(pledged.body.reachedOn).toBe('2026-12-31');
  expect((await move(world, 'pledge', 300, 'once')).headers.get('idempotency-replayed')).toBe('true');
  expect((await move(world, 'pledge', 301, 'once')).body.code).toBe('IDEMPOTENCY_MISMATCH');
  expect([await balanceOf(ada, wallet.id), heldFor(world)]).toEqual([700, 300]);
  expect((await move(world, 'withdraw', 100)).body).toMatchObject({ saved: 200 });
  expect([await balanceOf(ada, wallet.id), heldFor(world)]).toEqual([800, 200]);
  const listed = (await ada.get('/v1/goals?status=open')).body.data;
  expect(listed.map(({ id }: { id: string }) => id)).toEqual([goal.id]);
});

test('money can be pledged once and not beyond what there is', async () => {
  const world = await saver(500);
  const replies = await Promise.all([move(world, 'pledge', 400), move(world, 'pledge', 400)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(heldFor(world)).toBe(400);
  expect((await move(world, 'withdraw', 401)).body.code).toBe('INSUFFICIENT_FUNDS');
  expect((await move(world, 'pledge', 0)).status).toBe(400);
});

test('pledged money shows in net worth and in no wallet', async () => {
  const world = await saver();
  await move(world, 'pledge', 250);
  const { ada, goal } = world;
  const worth = (await ada.get('/v1/insights/net-worth?interval=year')).body.data[0].points.at(-1).balance;
  expect(worth).toBe(1_000);
  const wallets = (await ada.get('/v1/wallets')).body.data as { id: string; balance: number }[];
  expect(wallets.map(({ id }) => id)).not.toContain(goal.goalWalletId);
  expect(wallets.reduce((sum, { balance }) => sum + balance, 0)).toBe(750);
  expect((await ada.get(`/v1/wallets/${goal.goalWalletId}`)).status).toBe(404);
  expect((await ada.delete(`/v1/wallets/${goal.goalWalletId}`)).status).toBe(404);
});

test('closing a goal gives back what it holds, also when the first answer was lost', async () => {
  const world = await saver();
  await move(world, 'pledge', 250);
  const { ada, wallet, goal } = world;
  finance.ledger.state.fault = 'lost';
  expect((await ada.delete(`/v1/goals/${goal.id}`)).status).toBe(504);
  finance.ledger.state.fault = undefined;
  await waitFor(async () => {
    clock.advance(60_000);
    return (await ada.delete(`/v1/goals/${goal.id}`)).status === 204;
  });
  expect([await balanceOf(ada, wallet.id), heldFor(world)]).toEqual([1_000, 0]);
  expect((await ada.get(`/v1/goals/${goal.id}`)).body).toMatchObject({ status: 'closed', saved: 0 });
  expect((await move(world, 'pledge', 5)).status).toBe(409);
  expect((await ada.delete(`/v1/goals/${goal.id}`)).status).toBe(404);
});

test('closing with a key is answered alike when it is asked again', async () => {
  const world = await saver();
  await move(world, 'pledge', 250);
  const close = () =>
    world.ada.post(`/v1/goals/${world.goal.id}/close`, {}, { headers: { 'idempotency-key': 'close' } });
  const [first, again] = [await close(), await close()];
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  expect(await balanceOf(world.ada, world.wallet.id)).toBe(1_000);
});

test('a goal whose wallet was deleted gives to another wallet that is named', async () => {
  const world = await saver();
  await move(world, 'pledge', 250);
  const { ada, wallet, goal } = world;
  expect((await ada.delete(`/v1/wallets/${wallet.id}`)).status).toBe(204);
  expect((await ada.delete(`/v1/goals/${goal.id}`)).body.errors[0].path).toBe('toWalletId');
  const other = await walletOf(ada);
  const closed = await ada.post(`/v1/goals/${goal.id}/close`, { toWalletId: other.id });
  expect(closed.body).toMatchObject({ status: 'closed', saved: 0 });
  expect(await balanceOf(ada, other.id)).toBe(250);
});

test("another person's goal is not there, and If-Match keeps two changes apart", async () => {
  const world = await saver();
  const { ada, goal } = world;
  const path = `/v1/goals/${goal.id}`;
  const ben = finance.as(newId());
  for (const { status } of [
    await ben.get(path),
    await ben.patch(path, { name: 'Mine' }),
    await ben.delete(path),
    await move({ ...world, ada: ben }, 'pledge', 1),
    await move({ ...world, ada: ben }, 'withdraw', 1),
  ]) {
    expect(status).toBe(404);
  }
  const etag = (await ada.get(path)).headers.get('etag') ?? '';
  const changed = await ada.patch(path, { target: 200, name: 'Trip' }, { headers: { 'if-match': etag } });
  expect(changed.body).toMatchObject({ name: 'Trip', target: 200 });
  expect((await ada.patch(path, { target: 300 }, { headers: { 'if-match': etag } })).status).toBe(412);
  expect((await ada.patch(path, { targetDate: '2020-01-01' })).body.errors[0].path).toBe('targetDate');
});

test('wallet and goals together are what the ledger holds, whatever is moved and whatever fails', async () => {
  const step = fc.record({
    verb: fc.constantFrom('pledge', 'withdraw'),
    amount: fc.integer({ min: 1, max: 700 }),
    fault: fc.constantFrom('not' as const, 'lost' as const, undefined, undefined, undefined),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const world = await saver();
      const { ada, wallet, goal } = world;
      for (const { verb, amount, fault } of steps) {
        finance.ledger.state.fault = fault;
        const { status } = await move(world, verb, amount);
        expect([200, 422, 409, 503, 504]).toContain(status);
      }
      finance.ledger.state.fault = undefined;
      await waitFor(async () => {
        clock.advance(60_000);
        return (await finance.knex('operations').where({ status: 'pending', owner_id: ada.userId })).length === 0;
      });
      const saved = (await ada.get(`/v1/goals/${goal.id}`)).body.saved as number;
      const balance = await balanceOf(ada, wallet.id);
      expect([saved, balance >= 0, balance + saved]).toEqual([heldFor(world), true, 1_000]);
      const rows: { direction: string; amount: string }[] = await finance
        .knex('transactions')
        .where({ owner_id: ada.userId, status: 'posted' });
      const net = rows.reduce((sum, row) => sum + (row.direction === 'in' ? 1 : -1) * Number(row.amount), 0);
      expect(net).toBe(1_000);
    }),
    { numRuns: 6 },
  );
}, 120_000);
