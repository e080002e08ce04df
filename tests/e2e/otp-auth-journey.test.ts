import { waitFor } from '@florin/testing';
import { oneBus } from './florin.ts';
import { daysOf, newEmail, otherThan, otpClient, startWithGoogle } from './otp-auth-client.ts';

describe.each(oneBus())('a person signs in with one-time codes on three devices, over %s', (bus) => {
  const email = newEmail();
  const password = 'quiet-lantern-meadow-7';
  let florin: Awaited<ReturnType<typeof startWithGoogle>>;
  let app: ReturnType<typeof otpClient>;
  let first: string;
  let web: string;
  let android: string;

  beforeAll(async () => {
    florin = await startWithGoogle(bus);
    app = otpClient(florin);
  }, 90_000);
  afterAll(() => florin.stop());

  const login = (more: object = {}) => app.post('login', { email, password, platform: 'web', ...more });
  const ended = (token: string) =>
    waitFor(async () => (await florin.http.get('/v1/wallets', { token })).status === 401, {
      what: 'the end of a token',
    });

  test('signs up, asks for the code again too soon, mistypes it, and is in', async () => {
    const registered = await app.register(email, password);
    first = registered.code;
    expect(await login()).toMatchObject({ status: 403, body: { verificationRequired: true } });
    expect((await app.post('send-otp', { email })).status).toBe(200);
    expect((await app.post('verify', { email, otp: otherThan(first), platform: 'web' })).status).toBe(401);
    const verified = await app.post('verify', { email, otp: first, platform: 'web', fcmToken: 'fcm-web' });
    expect(verified).toMatchObject({ status: 200, body: { id: registered.id } });
    expect(await app.codes(email)).toEqual([first]);
    web = verified.body.token as string;
    const wallets = await florin.http.get('/v1/wallets', { token: web });
    expect(wallets.status).toBe(200);
  });

  test('signs in on the phone with Google, and finds both devices in the list', async () => {
    const googleToken = florin.google.token({ sub: `g-${email}`, email });
    const signedIn = await app.post('google-login', { googleToken, platform: 'android', fcmToken: 'fcm-1' });
    expect(signedIn).toMatchObject({ status: 200, body: { decoded: { email } } });
    android = signedIn.body.token as string;
    expect(await app.sessions(web)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ current: true, platform: 'web', pushToken: true }),
        expect.objectContaining({ current: false, platform: 'android', pushToken: true }),
      ]),
    );
  });

  test('turns two-factor sign-in on, and then needs the password and the newest code', async () => {
    expect((await florin.http.post('/v1/auth/2fa/otp', { channel: 'email' }, { token: web })).status).toBe(200);
    expect((await login({ password: 'not-mine' })).status).toBe(401);
    const { body } = await login({ platform: 'ios', remember: false });
    const otp = await waitFor(async () => (await app.codes(email)).find((code) => code !== first), { what: 'a code' });
    const verify = (more: object) => app.post('verify', { email, otp, platform: 'ios', ...more });
    expect((await verify({})).status).toBe(401);
    expect((await verify({ '2faToken': body['2faToken'] as string, otp: first })).status).toBe(401);
    const [a, b] = await Promise.all([1, 2].map(() => verify({ '2faToken': body['2faToken'] as string })));
    expect([a?.status, b?.status].filter((status) => status === 200)).toHaveLength(1);
    const token = (a?.status === 200 ? a : b)?.body.token as string;
    expect(daysOf(token)).toBe(1);
    expect((await app.post('logout', {}, token)).status).toBe(200);
    await ended(token);
    expect(await app.sessions(web)).toHaveLength(2);
  });

  test('a friend has codes by SMS only, at sign-up and as second factor', async () => {
    const mobile = `+96077${String(Date.now()).slice(-5)}`;
    const friend = { email: newEmail(), password };
    await florin.http.post('/v1/auth/register', { ...friend, name: 'Ben Oak', mobile });
    const verify = (otp: string, more: object = {}) =>
      app.post('verify', { email: friend.email, otp, phone: true, platform: 'android', ...more });
    const otp = await app.newCode(friend.email, mobile);
    const { token } = (await verify(otp)).body as { token: string };
    expect((await florin.http.post('/v1/auth/2fa/otp', { channel: 'sms' }, { token })).status).toBe(200);
    const { body } = await app.post('login', { ...friend, phone: true, platform: 'android' });
    const second = await waitFor(async () => (await app.codes(mobile)).find((code) => code !== otp), {
      what: 'a code on the phone',
    });
    expect((await app.post('check-otp', { email: friend.email, otp: second, phone: true })).status).toBe(200);
    expect((await verify(second, { '2faToken': body['2faToken'] as string })).status).toBe(200);
  });

  test('lets a code run out, forgets the password, and a new one ends every sign-in', async () => {
    const old = await app.newCode(email);
    await florin.expireCodes(email);
    expect((await app.post('check-otp', { email, otp: old })).status).toBe(410);
    const otp = await app.newCode(email);
    expect((await app.post('check-otp', { email, otp })).status).toBe(200);
    expect((await app.post('reset-password', { email, otp, password: 'short' })).status).toBe(400);
    expect((await app.post('reset-password', { email, otp, password: 'P@$$w0rd' })).status).toBe(200);
    await ended(web);
    await ended(android);
    expect((await login()).status).toBe(401);
    expect(await login({ password: 'P@$$w0rd' })).toMatchObject({
      status: 200,
      body: { '2faToken': expect.any(String) as string },
    });
  });
});
