import { waitFor } from '@florin/testing';
import { oneBus, startFlorin, type Florin } from './florin.ts';
import { codeFor, join, newPerson } from './people.ts';
import { no, ok, trackerClient } from './tracker-client.ts';

interface Made {
  id: string;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

describe.each(oneBus())('a person keeps their money diary in the Tracker, over %s', (bus) => {
  const me = newPerson('Mia Ledger');
  const { email, password, name } = me;
  let florin: Florin;
  let app: ReturnType<typeof trackerClient>;
  let cash: Made;
  let bank: Made;
  let food: Made;

  beforeAll(async () => {
    florin = await startFlorin(bus, { DIALECT_PASSWORDS: 'published' });
    app = trackerClient(florin);
  }, 90_000);
  afterAll(() => florin.stop());

  const balanceOf = async ({ id }: Made) => (await app.get(`/finance/wallet/${id}`)).body.data.balance as number;

  test('signs up, mistypes the code, asks for another too soon, and gets in by the first', async () => {
    const sent = ok('Email verification has been sent to your email');
    expect(await app.post('/auth/register', { email, password, name })).toEqual(sent);
    const code = await codeFor(florin, email);
    const wrong = code === '111111' ? '222222' : '111111';
    expect(await app.post('/auth/verify', { email, code: wrong })).toEqual(no(400, 'Invalid code'));
    expect(await app.post('/auth/resend-code', { email })).toEqual(sent);
    expect(await app.post('/auth/login', { email, password })).toEqual(no(403, 'Please verify your email'));
    expect((await app.post('/auth/verify', { email, code })).status).toBe(200);
    expect(await app.post('/auth/login', { email, password: 'not-mine' })).toEqual(
      no(401, 'Invalid email or password'),
    );
    const login = await app.post('/auth/login', { email, password });
    expect(login.status).toBe(200);
    expect(await app.get('/finance/wallet')).toEqual(no(401, 'You do not have access'));
    app.state.token = login.body.data.token;
    expect((await app.get('/user/my-profile')).body.data).toMatchObject({ email, name, isVerified: true });
  });

  test('opens wallets, earns, spends what is there and no more', async () => {
    cash = await app.make('/finance/wallet', { type: 'Cash', name: 'Purse', balance: 50_000 });
    bank = await app.make('/finance/wallet', { type: 'Bank', name: 'Giro' });
    food = await app.make('/finance/category', { name: 'Nasi', type: 'EXPENSE' });
    const pay = await app.make<Made>('/finance/category', { name: 'Gaji', type: 'INCOME' });
    await app.make('/finance/transaction', { walletId: bank.id, categoryId: pay.id, amount: 1_000_000 });
    const spend = (amount: number) =>
      app.post('/finance/transaction', { walletId: cash.id, categoryId: food.id, amount, description: 'Lunch' });
    expect((await spend(35_000)).status).toBe(200);
    expect(await spend(35_000)).toEqual(no(400, 'Insufficient balance'));
    expect([await balanceOf(cash), await balanceOf(bank)]).toEqual([15_000, 1_000_000]);
  });

  test('taps twice on a transfer, which moves the money once', async () => {
    const transfer = (amount: number) =>
      app.post('/finance/transaction/transfer', { originWalletId: bank.id, destinationWalletId: cash.id, amount });
    expect(await transfer(2_000_000)).toEqual(no(400, 'Insufficient balance'));
    const taps = await Promise.all([transfer(100_000), transfer(100_000)]);
    expect(taps).toEqual([ok('Transfer successfully'), ok('Transfer successfully')]);
    expect([await balanceOf(cash), await balanceOf(bank)]).toEqual([115_000, 900_000]);
    expect((await app.get('/finance/transaction?type=transfer')).body.totalItems).toBe(2);
  });

  test('sets a budget, and sees the week begin on the day chosen a moment ago', async () => {
    const days = { periodStart: '2026-01-01', periodEnd: '2099-12-31' };
    await app.make('/finance/budget', { amount: 30_000, ...days, categoryId: food.id });
    const [budget] = (await app.get('/finance/budget?category=nasi')).body.data as object[];
    expect(budget).toMatchObject({ spent: 35_000, remaining: -5_000 });
    const yesterday = new Date(Date.now() - 86_400_000);
    const [lunch] = (await app.get('/finance/transaction?description=lunch')).body.data as Made[];
    await app.put(`/finance/transaction/${lunch!.id}`, { transactionDate: yesterday.toISOString() });
    const week = async (firstDayOfWeek: number) => {
      const shown = { firstDayOfWeek: WEEKDAYS[firstDayOfWeek - 1] };
      expect((await app.put('/user/update', { firstDayOfWeek })).body.data).toMatchObject(shown);
      const { body } = await app.get(`/finance/transaction/summary/${cash.id}?period=weekly`);
      return body.data.Summary as object[];
    };
    const weekday = (date: Date) => date.getUTCDay() || 7;
    expect(await week(weekday(yesterday))).toMatchObject([{ name: 'Nasi', amount: 35_000 }]);
    expect(await week(weekday(new Date(yesterday.getTime() + 86_400_000)))).toEqual([]);
  });

  test('corrects a balance, and takes back a lunch that was not', async () => {
    expect((await app.put(`/finance/wallet/${cash.id}`, { balance: 120_000 })).body.data.balance).toBe(120_000);
    const [lunch] = (await app.get('/finance/transaction?description=lunch')).body.data as Made[];
    expect((await app.delete(`/finance/transaction/${lunch!.id}`)).status).toBe(200);
    expect(await balanceOf(cash)).toBe(155_000);
  });

  test('finds the same wallets in /v1, and money sent by a friend there in the diary', async () => {
    const wallets = await florin.http.get('/v1/wallets', { token: app.state.token });
    expect(wallets.body.data).toContainEqual(expect.objectContaining({ id: cash.id, balance: 15_500_000 }));
    const ben = await join(florin, 'Ben Oak');
    await ben.post('/v1/deposits', { amount: 5_000, currency: 'USD' });
    const pay = { to: { email }, amount: 1_250, currency: 'USD', note: 'For lunch' };
    await waitFor(async () => (await ben.post('/v1/transfers', pay)).status === 201, { what: 'the transfer' });
    const rows = await waitFor(
      async () => {
        const found = (await app.get('/finance/transaction?description=for%20lunch')).body.data as object[];
        return found.length > 0 && found;
      },
      { what: 'the row of the transfer' },
    );
    expect(rows).toMatchObject([{ type: 'INCOME', amount: 12.5, Wallet: { currency: 'USD', balance: 12.5 } }]);
  });

  test('forgets the password, and a new one ends the old sign-in', async () => {
    const first = await codeFor(florin, email);
    expect((await app.post('/auth/forgot-password', { email })).status).toBe(200);
    const code = await codeFor(florin, email, first);
    const reset = (typed: string) => app.post('/auth/reset-password', { email, code: typed, password: 'P@$$w0rd' });
    expect(await reset(first)).toEqual(no(400, 'Invalid code'));
    expect(await reset(code)).toEqual(ok('Password changed successfully'));
    expect(await reset(code)).toEqual(no(400, 'Invalid code'));
    const ended = no(403, 'Token expired, please login again');
    await waitFor(async () => (await app.get('/user/my-profile')).status === 403, { what: 'the end of the session' });
    expect(await app.get('/user/my-profile')).toEqual(ended);
    expect(await app.post('/auth/login', { email, password })).toEqual(no(401, 'Invalid email or password'));
    app.state.token = (await app.post('/auth/login', { email, password: 'P@$$w0rd' })).body.data.token;
    expect((await app.get('/user/my-profile')).status).toBe(200);
  });

  test('signs out', async () => {
    const { token } = app.state;
    expect((await florin.http.post('/v1/auth/logout', undefined, { token })).status).toBe(204);
    await waitFor(async () => (await app.get('/finance/wallet')).status === 403, { what: 'the end of the session' });
  });
});
