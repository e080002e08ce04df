import { chromiumPath, startBrowser } from '@florin/testing';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHarness, type Harness } from './harness.ts';

const ADA = '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4';
const BEN = '019a8d2e-7c20-7d4b-8e5f-60718293a4b5';
const user = {
  id: ADA,
  name: 'Ada Fern',
  username: 'ada',
  email: 'ada@example.com',
  roles: ['admin'],
  totpEnrolled: true,
};
const session = { id: BEN, token: 'a.b.c', expiresAt: '2030-01-01T00:00:00.000Z' };
const asked: [string, Record<string, unknown>][] = [];
const profile: Record<string, string> = { userId: ADA, name: 'Ada', username: 'ada' };
const answers: Record<string, () => object> = {
  signIn: () => ({ outcome: 'OUTCOME_SIGNED_IN', user, session }),
  completeSecondFactor: () => ({ outcome: 'OUTCOME_SIGNED_IN', user, session }),
  resetSecondFactors: () => ({ outcome: 'OUTCOME_RESET', user }),
  getUsers: () => ({ users: [user] }),
  signUp: () => ({ outcome: 'OUTCOME_CREATED', user, session }),
  getMe: () => ({ me: { profile, email: user.email, cardNumber: '70517637501230004821' } }),
  getCardBarcode: () => ({ image: Buffer.from('x'), contentType: 'image/png' }),
  getSummary: () => ({}),
  createBudget: () => ({ budget: { id: BEN, amount: '1', currency: 'IDR', spent: '0', remaining: '1' } }),
  createTransaction: () => ({
    transaction: { id: BEN, type: 'expense', direction: 'out', amount: '30', currency: 'IDR' },
  }),
  queryTransactions: () => ({ transactions: [], total: 0 }),
  getPoints: () => ({ balance: '530' }),
  listPointsHistory: () => ({
    entries: [
      {
        transferId: BEN,
        type: 'grant',
        points: '30',
        balanceAfter: '530',
        reason: 'check-in',
        occurredAt: new Date().toISOString(),
      },
    ],
  }),
  listFriendIds: () => ({ userIds: [] }),
  listTransfers: () => ({ transfers: [], accounts: [] }),
};
const methods = Object.fromEntries(
  Object.entries(answers).map(([name, answer]) => [
    name,
    (request: Record<string, unknown>) => {
      asked.push([name, request]);
      return Promise.resolve(answer());
    },
  ]),
);
const lastOf = (name: string) => asked.findLast(([one]) => one === name)?.[1];

let harness: Harness;
let headers: Record<string, string>;
beforeAll(async () => {
  const grpc = { auth: methods, users: methods, ledger: methods, finance: methods };
  harness = await createHarness({ DEPLOYMENT: 'development' }, {}, grpc);
  await harness.ready();
});
afterAll(() => harness.stop());
beforeEach(() => {
  headers = { authorization: `Bearer ${harness.token({ sub: ADA, roles: ['user', 'admin'] })}` };
  delete profile['timeZone'];
});
const post = (path: string, body: object = {}) => harness.http.post(path, body, { headers });

describe('Urban Fits', () => {
  const login = { email: 'ada', password: 'Password321!', register_provider: 'urbanfits', remember_me: true };

  test.each(['', '/api'])('answers at %p, with the types of the page', async (base) => {
    const { status, body } = await harness.http.post(`${base}/auth/login`, login);
    expect([status, body.user]).toEqual([
      200,
      expect.objectContaining({
        purchases: 0,
        role: 'administrator',
        __v: 0,
        _id: ADA,
        is_active: expect.any(Boolean),
      }),
    ]);
    expect((await harness.http.get(`${base}/user/get/me`)).body).toEqual({
      success: false,
      msg: 'invalid session token',
    });
    const me = await harness.http.get(`${base}/user/get/me`, { headers });
    expect(me.body.msg).toBe('You are Logged in successfully !');
  });

  test('the second factor is taken from the query, without a body', async () => {
    const path = `/api/2fa/verify-totp?user_id=${ADA}&totp_code=123456`;
    expect((await harness.http.send('POST', path)).status).toBe(200);
    expect(lastOf('completeSecondFactor')).toMatchObject({ userId: ADA, code: '123456' });
  });

  test('an admin resets by the query, too, and gets the user', async () => {
    const reply = await harness.http.send('PUT', `/2fa/reset-user-2fa?user_id=${BEN}`, { headers });
    expect(reply.body).toEqual({
      success: true,
      msg: "ada's 2FA has been reset.",
      user: expect.objectContaining({ _id: ADA }),
    });
    expect(lastOf('resetSecondFactors')).toMatchObject({ userId: BEN });
  });

  test('a logout with only the readable cookie left clears it', async () => {
    const reply = await harness.http.post('/auth/logout', {}, { headers: { cookie: 'is_logged_in=true' } });
    expect(reply.body).toEqual({ success: true, msg: 'You are Logged out successfully !' });
    expect(reply.headers.getSetCookie().map((cookie) => cookie.split('=', 1)[0])).toEqual([
      'session-token',
      'is_logged_in',
    ]);
    expect((await harness.http.post('/auth/logout', {})).status).toBe(401);
  });

  test('barcodes and pictures are usable from any origin, other replies are not', async () => {
    const policy = async (path: string) => (await harness.http.get(path)).headers.get('cross-origin-resource-policy');
    expect(await policy('/uf-wallet-barcodes/70517637501230004821')).toBe('cross-origin');
    expect(await policy(`/v1/users/${ADA}/picture`)).toBe('cross-origin');
    expect(await policy('/v1/users/me')).toBe('same-origin');
  });

  test('the history has its published fields, the week seven days', async () => {
    const path = (name: string) => `/user/uf-wallet/${name}?card_number=70517637501230004821`;
    const { body } = await harness.http.get(path('get-points-transactions'), { headers });
    const item = { year: expect.any(Number), month: expect.any(Number), source: 'check-in', points: 30, spent: 0 };
    expect(body.history).toEqual([
      expect.objectContaining({ ...item, total_balance: 530, expiration_date: expect.stringMatching(/Z$/) }),
    ]);
    const week = await harness.http.get(path('get-weekly-points-history'), { headers });
    expect(week.body.history).toHaveLength(7);
    expect(week.body.history[6]).toMatchObject({ points: 30, spent: 0, total_balance: 530 });
    expect(week.body.history[5]).toMatchObject({ points: 0, spent: 0, total_balance: 500 });
  });
});

describe('Tracker', () => {
  const finance = '/api/v1/finance';
  const start = 'Sun Nov 01 2026 00:00:00 GMT+0700 (Western Indonesia Time)';

  test('summary-all takes the text of a JavaScript date for the day it writes', async () => {
    const query = new URLSearchParams({ start, end: '2026-11-29T17:00:00.000Z' });
    expect((await harness.http.get(`${finance}/transaction/summary-all?${query.toString()}`, { headers })).status).toBe(
      200,
    );
    expect(lastOf('getSummary')).toMatchObject({ start: '2026-11-01', end: '2026-11-30' });
  });

  test("a day picked in Jakarta is that day, unless the person's own zone is known", async () => {
    const days = { periodStart: '2026-10-31T17:00:00.000Z', periodEnd: '2026-11-29T17:00:00.000Z' };
    await post(`${finance}/budget`, { amount: 1, categoryId: BEN, ...days });
    expect(lastOf('createBudget')).toMatchObject({ periodStart: '2026-11-01', periodEnd: '2026-11-30' });
    const spend = { walletId: ADA, categoryId: BEN, amount: 0.1 + 0.2 };
    await post(`${finance}/transaction`, { ...spend, transactionDate: days.periodStart });
    expect(lastOf('createTransaction')).toMatchObject({ occurredAt: '2026-11-01', amount: { major: '0.3000' } });
    await post(`${finance}/transaction`, { ...spend, transactionDate: '2026-10-31T17:12:13.456Z' });
    expect(lastOf('createTransaction')).toMatchObject({ occurredAt: '2026-10-31T17:12:13.456Z' });
    profile['timeZone'] = 'Asia/Jakarta';
    await post(`${finance}/budget`, { amount: 2, categoryId: BEN, ...days });
    expect(lastOf('createBudget')).toMatchObject(days);
  });

  test('an amount is searched with or without its decimals', async () => {
    await harness.http.get(`${finance}/transaction?amount=50000.00`, { headers });
    expect(lastOf('queryTransactions')).toMatchObject({ query: { contains: { amount: '50000' } } });
  });
});

test('SpotMe answers at the plural of its headings', async () => {
  for (const name of ['user-transactions', 'all-transactions']) {
    expect((await harness.http.get(`/transactions/${name}`, { headers })).body.transactions).toEqual([]);
  }
});

test('OTP auth takes a date of birth as an ISO time for its day', async () => {
  const body = { email: 'ada@example.com', password: 'Password321!', dob: '1998-01-23T00:00:00.000Z' };
  expect((await harness.http.post('/auth/register', body)).status).toBe(201);
  expect(lastOf('signUp')).toMatchObject({ dateOfBirth: '1998-01-23' });
});

test('in production no origin may call that ALLOWED_ORIGINS does not name, localhost neither', async () => {
  const other = await createHarness({ ALLOWED_ORIGINS: 'https://app.example' });
  try {
    const allowed = async (origin: string) =>
      (await other.http.get('/openapi.json', { headers: { origin } })).headers.get('access-control-allow-origin');
    expect(await allowed('http://localhost:3000')).toBeNull();
    expect(await allowed('https://app.example')).toBe('https://app.example');
  } finally {
    await other.stop();
  }
});

if (chromiumPath() === undefined) console.warn('no page of another origin was opened: there is no Chromium here');
const inBrowser = chromiumPath() === undefined ? describe.skip : describe;

inBrowser('a page of another port of localhost', () => {
  test('calls with JSON, a token and cookies', async () => {
    const site = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<h1>App</h1>'),
    );
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
      const call = (path: string, method: string, token: string) =>
        page.evaluate(
          async ([url, verb, bearer]) => {
            const headers = { 'Content-Type': 'application/json', ...(bearer ? { Authorization: bearer } : {}) };
            const body =
              verb === 'POST' ? JSON.stringify({ email: 'ada', password: 'x', register_provider: 'urbanfits' }) : null;
            const reply = await fetch(url!, { method: verb!, headers, body, credentials: 'include' });
            return reply.status;
          },
          [`http://localhost:${harness.port}${path}`, method, token],
        );
      expect(await call('/api/auth/login', 'POST', '')).toBe(200);
      expect((await page.context().cookies()).map(({ name }) => name).sort()).toEqual([
        'is_logged_in',
        'session-token',
      ]);
      expect(await call('/api/v1/finance/transaction', 'GET', headers['authorization']!)).toBe(200);
    } finally {
      await browser.close();
      site.close();
    }
  }, 60_000);
});
