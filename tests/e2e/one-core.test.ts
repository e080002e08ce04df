import { waitFor, type TestReply } from '@florin/testing';
import { fenakaClient, newMobile } from './fenaka-client.ts';
import { oneBus, startFlorin, type Florin } from './florin.ts';
import { codeFor, join, newPerson, type Person } from './people.ts';
import { totp } from './totp.ts';

const DAY_MS = 86_400_000;
const MESSAGE = expect.any(String) as string;
const TOKEN = expect.any(String) as string;

describe.each(oneBus())('five APIs over one core, over %s', (bus) => {
  const ada = { ...newPerson('Ada Fern'), password: 'Password321!', id: '' };
  const { email, password, username } = ada;
  let florin: Florin;
  let ben: Person;
  /** the JWTs that Ada's apps hold, without Bearer */
  const tokens = { spotme: '', tracker: '', otpAuth: '', urbanfits: '', v1: '' };

  beforeAll(async () => {
    florin = await startFlorin(bus);
    ben = await join(florin, 'Ben Oak');
  }, 90_000);
  afterAll(() => florin.stop());

  const post = (path: string, body: object, token?: string) =>
    florin.http.post(path, body, token === undefined ? {} : { token });
  const get = (path: string, token: string) => florin.http.get(path, { token });
  const shown = ({ status, body }: TestReply): [number, unknown] => [status, body];

  const logIn = {
    spotme: () => post('/auth/login', { email, password }),
    tracker: () => post('/api/v1/auth/login', { email, password }),
    otpAuth: () => post('/auth/login', { email, password, platform: 'android', fcmToken: 'push-token-of-ada' }),
    urbanfits: () => post('/auth/login', { email: username, password, register_provider: 'urbanfits' }),
    v1: () => post('/v1/auth/login', { identifier: email, password }),
  };
  const cookieOf = (reply: TestReply) =>
    /session-token=([^;]+)/.exec(reply.headers.getSetCookie().join('\n'))?.[1] ?? '';
  const jwtOf = {
    spotme: ({ body }: TestReply) => (body as { token: string }).token.replace(/^Bearer /, ''),
    tracker: ({ body }: TestReply) => (body as { data: { token: string } }).data.token,
    otpAuth: ({ body }: TestReply) => (body as { token: string }).token,
    urbanfits: cookieOf,
    v1: ({ body }: TestReply) => (body as { accessToken: string }).accessToken,
  };
  /** A read for the signed-in of every API. */
  const reads = {
    spotme: (token: string) => get('/transaction/user-transactions', token),
    tracker: (token: string) => get('/api/v1/user/my-profile', token),
    urbanfits: (token: string) => florin.http.get('/user/get/me', { headers: { cookie: `session-token=${token}` } }),
    v1: (token: string) => get('/v1/users/me', token),
    cookieInV1: (token: string) => florin.http.get('/v1/users/me', { headers: { cookie: `session-token=${token}` } }),
  };
  const statuses = async (token: string) =>
    Promise.all(Object.values(reads).map(async (read) => (await read(token)).status));

  test('an account made by SpotMe signs in to the Tracker once its address is verified', async () => {
    const signedUp = await post('/auth/signup', { ...ada, confirmPassword: password });
    expect(signedUp.status).toBe(200);
    tokens.spotme = jwtOf.spotme(signedUp);
    ada.id = (signedUp.body as { user: { id: string } }).user.id;
    const unverified = [403, { status: 'error', message: 'Please verify your email' }];
    expect(shown(await logIn.tracker())).toEqual(unverified);
    expect(shown(await reads.tracker(tokens.spotme))).toEqual(unverified);
    const code = await codeFor(florin, email);
    expect((await post('/api/v1/auth/verify', { email, code })).status).toBe(200);
    const { body, status } = await logIn.tracker();
    expect([status, body]).toMatchObject([200, { data: { id: ada.id, email, name: 'Ada Fern' } }]);
    tokens.tracker = (body as { data: { token: string } }).data.token;
    // a first proof made outside a session ends those from before it: they may be somebody else's
    expect((await reads.spotme(tokens.spotme)).status).toBe(401);
    tokens.spotme = jwtOf.spotme(await logIn.spotme());
    expect((await reads.tracker(tokens.spotme)).body).toMatchObject({ data: { id: ada.id, isVerified: true } });
  });

  test('a friend made in /v1 is a friend in SpotMe', async () => {
    const request = await ben.post('/v1/friend-requests', { userId: ada.id });
    expect(request.status).toBe(201);
    const status = async (rID: string) => (await post('/auth/is-friend', { rID }, tokens.spotme)).body as object;
    expect(await status(ben.id)).toMatchObject({ status: 2 });
    const { id } = request.body as { id: string };
    expect((await post(`/v1/friend-requests/${id}/accept`, {}, tokens.spotme)).status).toBeLessThan(300);
    expect(await status(ben.id)).toMatchObject({ status: 3 });
    expect((await get('/auth/all-friends', tokens.spotme)).body).toMatchObject({
      friends: [{ id: ben.id, name: 'Ben Oak' }],
    });
    expect((await get('/auth/all-friends', ben.token)).body).toMatchObject({ friends: [{ id: ada.id }] });
  });

  test("money sent by SpotMe shows up in the Tracker's transactions, once", async () => {
    const added = await post('/transaction/add-balance', { amount: '50' }, ben.token);
    expect(added.body).toMatchObject({ user: { balance: 50 } });
    const send = { recipientID: ada.id, message: 'For the seeds', amount: 12.5 };
    const sent = await waitFor(
      async () => {
        const reply = await post('/transaction/send', send, ben.token);
        return reply.status === 200 && reply;
      },
      { what: 'the send' },
    );
    expect(sent.body).toMatchObject({ user: { id: ben.id, balance: 37.5 } });
    const rows = await waitFor(
      async () => {
        const { body } = await get('/api/v1/finance/transaction?description=seeds', tokens.tracker);
        const { data } = body as { data: object[] };
        return data.length > 0 && data;
      },
      { what: "the Tracker's row" },
    );
    expect(rows).toMatchObject([{ type: 'INCOME', amount: 12.5, description: 'For the seeds' }]);
    expect(rows).toHaveLength(1);
    const mine = await get('/api/v1/finance/transaction?description=seeds', ben.token);
    expect(mine.body).toMatchObject({ data: [{ type: 'EXPENSE', amount: 12.5 }] });
  });

  test('a wallet made by the Tracker is in /v1/wallets, and one made in /v1 in the Tracker', async () => {
    const made = await post('/api/v1/finance/wallet', { type: 'Cash', name: 'Seeds', balance: 50_000 }, tokens.tracker);
    const { id } = (made.body as { data: { id: string } }).data;
    const wallets = (await get('/v1/wallets', tokens.spotme)).body as { data: object[] };
    expect(wallets.data).toContainEqual(
      expect.objectContaining({ id, name: 'Seeds', currency: 'IDR', balance: 5_000_000 }),
    );
    const second = await post('/v1/wallets', { name: 'Trips', type: 'bank', currency: 'USD' }, tokens.tracker);
    expect(second.status).toBe(201);
    const all = (await get('/api/v1/finance/wallet/get-all', tokens.tracker)).body as object[];
    expect(all).toContainEqual(expect.objectContaining({ id: (second.body as { id: string }).id, name: 'Trips' }));
  });

  test('a person of Fenaka, known by a number, is paid by SpotMe and befriended in /v1', async () => {
    const phone = fenakaClient(florin);
    const mobile = newMobile();
    const [status, made] = await phone.post('/auth/register-mobile', { name: 'Aisha', mobile, password });
    expect(status).toBe(201);
    const { id } = made as { id: string };
    await phone.post('/auth/signin', { mobile, password });
    expect((await phone.v1('POST', '/v1/friend-requests', { userId: ada.id })).status).toBe(201);
    const answer = { recipientID: id, acceptedRequest: 'true' };
    expect((await post('/auth/handle-friend-request', answer, tokens.spotme)).status).toBe(200);
    expect((await phone.v1('GET', '/v1/friends')).body).toMatchObject({ data: [{ id: ada.id }] });
    const send = { recipientID: id, message: 'Welcome', amount: 2.5 };
    await waitFor(async () => (await post('/transaction/send', send, tokens.spotme)).status === 200, {
      what: 'a send',
    });
    const accounts = (await phone.v1('GET', '/v1/accounts')).body as { data: object[] };
    expect(accounts.data).toContainEqual(expect.objectContaining({ currency: 'USD', available: 250 }));
    expect((await phone.v1('GET', '/transaction/user-transactions')).body).toMatchObject({
      transactions: [
        { sender: { id: ada.id }, recipient: { id }, amount: 2.5, message: 'Welcome', userIsSender: false },
      ],
    });
  });

  test('a device signed in by otp-auth is in the device list, with its platform and push token', async () => {
    const signedIn = await logIn.otpAuth();
    expect(shown(signedIn)).toEqual([200, { token: TOKEN, id: ada.id }]);
    tokens.otpAuth = jwtOf.otpAuth(signedIn);
    const { data } = (await get('/v1/auth/sessions', tokens.tracker)).body as { data: { via: string }[] };
    const [phone] = data.filter(({ via }) => via === 'otp-auth');
    expect(phone).toMatchObject({ platform: 'android', pushToken: true, current: false });
    const left = new Date((phone as unknown as { expiresAt: string }).expiresAt).getTime() - Date.now();
    expect(left / DAY_MS).toBeGreaterThan(364);
  });

  const logOut: [keyof typeof logIn, (token: string) => Promise<TestReply>][] = [
    ['v1', (token) => post('/v1/auth/logout', {}, token)],
    ['otpAuth', (token) => post('/auth/logout', {}, token)],
    ['urbanfits', (token) => florin.http.post('/auth/logout', {}, { headers: { cookie: `session-token=${token}` } })],
    // SpotMe and the Tracker have no logout of their own: their tokens end where others do
    ['spotme', (token) => post('/auth/logout', {}, token)],
    ['tracker', (token) => post('/v1/auth/logout', {}, token)],
  ];
  test.each(logOut)(
    'a sign-in by %s works everywhere, and its logout is effective everywhere soon',
    async (name, end) => {
      const token = jwtOf[name](await logIn[name]());
      expect(await statuses(token)).toEqual([200, 200, 200, 200, 200]);
      expect((await end(token)).status).toBeLessThan(300);
      await waitFor(async () => (await statuses(token)).every((status) => status === 401 || status === 403), {
        timeoutMs: 5_000,
        what: 'the end of the session everywhere',
      });
      expect(shown(await reads.spotme(token))).toEqual([401, { message: 'Unauthorized' }]);
      expect(await statuses(tokens.spotme)).toEqual([200, 200, 200, 200, 200]);
    },
  );

  test('2FA turned on by Urban Fits is asked for by all others', async () => {
    tokens.urbanfits = cookieOf(await logIn.urbanfits());
    const headers = { cookie: `session-token=${tokens.urbanfits}` };
    const { body } = await florin.http.get('/2fa/get-qr-code', { headers });
    const { qrSecret } = body as { qrSecret: string };
    const used = totp(qrSecret);
    const turnOn = { qr_secret: qrSecret, totp_code: used };
    const turnedOn = await florin.http.post('/2fa/create-user-2fa', turnOn, { headers });
    expect(shown(turnedOn)).toMatchObject([201, { user: { two_fa_enabled: true } }]);

    expect(shown(await logIn.spotme())).toEqual([403, { message: expect.stringMatching(/two-factor/i) as string }]);
    expect(shown(await logIn.tracker())).toEqual([403, { status: 'error', message: MESSAGE }]);
    const atUrbanFits = await logIn.urbanfits();
    expect(shown(atUrbanFits)).toMatchObject([200, { success: true, redirect_url: MESSAGE }]);
    expect(cookieOf(atUrbanFits)).toBe('');
    const inV1 = (await logIn.v1()).body as { challenge: string };
    expect(inV1).toMatchObject({ secondFactorRequired: true, factors: expect.arrayContaining(['totp']) as string[] });

    const byOtp = await logIn.otpAuth();
    expect(shown(byOtp)).toEqual([200, { '2faToken': TOKEN, id: ada.id }]);
    const refused = await post('/v1/auth/2fa/verify', { challenge: inV1.challenge, code: used });
    expect(shown(refused)).toMatchObject([422, { code: 'CODE_INVALID' }]);
    const { '2faToken': challenge } = byOtp.body as { '2faToken': string };
    const verify = { email, otp: totp(qrSecret, 1), platform: 'android', '2faToken': challenge };
    const finished = await post('/auth/verify', verify);
    expect(shown(finished)).toEqual([200, { token: TOKEN, id: ada.id }]);
    expect(await statuses(jwtOf.otpAuth(finished))).toEqual([200, 200, 200, 200, 200]);
  });

  test('a new password by SpotMe ends the sign-ins of all others', async () => {
    const newPassword = 'P@$$w0rd';
    const change = { currentPassword: password, newPassword, confirmPassword: newPassword };
    const changed = await post('/auth/change-password', change, tokens.spotme);
    expect(changed.status).toBe(200);
    for (const token of Object.values(tokens).filter((one) => one !== '')) {
      await waitFor(async () => (await reads.v1(token)).status === 401, { what: 'the end of a session' });
    }
    expect(await statuses(jwtOf.spotme(changed))).toEqual([200, 200, 200, 200, 200]);
  });
});
