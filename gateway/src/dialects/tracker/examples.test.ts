import { waitFor } from '@florin/testing';
import { buses, startFlorin, type Florin } from '../../../../tests/e2e/florin.ts';
import { codeFor } from '../../../../tests/e2e/people.ts';
import { ID, JWT, STAMPS, TIME, no, ok, page, trackerClient } from '../../../../tests/e2e/tracker-client.ts';

const NOBODY = '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4';

let florin: Florin;
let tracker: ReturnType<typeof trackerClient>;
beforeAll(async () => {
  const [bus] = buses();
  florin = await startFlorin(bus ?? 'pg-boss', { DIALECT_PASSWORDS: 'published' });
  tracker = trackerClient(florin);
}, 90_000);
afterAll(() => florin.stop());

const send = (method: string, path: string, body?: object, token?: string) => tracker.send(method, path, body, token);
const form = (path: string, fields: Record<string, string>) => tracker.form(path, fields);

const ada = { email: 'ada@example.com', password: '12345678', name: 'Ada' };
const { email } = ada;

describe('auth', () => {
  test.each([
    ['/auth/register', {}, 400, 'Email and Password is required'],
    ['/auth/register', { email }, 400, 'Email and Password is required'],
    ['/auth/register', { password: 'Password321!', name: 'Ada' }, 400, 'Email and Password is required'],
    ['/auth/register', { email, password: 'Password321!' }, 400, 'Name is required'],
    ['/auth/register', { ...ada, email: 'ada' }, 400, 'Invalid email format'],
    ['/auth/register', { ...ada, password: '1234567' }, 400, 'Password must be at least 8 characters'],
    ['/auth/verify', { email }, 400, 'Email and Code is required'],
    ['/auth/verify', { code: '123456' }, 400, 'Email and Code is required'],
    ['/auth/verify', { email: 'nobody@example.com', code: '123456' }, 400, 'Invalid Email or Code'],
    ['/auth/verify', { email: 'nobody', code: '123456' }, 400, 'Invalid Email or Code'],
    ['/auth/resend-code', {}, 400, 'Email is required'],
    ['/auth/resend-code', { email: 'nobody@example.com' }, 400, 'Invalid Email'],
    ['/auth/resend-code', { email: 'nobody' }, 400, 'Invalid Email'],
    ['/auth/login', {}, 400, 'Email and Password are required'],
    ['/auth/login', { email }, 400, 'Email and Password are required'],
    ['/auth/login', { email: 'nobody@example.com', password: '12345678' }, 401, 'Invalid email or password'],
    ['/auth/login', { email: 'nobody', password: '12345678' }, 401, 'Invalid email or password'],
    ['/auth/forgot-password', { email: 'nobody@example.com' }, 404, 'User not found'],
    ['/auth/forgot-password', {}, 404, 'User not found'],
    ['/auth/reset-password', { email, password: '12345678' }, 400, 'Code is required'],
    ['/auth/reset-password', { email, code: '123456' }, 400, 'Password is required'],
    [
      '/auth/reset-password',
      { email: 'stranger@example.com', code: '123456', password: '12345678' },
      404,
      'User not found',
    ],
  ])('%s %j is refused', async (path, body, status, message) => {
    expect(await send('POST', path, body, '')).toEqual(no(status, message));
    expect(await form(path, body as Record<string, string>)).toEqual(no(status, message));
  });

  test('register, verify, log in', async () => {
    const sent = ok('Email verification has been sent to your email');
    const verifying = (code: string) => send('POST', '/auth/verify', { email, code });
    expect(await send('POST', '/auth/register', ada)).toEqual(sent);
    expect(await send('POST', '/auth/register', ada)).toEqual(no(400, 'Email already used'));
    expect(await send('POST', '/auth/login', { email, password: '12345678' })).toEqual(
      no(403, 'Please verify your email'),
    );
    expect(await send('POST', '/auth/login', { email, password: 'wrong' })).toEqual(
      no(403, 'Please verify your email'),
    );
    expect(await send('POST', '/auth/resend-code', { email })).toEqual(sent);
    const code = await codeFor(florin, email);
    expect(await verifying(code === '111111' ? '222222' : '111111')).toEqual(no(400, 'Invalid code'));
    expect(await verifying(code)).toEqual(ok('Email verified successfully'));
    expect(await verifying(code)).toEqual(no(400, 'Email already verified'));
    expect(await send('POST', '/auth/resend-code', { email })).toEqual(no(400, 'Email already verified'));
    expect(await send('POST', '/auth/login', { email, password: 'wrong' })).toEqual(
      no(401, 'Invalid email or password'),
    );
    const login = await form('/auth/login', { email, password: '12345678' });
    expect(login).toEqual(ok('Login successfully', { token: JWT, id: ID, email, name: 'Ada' }));
  });

  test('forgot, reset, change', async () => {
    const { body } = await send('POST', '/auth/login', { email, password: '12345678' });
    const id = body.data.id as string;
    const verifyCode = await codeFor(florin, email);
    const forgot = await send('POST', '/auth/forgot-password', { email });
    expect(forgot).toEqual({
      status: 200,
      body: { status: 'success', message: 'Reset password code sent to your email', id, data: { id } },
    });
    const code = await codeFor(florin, email, verifyCode);
    const resetting = (more: object) =>
      send('POST', '/auth/reset-password', { email, code, password: 'Password321!', ...more });
    expect(await resetting({ code: code === '111111' ? '222222' : '111111' })).toEqual(no(400, 'Invalid code'));
    expect(await resetting({ password: 'short' })).toEqual(no(400, 'Password must be at least 8 characters'));
    expect(await resetting({})).toEqual(ok('Password changed successfully'));
    expect(await resetting({})).toEqual(no(400, 'Invalid code'));
    tracker.state.token = (await send('POST', '/auth/login', { email, password: 'Password321!' })).body.data.token;
    const changing = (body: object, token?: string) => send('POST', '/auth/change-password', body, token);
    const same = { oldPassword: 'Password321!', password: 'Password321!' };
    expect(await changing(same, '')).toEqual(no(401, 'You do not have access'));
    expect(await changing({ password: 'P@$$w0rd' })).toEqual(no(400, 'Old password is required'));
    expect(await changing({ oldPassword: 'Password321!' })).toEqual(no(400, 'Password is required'));
    expect(await changing(same)).toEqual(no(400, 'New password must be different from the old password'));
    expect(await changing({ oldPassword: 'wrong', password: 'P@$$w0rd' })).toEqual(
      no(400, 'Old password does not match'),
    );
    const changed = await changing({ oldPassword: 'Password321!', password: 'P@$$w0rd' });
    expect(changed).toEqual(ok('Password changed successfully', { token: JWT, id, email, name: 'Ada' }));
    tracker.state.token = changed.body.data.token;
  });
});

describe('profile', () => {
  const profile = { id: ID, name: 'Ada', email, isVerified: true, createdAt: TIME };
  const defaults = { firstDayOfWeek: 'Monday', firstDayOfTheMonth: 1, firstMonthOfTheYear: 'January' };

  test('is read and changed', async () => {
    expect(await send('GET', '/user/my-profile')).toEqual(
      ok('Retrieved data successfully', { ...profile, ...defaults }),
    );
    const changes = { name: 'Ada L.', firstDayOfWeek: 7, firstDayOfTheMonth: 31, firstMonthOfTheYear: 4 };
    const named7 = { firstDayOfWeek: 'Sunday', firstMonthOfTheYear: 'April' };
    const updated = ok('Updated data successfully', { ...profile, ...changes, ...named7 });
    expect(await send('PUT', '/user/update', changes)).toEqual(updated);
    const named = await send('PUT', '/user/update', { firstDayOfWeek: 'Monday', firstMonthOfTheYear: 'January' });
    expect(named.body.data).toMatchObject({ firstDayOfWeek: 'Monday', firstMonthOfTheYear: 'January' });
    for (const bad of [
      { name: '' },
      { firstDayOfWeek: 8 },
      { firstDayOfTheMonth: 32 },
      { firstMonthOfTheYear: 13 },
      {},
    ]) {
      expect(await send('PUT', '/user/update', bad)).toEqual(no(400, expect.any(String) as string));
    }
    await send('PUT', '/user/update', { name: 'Ada', ...defaults });
  });
});

test('an account with money in it stays open, an empty one closes with its token', async () => {
  const { http } = florin;
  const mia = trackerClient(florin);
  const person = { email: 'mia@example.com', password: '12345678', name: 'Mia' };
  await mia.join(person, () => codeFor(florin, person.email));
  const close = (token?: string) => mia.send('DELETE', '/user/delete', undefined, token);
  expect(await close('')).toEqual(no(401, 'You do not have access'));
  const { token } = mia.state;
  const money = { amount: 1_250, currency: 'USD' };
  await waitFor(async () => (await http.post('/v1/deposits', money, { token })).status < 300, { what: 'the deposit' });
  const left = 'There is something left in the account: 1250 USD in minor units, 0 of it held';
  expect(await close()).toEqual(no(400, left));
  expect((await http.post('/v1/withdrawals', money, { token })).status).toBeLessThan(300);
  await waitFor(async () => (await close()).status === 200, { what: 'the end of the withdrawal' });
  await waitFor(async () => (await mia.get('/user/my-profile')).status === 403, { what: 'the end of the session' });
  expect(await mia.post('/auth/login', person)).toEqual(no(401, 'Invalid email or password'));
});

describe('finance', () => {
  const cash = { type: 'Cash', name: 'Pocket', currency: 'IDR', description: '' };

  test('a wallet', async () => {
    expect(await send('POST', '/finance/wallet', { name: 'Pocket' })).toEqual(no(400, 'Type is required'));
    expect(await send('POST', '/finance/wallet', { type: 'Cash' })).toEqual(no(400, 'Name is required'));
    const decimals = no(400, 'Balance: IDR has 2 decimals, 3 were given');
    expect(await send('POST', '/finance/wallet', { ...cash, balance: 1.005 })).toEqual(decimals);
    const empty = await form('/finance/wallet', { type: 'Cash', name: 'Empty' });
    const created = (data: object) => ok('Created data successfully', { id: ID, ...data, ...STAMPS });
    expect(empty).toEqual(created({ ...cash, name: 'Empty', balance: 0 }));
    const first = await send('POST', '/finance/wallet', { ...cash, balance: 50000.25 });
    const pocket = { ...cash, id: first.body.data.id, balance: 50000.25 };
    expect(first).toEqual(created(pocket));
    const one = `/finance/wallet/${pocket.id}`;
    expect(await send('GET', one)).toEqual(ok('Retrieved data successfully', { ...pocket, ...STAMPS }));
    const filtered = await send(
      'GET',
      '/finance/wallet?type=cas&name=OCK&currency=IDR&search=pock&page=1&size=5&sort=name&order=ASC',
    );
    expect(filtered).toEqual(page([{ ...pocket, ...STAMPS }]));
    expect(await send('GET', '/finance/wallet?name=nothing')).toEqual(page([]));
    const second = await send('GET', '/finance/wallet?currency=idr&size=1&page=2&sort=createdAt&order=DESC');
    const counts = { currentPage: 2, totalPages: 2, startItem: 2, endItem: 2, totalItems: 2 };
    expect(second).toEqual(page([expect.objectContaining({ name: 'Empty' })], counts));
    const all = await send('GET', '/finance/wallet/get-all');
    expect(all.body).toContainEqual(pocket);
    const changed = await send('PUT', one, { name: 'Purse', balance: 75_000 });
    expect(changed).toEqual(ok('Updated data successfully', { ...pocket, ...STAMPS, name: 'Purse', balance: 75_000 }));
    expect(await send('DELETE', one)).toEqual(ok('Deleted data successfully'));
    for (const [method, id] of [
      ['GET', pocket.id],
      ['PUT', pocket.id],
      ['DELETE', pocket.id],
      ['GET', NOBODY],
      ['GET', 'x'],
    ] as const) {
      const body = method === 'PUT' ? { name: 'x' } : undefined;
      expect(await send(method, `/finance/wallet/${id}`, body)).toEqual(no(404, 'Wallet not found'));
    }
  });

  test('a category', async () => {
    expect(await send('POST', '/finance/category', { type: 'EXPENSE' })).toEqual(no(400, 'Name is required'));
    expect(await send('POST', '/finance/category', { name: 'Tea' })).toEqual(no(400, 'Type is required'));
    const wrong = no(400, 'Type must be one of INCOME, EXPENSE, DEBT');
    expect(await send('POST', '/finance/category', { name: 'Tea', type: 'FUN' })).toEqual(wrong);
    const reply = await send('POST', '/finance/category', { name: 'Tea', type: 'EXPENSE' });
    const tea = { id: reply.body.data.id, type: 'EXPENSE', name: 'Tea', icon: 'wallet' };
    expect(reply).toEqual(ok('Created data successfully', { ...tea, id: ID, ...STAMPS }));
    const one = `/finance/category/${tea.id}`;
    expect(await send('GET', one)).toEqual(ok('Retrieved data successfully', { ...tea, ...STAMPS }));
    expect(await send('GET', '/finance/category?name=te&type=EXP&sort=createdAt')).toEqual(
      page([{ ...tea, ...STAMPS }]),
    );
    expect((await send('GET', '/finance/category/get-all')).body).toContainEqual(tea);
    const changes = { name: 'Green tea', type: 'DEBT', icon: 'cup' };
    expect(await send('PUT', one, changes)).toEqual(ok('Updated data successfully', { ...tea, ...changes, ...STAMPS }));
    expect(await send('DELETE', one)).toEqual(ok('Deleted data successfully'));
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? { name: 'x' } : undefined;
      expect(await send(method, one, body)).toEqual(no(404, 'Category not found'));
    }
  });
});
