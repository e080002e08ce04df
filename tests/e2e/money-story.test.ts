import { randomUUID } from 'node:crypto';
import { waitFor, type TestReply } from '@florin/testing';
import { buses, startFlorin, type Florin } from './florin.ts';
import { codeFor, join, newPerson, type Person } from './people.ts';

/** The cookies of a reply as a browser would send them back. */
const jar = ({ headers }: TestReply) =>
  headers
    .getSetCookie()
    .map((each) => each.slice(0, each.indexOf(';')))
    .join('; ');

describe.each(buses())('two friends and their money, over %s', (bus) => {
  let florin: Florin;
  let ada: Person;
  let ben: Person;

  beforeAll(async () => {
    florin = await startFlorin(bus);
  }, 90_000);
  afterAll(() => florin.stop());

  const mainAccount = async (person: Person) => {
    const { body } = await person.get('/v1/accounts');
    return (body.data as { id: string; kind: string; currency: string; posted: number; available: number }[]).find(
      (account) => account.kind === 'main' && account.currency === 'USD',
    );
  };

  test('a person who has not verified the address can not sign in, and a wrong code does not verify it', async () => {
    const carl = newPerson('Carl Late');
    expect((await florin.http.post('/v1/auth/register', carl)).status).toBe(201);
    const login = () => florin.http.post('/v1/auth/login', { identifier: carl.email, password: carl.password });
    expect((await login()).body).toMatchObject({ status: 403, code: 'EMAIL_NOT_VERIFIED' });
    const code = await codeFor(florin, carl.email);
    const wrong = code === '111111' ? '222222' : '111111';
    const refused = await florin.http.post('/v1/auth/verify-email', { email: carl.email, code: wrong });
    expect(refused.body).toMatchObject({ code: 'CODE_INVALID' });
    expect((await florin.http.post('/v1/auth/verify-email', { email: carl.email, code })).status).toBe(200);
    expect((await login()).status).toBe(200);
  });

  test('people register, verify and sign in by e-mail or username', async () => {
    [ada, ben] = await Promise.all([join(florin, 'Ada Fern'), join(florin, 'Ben Oak')]);
    const byName = await florin.http.post('/v1/auth/login', {
      identifier: ben.username.toUpperCase(),
      password: ben.password,
    });
    expect(byName.status).toBe(200);
    const me = await ada.get('/v1/users/me');
    expect(me.body).toMatchObject({ id: ada.id, name: 'Ada Fern', username: ada.username });
  });

  test('a wrong password and an unknown person get the same answer', async () => {
    const strip = ({ requestId: _, ...rest }: Record<string, unknown>) => rest;
    const wrong = await florin.http.post('/v1/auth/login', { identifier: ada.email, password: 'not-this-one-at-all' });
    const unknown = await florin.http.post('/v1/auth/login', {
      identifier: 'nobody@example.com',
      password: 'not-this-one-at-all',
    });
    expect(wrong.status).toBe(401);
    expect(strip(wrong.body)).toEqual(strip(unknown.body));
  });

  test('they become friends', async () => {
    const asked = await ada.post('/v1/friend-requests', { username: ben.username });
    expect(asked.status).toBe(201);
    expect((await ada.post(`/v1/friend-requests/${asked.body.id}/accept`)).status).toBeGreaterThanOrEqual(400);
    expect((await ben.post(`/v1/friend-requests/${asked.body.id}/accept`)).status).toBe(200);
    expect((await ada.get('/v1/friends')).body.data).toMatchObject([{ id: ben.id, name: 'Ben Oak' }]);
    expect((await ben.get('/v1/friends')).body.data).toMatchObject([{ id: ada.id }]);
  });

  test('a deposit arrives once, however often it is sent', async () => {
    const idempotencyKey = randomUUID();
    const deposit = () => ada.post('/v1/deposits', { amount: 10_000, currency: 'USD' }, { idempotencyKey });
    const first = await deposit();
    expect(first.status).toBe(201);
    const again = await deposit();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    await waitFor(async () => (await mainAccount(ada))?.posted === 10_000, { what: 'the deposit' });
    const other = await ada.post('/v1/deposits', { amount: 1, currency: 'USD' }, { idempotencyKey });
    expect(other.body).toMatchObject({ status: 409, code: 'IDEMPOTENCY_MISMATCH' });
  });

  test('money moves between friends, and both sides add up', async () => {
    const sent = await ada.post(
      '/v1/transfers',
      { to: { username: ben.username }, amount: 2_550, currency: 'USD', note: 'Dinner' },
      { idempotencyKey: randomUUID() },
    );
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      amount: 2550,
      currency: 'USD',
      note: 'Dinner',
      from: { userId: ada.id },
      to: { userId: ben.id },
    });
    expect(await mainAccount(ada)).toMatchObject({ posted: 7_450, available: 7_450 });
    expect(await mainAccount(ben)).toMatchObject({ posted: 2_550, available: 2_550 });
    const seen = await ben.get('/v1/transfers');
    expect(seen.body.data[0]).toMatchObject({ id: sent.body.id, note: 'Dinner' });
  });

  test.each([
    [
      'more than there is',
      () => ({ to: { userId: ben.id }, amount: 1_000_000, currency: 'USD' }),
      422,
      'INSUFFICIENT_FUNDS',
    ],
    ['to herself', () => ({ to: { userId: ada.id }, amount: 1, currency: 'USD' }), 400, 'INVALID_ARGUMENT'],
    ['to nobody', () => ({ to: { userId: randomUUID() }, amount: 1, currency: 'USD' }), 404, 'NOT_FOUND'],
    ['a negative amount', () => ({ to: { userId: ben.id }, amount: -1, currency: 'USD' }), 400, 'INVALID_ARGUMENT'],
    ['a fraction', () => ({ to: { userId: ben.id }, amount: 0.5, currency: 'USD' }), 400, 'INVALID_ARGUMENT'],
    ['an unknown currency', () => ({ to: { userId: ben.id }, amount: 1, currency: 'XXY' }), 400, 'INVALID_ARGUMENT'],
  ])('sending %s is refused and changes nothing', async (_what, body, status, code) => {
    const before = await mainAccount(ada);
    const reply = await ada.post('/v1/transfers', body(), { idempotencyKey: randomUUID() });
    expect(reply.headers.get('content-type')).toMatch(/problem\+json/);
    expect(reply.body).toMatchObject({ status, code });
    expect(await mainAccount(ada)).toEqual(before);
  });

  test('the transfer shows up as transactions of both, and in the inbox of the receiver', async () => {
    const find = async (person: Person) =>
      waitFor(
        async () =>
          ((await person.get('/v1/transactions')).body.data as { amount: number; type: string }[]).find(
            (row) => row.amount === 2_550,
          ),
        { what: 'the transaction' },
      );
    expect(await find(ada)).toMatchObject({ type: 'expense', currency: 'USD' });
    expect(await find(ben)).toMatchObject({ type: 'income', currency: 'USD' });
    const note = await waitFor(
      async () =>
        ((await ben.get('/v1/notifications')).body.data as { title: string; body: string }[]).find((each) =>
          `${each.title} ${each.body}`.includes('25.50'),
        ),
      { what: 'the notification' },
    );
    expect(`${note.title} ${note.body}`).toContain('Ada Fern');
  });

  test('wallet, category, transaction, budget and summary tell one story', async () => {
    const wallet = await ada.post(
      '/v1/wallets',
      { name: 'Cash', type: 'cash', currency: 'USD', creditLimit: 0 },
      { idempotencyKey: randomUUID() },
    );
    expect(wallet.status).toBe(201);
    const salary = await ada.post('/v1/categories', { name: 'Side job', type: 'income', icon: 'star' });
    const food = await ada.post('/v1/categories', { name: 'Eating out', type: 'expense', icon: 'fork' });
    const add = (categoryId: string, amount: number) =>
      ada.post(
        '/v1/transactions',
        { walletId: wallet.body.id, categoryId, amount, description: 'x' },
        { idempotencyKey: randomUUID() },
      );
    const today = new Date().toISOString().slice(0, 10);
    const budget = await ada.post('/v1/budgets', {
      categoryId: food.body.id,
      amount: 5_000,
      currency: 'USD',
      periodStart: today,
      periodEnd: today,
    });
    expect(budget.status).toBe(201);
    expect((await add(food.body.id, 1)).body).toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
    expect((await add(salary.body.id, 9_000)).status).toBe(201);
    expect((await add(food.body.id, 4_500)).status).toBe(201);
    const wallets = (await ada.get('/v1/wallets')).body.data as { id: string; main: boolean; balance: number }[];
    expect(wallets.find((each) => each.id === wallet.body.id)).toMatchObject({ balance: 4_500 });
    expect(wallets.find((each) => each.main)).toMatchObject({ balance: 7_450 });
    const budgets = (await ada.get('/v1/budgets')).body.data as { id: string }[];
    expect(budgets.find((each) => each.id === budget.body.id)).toMatchObject({ spent: 4_500, remaining: 500 });
    const { body } = await ada.get(`/v1/summaries?period=month&walletId=${wallet.body.id}`);
    expect(JSON.stringify(body)).toMatch(/"income":9000/);
    expect(JSON.stringify(body)).toMatch(/"expense":4500/);
    await waitFor(
      async () =>
        ((await ada.get('/v1/notifications')).body.data as { kind: string }[]).some((each) =>
          each.kind.includes('budget'),
        ),
      { what: 'the budget notice' },
    );
  });

  test("another person's things are not found", async () => {
    const account = await mainAccount(ada);
    const wallet = ((await ada.get('/v1/wallets')).body.data as { id: string }[])[0];
    expect((await ben.get(`/v1/accounts/${account?.id}`)).status).toBe(404);
    expect((await ben.get(`/v1/wallets/${wallet?.id}`)).status).toBe(404);
  });

  test('a browser signs in with cookies, stays signed in by them, and no page of another site can use them', async () => {
    const own = { 'sec-fetch-site': 'same-origin' };
    const login = await florin.http.post(
      '/v1/auth/login',
      { identifier: ada.email, password: ada.password, cookies: true },
      { headers: own },
    );
    expect(login.status).toBe(200);
    expect(login.text).not.toMatch(/eyJ|refreshToken/);
    for (const each of login.headers.getSetCookie()) {
      expect(each).toMatch(
        /^__Host-florin-(access|refresh)=[^;]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
      );
    }
    const cookie = jar(login);
    expect((await florin.http.get('/v1/users/me', { headers: { cookie } })).body).toMatchObject({ id: ada.id });

    const rename = (headers: Record<string, string>) =>
      florin.http.send('PATCH', '/v1/users/me', { body: { name: 'Ada Fern' }, headers: { cookie, ...headers } });
    expect((await rename(own)).status).toBe(200);
    const foreign = await rename({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });
    expect(foreign.body).toMatchObject({ status: 403, code: 'FORBIDDEN' });

    const refresh = (headers: Record<string, string>) =>
      florin.http.post('/v1/auth/refresh', {}, { headers: { cookie, ...headers } });
    expect((await refresh({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const refreshed = await refresh(own);
    expect(refreshed.status).toBe(200);
    const next = jar(refreshed);
    expect(next).not.toBe(cookie);
    expect((await florin.http.get('/v1/users/me', { headers: { cookie: next } })).status).toBe(200);

    const logout = await florin.http.post('/v1/auth/logout', undefined, { headers: { cookie: next, ...own } });
    expect(logout.status).toBe(204);
    expect(logout.headers.getSetCookie().every((each) => each.includes('Max-Age=0'))).toBe(true);
    const ended = async () => (await florin.http.get('/v1/users/me', { headers: { cookie: next } })).status === 401;
    await waitFor(ended, { timeoutMs: 5_000, what: 'the end of the session' });
  });

  test('a refreshed session goes on, and logout ends it soon', async () => {
    const refreshed = await florin.http.post('/v1/auth/refresh', { refreshToken: ben.refreshToken });
    expect(refreshed.status).toBe(200);
    const token = refreshed.body.accessToken as string;
    expect((await florin.http.get('/v1/users/me', { token })).status).toBe(200);
    expect((await florin.http.post('/v1/auth/logout', undefined, { token })).status).toBe(204);
    await waitFor(async () => (await florin.http.get('/v1/users/me', { token })).status === 401, {
      timeoutMs: 5_000,
      what: 'the end of the session',
    });
  });

  test('unknown paths, wrong methods and missing tokens are problems too', async () => {
    for (const [method, path, status] of [
      ['GET', '/v1/nothing', 404],
      ['DELETE', '/v1/deposits', 405],
      ['GET', '/v1/accounts', 401],
      ['GET', '/nothing', 404],
    ] as const) {
      const token = status === 405 ? ada.token : undefined;
      const reply = await florin.http.send(method, path, token ? { token } : {});
      expect([path, reply.status, reply.headers.get('content-type')]).toEqual([
        path,
        status,
        expect.stringMatching(/problem\+json/),
      ]);
    }
  });
});
