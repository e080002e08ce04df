import { waitFor } from '@florin/testing';
import { oneBus, startFlorin, type Florin } from './florin.ts';
import { join, type Person } from './people.ts';
import { browser, enrol, type Browser } from './urbanfits.ts';

const EXPIRED = [401, { success: false, msg: 'Your session is invalid or expired. Please sign in again.' }];
const WRONG_CODE = [401, { success: false, msg: 'The code is either wrong or expired. Please try again.' }];

interface Line {
  type: string;
  points: number;
  balance: number;
  reason: string;
}

describe.each(oneBus())('a customer collects points at Urban Fits, over %s', (bus) => {
  let florin: Florin;
  let person: Person;
  let app: Browser;
  let login: Record<string, unknown>;
  let card: string;
  let phone: Awaited<ReturnType<typeof enrol>>;

  beforeAll(async () => {
    florin = await startFlorin(bus, { DIALECT_PASSWORDS: 'published' });
    app = browser(florin);
  }, 90_000);
  afterAll(() => florin.stop());

  const wallet = (path: string) => `/user/uf-wallet/${path}?card_number=${card}`;
  const balance = async () => ((await app.get(wallet('get-balance')))[1] as { balance: number }).balance;
  const history = async () => ((await app.get(wallet('get-points-transactions')))[1] as { history: Line[] }).history;

  test('registers in /v1, mistypes the password, and gets in by the username', async () => {
    person = await join(florin, 'Mia Rivers');
    login = { email: person.username, password: person.password, register_provider: 'urbanfits', remember_me: true };
    expect(await app.get('/user/get/me')).toEqual([401, { success: false, msg: 'invalid session token' }]);
    expect(await app.post('/auth/login', { ...login, email: 'nobody@example.com' })).toEqual([
      404,
      { success: false, msg: 'User not found, please create an account' },
    ]);
    expect(await app.post('/auth/login', { ...login, password: 'not-my-own' })).toEqual([
      401,
      { success: false, msg: 'Your password is incorrect' },
    ]);
    const [status, body] = await app.post('/auth/login', login);
    expect([status, body]).toMatchObject([200, { user: { _id: person.id, email: person.email, lastname: 'Rivers' } }]);
    const { uf_wallet } = (body as { user: { uf_wallet: Record<string, string> } }).user;
    expect(Object.keys(uf_wallet)).toEqual(['card_number', 'bar_code']);
    card = uf_wallet['card_number']!;
    expect((await fetch(florin.url + uf_wallet['bar_code']!)).headers.get('content-type')).toBe('image/png');
  });

  test('finds the sign-up points, is too early to check in, and taps the wheel twice', async () => {
    await waitFor(async () => (await balance()) === 500, { what: 'the sign-up points' });
    expect((await app.put('/user/check-in'))[0]).toBe(400);
    const spin = () => app.post(wallet('spin-wheel'));
    const replies = await Promise.all([spin(), spin()]);
    expect([200, 403]).toEqual(expect.arrayContaining(replies.map(([status]) => status)));
    while ((await spin())[0] !== 403);
    const won = await waitFor(async () => (await history()).find(({ reason }) => reason === 'spin'), {
      what: 'the points won',
    });
    expect(await balance()).toBe(500 + won.points);
    expect((await history()).map(({ type, reason }) => [type, reason])).toEqual([
      ['grant', 'spin'],
      ['grant', 'sign-up'],
    ]);
    expect((await spin())[0]).toBe(403);
  });

  test('turns 2FA on, which /v1 then asks for, too', async () => {
    phone = await enrol(app);
    const inV1 = await florin.http.post('/v1/auth/login', { identifier: person.email, password: person.password });
    expect([inV1.status, inV1.body]).toMatchObject([200, { secondFactorRequired: true }]);
  });

  test('logs out, mistypes the code, comes back with it, and is out elsewhere when logged out', async () => {
    const before = app.cookies.get('session-token')!;
    expect((await app.post('/auth/logout', {}))[0]).toBe(200);
    const old = browser(florin);
    await waitFor(
      async () => {
        old.cookies.set('session-token', before);
        return (await old.get('/user/get/me'))[0] === EXPIRED[0];
      },
      { timeoutMs: 5_000, what: 'the end of the session' },
    );
    const [, body] = await app.post('/auth/login', login);
    const { redirect_url } = body as { redirect_url: string };
    expect(app.cookies.has('session-token')).toBe(false);
    const path = `/2fa/verify-totp?${redirect_url.split('?')[1]!}`;
    expect(await app.post(path, { totp_code: phone.wrong() })).toEqual(WRONG_CODE);
    expect((await app.post(path, { totp_code: phone.next() }))[0]).toBe(200);
    expect((await app.get('/user/get/me'))[1]).toMatchObject({ user: { two_fa_enabled: true } });
    const token = app.cookies.get('session-token')!;
    expect((await florin.http.get('/v1/users/me', { token })).status).toBe(200);
    expect((await app.post('/auth/logout', {}))[0]).toBe(200);
    await waitFor(async () => (await florin.http.get('/v1/users/me', { token })).status === 401, {
      timeoutMs: 5_000,
      what: 'the end of the session in /v1',
    });
    expect(await app.get('/user/get/me')).toEqual([401, { success: false, msg: 'invalid session token' }]);
  });
});
