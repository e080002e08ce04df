import { waitFor } from '@florin/testing';
import { oneBus, startFlorin, type Florin } from './florin.ts';
import { join, type Person } from './people.ts';

const RECEIPT = '%PDF-1.7 one tea, one cake';

describe.each(oneBus())('a person who keeps books, over %s', (bus) => {
  let florin: Florin;
  let ada: Person;
  let cash: string;
  let food: string;
  beforeAll(async () => {
    florin = await startFlorin(bus);
    ada = await join(florin, 'Ada Fern');
    cash = (await ada.post('/v1/wallets', { name: 'Cash', currency: 'USD', balance: 50_000 })).body.id;
    food = (await ada.post('/v1/categories', { name: 'Eating out', type: 'expense' })).body.id;
  }, 90_000);
  afterAll(() => florin.stop());

  const today = new Date();
  const month = (back: number) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1));
  const first = (back: number) => month(back).toISOString().slice(0, 10);
  const add = async (amount: number, body: object = {}) => {
    const reply = await ada.post('/v1/transactions', { walletId: cash, categoryId: food, amount, ...body });
    expect(reply.status).toBe(201);
    return reply.body.id as string;
  };
  const balanceOf = async (id: string) => (await ada.get(`/v1/wallets/${id}`)).body.balance as number;

  test('a monthly budget carries over what was left, counts a refund and warns before it is used up', async () => {
    await add(4_000, { date: first(1) });
    const body = { name: 'Eating', categoryIds: [food], amount: 10_000, period: 'month', startsOn: first(1) };
    const { body: budget } = await ada.post('/v1/budgets', { ...body, rollover: 'surplus', rolloverCap: 5_000 });
    expect(budget).toMatchObject({ carried: 5_000, available: 15_000, spent: 0, periodStart: first(0) });
    await add(13_000);
    await add(2_000, { type: 'income', description: 'Refund of the cake' });
    const shown = (await ada.get(`/v1/budgets/${budget.id}`)).body;
    expect(shown).toMatchObject({ spent: 11_000, remaining: 4_000, pace: { money: 73 } });
    const notice = await waitFor(async () => {
      const { data } = (await ada.get('/v1/notifications')).body;
      return data.find(({ kind }: { kind: string }) => kind === 'budget-threshold-reached');
    });
    expect([notice.title, notice.body]).toEqual([
      '80 % of your budget for Eating is used',
      expect.stringContaining('You have spent 130.00 USD of 150.00 USD for Eating'),
    ]);
    const periods = (await ada.get(`/v1/budgets/${budget.id}/periods`)).body.data;
    expect(periods).toMatchObject([
      { start: first(0), carried: 5_000, remaining: 4_000 },
      { start: first(1), carried: 0, spent: 4_000, remaining: 6_000 },
    ]);
    // whoever read it before cannot overwrite it
    const { headers } = await ada.get(`/v1/budgets/${budget.id}`);
    const match = { headers: { 'if-match': headers.get('etag') ?? '' } };
    expect((await ada.patch(`/v1/budgets/${budget.id}`, { amount: 12_000 }, match)).status).toBe(200);
    expect((await ada.patch(`/v1/budgets/${budget.id}`, { amount: 9_000 }, match)).status).toBe(412);
  });

  test('money changed into another currency is in both wallets, and is corrected and taken back as a whole', async () => {
    const yen = (await ada.post('/v1/wallets', { name: 'Tokyo', currency: 'JPY' })).body.id;
    const before = await balanceOf(cash);
    const order = { fromWalletId: cash, toWalletId: yen, amount: 10_000, toAmount: 15_120 };
    const { data } = (await ada.post('/v1/transactions/transfers', order)).body;
    expect(data.map((row: { rate: string }) => row.rate)).toEqual(['151.2', '151.2']);
    expect([await balanceOf(cash), await balanceOf(yen)]).toEqual([before - 10_000, 15_120]);
    await ada.patch(`/v1/transactions/${data[1].id}`, { amount: 15_000 });
    expect([await balanceOf(cash), await balanceOf(yen)]).toEqual([before - 10_000, 15_000]);
    const ids = [data[0].id];
    const gone = (await ada.post('/v1/transactions/bulk', { ids, delete: true })).body;
    expect([await balanceOf(cash), await balanceOf(yen)]).toEqual([before, 0]);
    await ada.post(`/v1/transactions/bulk/${gone.id}/undo`, {});
    expect([await balanceOf(cash), await balanceOf(yen)]).toEqual([before - 10_000, 15_000]);
  });

  test('a receipt is attached, comes back as it was, and only to its owner', async () => {
    const path = `/v1/transactions/${await add(300)}/attachments`;
    const headers = { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="tea.pdf"' };
    const made = await florin.http.send('POST', path, { token: ada.token, rawBody: RECEIPT, headers });
    expect([made.status, made.body]).toMatchObject([201, { name: 'tea.pdf', type: 'application/pdf' }]);
    const got = await ada.get(`${path}/${made.body.id}`);
    expect([got.text, got.headers.get('content-disposition')]).toEqual([
      RECEIPT,
      `attachment; filename*=UTF-8''tea.pdf`,
    ]);
    const large = Buffer.concat([Buffer.from(RECEIPT), Buffer.alloc(9 * 1024 * 1024)]);
    const most = await florin.http.send('POST', path, { token: ada.token, rawBody: large, headers });
    expect((await ada.get(`${path}/${most.body.id}`)).bytes.equals(large)).toBe(true);
    const eve = await join(florin, 'Eve Moss');
    expect((await eve.get(`${path}/${made.body.id}`)).status).toBe(404);
    expect((await florin.http.get(`${path}/${made.body.id}`)).status).toBe(401);
  });
});
