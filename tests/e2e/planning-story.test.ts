import { randomUUID } from 'node:crypto';
import { waitFor } from '@florin/testing';
import { oneBus, startFlorin, type Florin } from './florin.ts';
import { join, type Person } from './people.ts';

describe.each(oneBus())('a household that plans ahead, over %s', (bus) => {
  let florin: Florin;
  let ada: Person;
  let ben: Person;
  let main: { id: string; balance: number };
  const keyed = () => ({ idempotencyKey: randomUUID() });
  const today = () => new Date().toISOString().slice(0, 10);
  const post = async (person: Person, path: string, body: object) => {
    const reply = await person.post(path, body, keyed());
    expect([path, reply.status < 300, reply.body.code]).toEqual([path, true, undefined]);
    return reply.body;
  };
  const mainWallet = async (person: Person) =>
    (await person.get('/v1/wallets')).body.data.find(({ main: isMain }: { main: boolean }) => isMain);
  const rows = async (person: Person) => (await person.get('/v1/transactions?limit=50')).body.data as any[];

  beforeAll(async () => {
    florin = await startFlorin(bus);
    [ada, ben] = await Promise.all([join(florin, 'Ada Fern'), join(florin, 'Ben Oak')]);
    const asked = await post(ada, '/v1/friend-requests', { username: ben.username });
    expect((await ben.post(`/v1/friend-requests/${asked.id}/accept`)).status).toBe(200);
    await post(ada, '/v1/deposits', { amount: 100_000, currency: 'USD' });
    await waitFor(async () => (await mainWallet(ada))?.balance === 100_000, { what: 'the deposit' });
    main = await mainWallet(ada);
  }, 120_000);
  afterAll(() => florin.stop());

  test("a rule files a friend's payment as it comes", async () => {
    const category = await post(ada, '/v1/categories', { name: 'Shared flat', type: 'income' });
    const conditions = [
      { field: 'counterparty', userId: ben.id },
      { field: 'text', is: 'contains', value: 'rent' },
    ];
    await post(ada, '/v1/rules', { name: 'Ben', conditions, actions: { categoryId: category.id, addTags: ['flat'] } });
    await post(ben, '/v1/deposits', { amount: 50_000, currency: 'USD' });
    await waitFor(async () => (await mainWallet(ben))?.balance === 50_000, { what: "Ben's deposit" });
    const payment = { to: { username: ada.username }, amount: 20_000, currency: 'USD', note: 'My rent' };
    await post(ben, '/v1/transfers', payment);
    const filed = await waitFor(async () => (await rows(ada)).find(({ amount }) => amount === 20_000));
    expect(filed).toMatchObject({ categoryId: category.id, tags: ['flat'], counterparty: { userId: ben.id } });
  });

  test('rent that recurs is posted by itself, once, and the next is in the forecast', async () => {
    const category = await post(ada, '/v1/categories', { name: 'Rent', type: 'expense' });
    const plan = { walletId: main.id, categoryId: category.id, amount: 70_000, description: 'Rent' };
    const rhythm = { frequency: 'weekly', startDate: today(), timeZone: 'UTC' };
    const { id } = await post(ada, '/v1/recurring-transactions', { ...plan, ...rhythm });
    const paid = await waitFor(async () => (await rows(ada)).find(({ description }) => description === 'Rent'));
    expect(paid).toMatchObject({ amount: 70_000, type: 'expense', date: today() });
    const past = await waitFor(async () => {
      const { data } = (await ada.get(`/v1/recurring-transactions/${id}/occurrences`)).body;
      return data[0]?.status === 'posted' ? data : undefined;
    });
    expect(past).toHaveLength(1);
    expect((await ada.get(`/v1/recurring-transactions/${id}/upcoming`)).body.data).toHaveLength(12);
    const to = new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10);
    const [usd] = (await ada.get(`/v1/insights/forecast?to=${to}`)).body.data;
    expect(usd).toMatchObject({ balance: 50_000, out: 70_000, expected: -20_000 });
    await post(ada, `/v1/recurring-transactions/${id}/pause`, {});
  });

  test('money pledged to a goal cannot be sent to anybody, and comes back when the goal is closed', async () => {
    const goal = await post(ada, '/v1/goals', { name: 'Bicycle', walletId: main.id, target: 60_000 });
    expect(await post(ada, `/v1/goals/${goal.id}/pledge`, { amount: 30_000 })).toMatchObject({
      saved: 30_000,
      percent: 50,
    });
    expect((await mainWallet(ada)).balance).toBe(20_000);
    const payment = { to: { username: ben.username }, amount: 25_000, currency: 'USD' };
    expect((await ada.post('/v1/transfers', payment, keyed())).body.code).toBe('INSUFFICIENT_FUNDS');
    const worth = (await ada.get('/v1/insights/net-worth?interval=year')).body.data[0].points.at(-1);
    expect(worth).toMatchObject({ date: today(), balance: 50_000 });
    expect(await post(ada, `/v1/goals/${goal.id}/close`, {})).toMatchObject({ status: 'closed', saved: 0 });
    expect((await mainWallet(ada)).balance).toBe(50_000);
  });

  test('rules are tried on the past, change it and are taken back, and insights follow', async () => {
    const category = await post(ada, '/v1/categories', { name: 'Home', type: 'expense' });
    const conditions = [{ field: 'text', is: 'equals', value: 'rent' }];
    await post(ada, '/v1/rules', { name: 'Home', conditions, actions: { categoryId: category.id } });
    expect(await post(ada, '/v1/rules/preview', {})).toMatchObject({ wouldChange: 1 });
    const spentAt = async () => {
      const { data } = (await ada.get('/v1/insights/categories')).body;
      return data[0].categories.find(({ categoryId }: { categoryId: string }) => categoryId === category.id)?.amount;
    };
    const { id } = await post(ada, '/v1/rules/apply', {});
    expect(await spentAt()).toBe(70_000);
    expect(await post(ada, '/v1/rules/undo', { id })).toEqual({ restored: 1, refused: [] });
    expect(await spentAt()).toBeUndefined();
    const flow = (await ada.get('/v1/insights/cash-flow?interval=year')).body.data[0].points.at(-1);
    expect(flow).toMatchObject({ in: 120_000, out: 70_000, net: 50_000 });
    const { links } = (await ada.get('/v1/insights/flows')).body.data[0];
    const sum = (side: 'from' | 'to') =>
      (links as { from: string; to: string; amount: number }[]).reduce(
        (total, link) => (link[side] === 'pool' ? total + link.amount : total),
        0,
      );
    expect([sum('to'), sum('from')]).toEqual([120_000, 120_000]);
  });
});
