import { waitFor } from '@florin/testing';
import { buses } from '../../../../tests/e2e/florin.ts';
import {
  ID,
  JWT,
  daysOf,
  newEmail,
  otherThan,
  otpClient,
  startWithGoogle,
} from '../../../../tests/e2e/otp-auth-client.ts';
import { codeFor } from '../../../../tests/e2e/people.ts';

const SIGNED_IN = { status: 200, body: { token: JWT, id: ID } };
const reply = (status: number, message: string, flags: object = {}) => ({ status, body: { message, ...flags } });
const TERMINATED = reply(403, 'this account was terminated', { terminated: true });
const UNVERIFIED = reply(403, 'verification required', { verificationRequired: true });
const FAILED = reply(401, 'authentication failed');
const SENT = reply(200, 'an OTP was sent');
const RIGHT = reply(200, 'the OTP is correct');
const WRONG = reply(401, 'the OTP is wrong');
const EXPIRED = reply(410, 'the OTP has expired');
const NONE = reply(404, 'no OTP was issued');
const NOBODY = reply(404, 'no such user');

let florin: Awaited<ReturnType<typeof startWithGoogle>>;
let app: ReturnType<typeof otpClient>;
beforeAll(async () => {
  florin = await startWithGoogle(buses()[0] ?? 'pg-boss');
  app = otpClient(florin);
}, 90_000);
afterAll(() => florin.stop());

const email = 'ada@example.com';
const ada = { email, password: 'Password321!', dob: '1998-01-23' };
const login = { email, password: 'Password321!', platform: 'web' };
const stranger = { email: 'stranger@example.com', otp: '123456' };

describe('requests that are not valid', () => {
  test.each([
    ['register', {}, 'email is required'],
    ['register', { ...ada, email: 'ada' }, 'email must be an e-mail address'],
    ['register', { ...ada, email: 'ada@example' }, 'email must be an e-mail address'],
    ['register', { email }, 'password is required'],
    ['register', { email, password: 'Password321!' }, 'dob is required'],
    ['register', { ...ada, dob: '23.01.1998' }, 'dob must be a date such as 1998-01-23'],
    ['register', { ...ada, dob: '1998-02-30' }, 'dob must be a date such as 1998-01-23'],
    ['register', { ...ada, dob: '2998-01-23' }, 'dob must be in the past, after 1900'],
    ['register', { ...ada, password: '1234567' }, 'password must be at least 8 characters'],
    ['login', { ...login, platform: 'windows' }, 'platform must be android, ios or web'],
    ['login', { platform: 'web' }, 'email is required'],
    ['login', { email, platform: 'web' }, 'password is required'],
    ['login', { ...login, phone: 'maybe' }, 'phone must be true or false'],
    ['google-login', { platform: 'web' }, 'googleToken is required'],
    ['google-login', { googleToken: 'x' }, 'platform is required'],
    ['send-otp', {}, 'email is required'],
    ['check-otp', { email }, 'otp is required'],
    ['verify', { email, otp: '123456' }, 'platform is required'],
    ['reset-password', { email, otp: '123456' }, 'password is required'],
    ['reset-password', { ...stranger, password: 'short' }, 'password must be at least 8 characters'],
  ])('%s %j', async (path, body, message) => {
    expect(await app.post(path, body)).toEqual(reply(400, message));
    expect(await app.form(path, body as Record<string, string>)).toEqual(reply(400, message));
  });

  test('a body that is none, and a method that is none', async () => {
    const broken = await florin.http.send('POST', '/auth/verify', { rawBody: '{' });
    expect([broken.status, broken.body]).toEqual([400, { message: 'the body must be valid JSON' }]);
    const got = await florin.http.get('/auth/verify');
    expect([got.status, got.body]).toEqual([405, { message: 'GET is not possible here; try POST' }]);
  });
});

test('nobody: 401 at login, 404 elsewhere', async () => {
  expect(await app.post('login', { ...login, email: stranger.email })).toEqual(FAILED);
  expect(await app.post('send-otp', stranger)).toEqual(NOBODY);
  expect(await app.post('check-otp', stranger)).toEqual(NOBODY);
  expect(await app.post('verify', { ...stranger, platform: 'web' })).toEqual(NOBODY);
  expect(await app.post('verify', { ...stranger, platform: 'web', '2faToken': 'x'.repeat(43) })).toEqual(NOBODY);
  expect(await app.post('reset-password', { ...stranger, password: 'Password321!' })).toEqual(NOBODY);
});

test('register, verify by the OTP that also may be looked at, log in', async () => {
  const registered = { status: 201, body: { message: 'registered; an OTP was sent to your e-mail', id: ID } };
  expect(await app.post('register', ada)).toEqual(registered);
  expect(await app.post('register', { ...ada, email: 'ADA@example.com' })).toEqual(
    reply(409, 'email is already in use'),
  );
  expect(await app.post('login', login)).toEqual(UNVERIFIED);
  expect(await app.post('login', { ...login, password: 'P@$$w0rd' })).toEqual(FAILED);
  const otp = await codeFor(florin, email);
  expect(await app.post('send-otp', { email })).toEqual(SENT);
  expect(await app.post('check-otp', { email, otp: otherThan(otp) })).toEqual(WRONG);
  expect(await app.post('verify', { email, otp: otherThan(otp), platform: 'ios' })).toEqual(WRONG);
  expect(await app.post('check-otp', { email, otp })).toEqual(RIGHT);
  expect(await app.form('check-otp', { email, otp })).toEqual(RIGHT);
  expect(await app.post('check-otp', { email, otp: Number(otp) })).toEqual(RIGHT);
  expect(await app.codes(email)).toHaveLength(1);
  expect(await app.post('verify', { email, otp, platform: 'ios' })).toEqual(SIGNED_IN);
  expect(await app.post('verify', { email, otp, platform: 'ios' })).toEqual(NONE);
  expect(await app.post('check-otp', { email, otp })).toEqual(NONE);
  expect(await app.post('login', login)).toEqual(SIGNED_IN);
  expect(await app.form('login', { ...login, remember: 'true' })).toEqual(SIGNED_IN);
});

test('published passwords of eight characters work', async () => {
  const person = await app.register(newEmail(), '12345678');
  expect(person.id).toEqual(ID);
  expect(await app.post('login', { ...login, email: person.email, password: '12345678' })).toEqual(UNVERIFIED);
});

test('tokens live a year when remembered, which is the default, else a day', async () => {
  const { email, password, token } = await app.join();
  const signIn = { email, password, platform: 'android' };
  const lifetimes = async (more: object) =>
    daysOf((await app.post('login', { ...signIn, ...more })).body.token as string);
  expect(daysOf(token)).toBe(365);
  expect(await lifetimes({})).toBe(365);
  expect(await lifetimes({ remember: true })).toBe(365);
  expect(await lifetimes({ remember: false })).toBe(1);
  expect(await lifetimes({ remember: null })).toBe(1);
  const { body } = await app.form('login', { ...signIn, remember: 'false' });
  expect(daysOf(body.token as string)).toBe(1);
});

test('platform and fcmToken are in the device list, until logout ends the token', async () => {
  const { email, password, token } = await app.join();
  const phone = { email, password, platform: 'android', fcmToken: 'fcm-1' };
  const { token: mobile } = (await app.post('login', phone)).body as { token: string };
  const device = { platform: 'android', via: 'otp-auth', pushToken: true };
  expect(await app.sessions(token)).toContainEqual(expect.objectContaining(device));
  expect(await app.post('logout', {}, mobile)).toEqual(reply(200, 'logged out'));
  await waitFor(async () => (await app.post('logout', {}, mobile)).status === 401, { what: 'the end of the token' });
  expect(await app.post('logout', {}, mobile)).toEqual(reply(401, expect.any(String) as string));
  expect(await app.post('logout', {}, 'a.b.c')).toEqual(reply(401, expect.any(String) as string));
  const left = await app.sessions(token);
  expect(left).toMatchObject([{ current: true, platform: 'web' }]);
});

test('an OTP that is too old answers 410, and a new one replaces it', async () => {
  const { email, code: otp } = await app.register();
  await florin.expireCodes(email);
  expect(await app.post('check-otp', { email, otp })).toEqual(EXPIRED);
  expect(await app.post('verify', { email, otp, platform: 'web' })).toEqual(EXPIRED);
  expect(await app.post('reset-password', { email, otp, password: 'P@$$w0rd' })).toEqual(EXPIRED);
  const fresh = await app.newCode(email);
  expect(await app.post('check-otp', { email, otp: fresh })).toEqual(RIGHT);
});

test('five wrong tries void an OTP', async () => {
  const { email, code: otp } = await app.register();
  for (let round = 0; round < 5; round += 1) {
    expect(await app.post('check-otp', { email, otp: otherThan(otp) })).toEqual(WRONG);
  }
  const answered = await waitFor(
    async () => {
      const checked = await app.post('check-otp', { email, otp });
      return checked.status !== 429 && checked;
    },
    { what: 'the wait after five wrong guesses' },
  );
  expect(answered).toEqual(NONE);
});

test('reset-password by the OTP ends every session', async () => {
  const { email, password, token } = await app.join();
  const otp = await app.newCode(email);
  const reset = (more: object = {}) => app.post('reset-password', { email, otp, password: 'P@$$w0rd', ...more });
  expect(await reset({ otp: otherThan(otp) })).toEqual(WRONG);
  expect(await reset({ password: 'short' })).toEqual(reply(400, 'password must be at least 8 characters'));
  expect(await reset()).toEqual(reply(200, 'the password was reset'));
  expect(await reset()).toEqual(NONE);
  await waitFor(async () => (await app.post('logout', {}, token)).status === 401, { what: 'the end of the session' });
  expect(await app.post('login', { email, password, platform: 'web' })).toEqual(FAILED);
  expect(await app.post('login', { email, password: 'P@$$w0rd', platform: 'web' })).toEqual(SIGNED_IN);
});

test('the phone: none on file, verified by its OTP, reset by its OTP', async () => {
  const mobile = `+960777${String(Date.now()).slice(-4)}`;
  const { email } = await app.register();
  expect(await app.post('send-otp', { email, phone: true })).toEqual(
    reply(400, 'there is no phone number on this account'),
  );
  expect(await app.post('check-otp', { email, otp: '123456', phone: true })).toEqual(NONE);
  const ben = { email: newEmail(), password: 'quiet-lantern-meadow-7', name: 'Ben Oak', mobile };
  expect((await florin.http.post('/v1/auth/register', ben)).status).toBe(201);
  const otp = await app.newCode(ben.email, mobile);
  expect(await app.post('check-otp', { email: ben.email, otp, phone: true })).toEqual(RIGHT);
  const signedIn = await app.form('verify', { email: ben.email, otp, phone: 'true', platform: 'android' });
  expect(signedIn).toEqual(SIGNED_IN);
  const login = { email: ben.email, password: ben.password, platform: 'android' };
  expect(await app.post('login', login)).toEqual(SIGNED_IN);
  const second = await app.newCode(ben.email, mobile);
  const reset = { email: ben.email, otp: second, password: 'P@$$w0rd', phone: true };
  expect(await app.post('reset-password', reset)).toEqual(reply(200, 'the password was reset'));
});

describe('two-factor sign-in', () => {
  const withFactor = async () => {
    const person = await app.join();
    const on = await florin.http.post('/v1/auth/2fa/otp', { channel: 'email' }, { token: person.token });
    expect(on.status).toBe(200);
    return person;
  };

  test('the 2faToken and the OTP together sign in, each alone does not', async () => {
    const { email, password, id, code } = await withFactor();
    const other = await withFactor();
    const platform = 'android';
    const first = await app.post('login', { email, password, platform, remember: false });
    expect(first).toEqual({ status: 200, body: { '2faToken': expect.any(String) as string, id } });
    const challenge = first.body['2faToken'] as string;
    const otp = await codeFor(florin, email, code);
    const verify = (more: object) => app.post('verify', { email, otp, platform, '2faToken': challenge, ...more });
    const needed = reply(401, 'two-factor authentication is on: log in and send the 2faToken along');
    const ended = reply(401, 'the 2faToken is not valid any more; log in again');
    expect(await app.post('check-otp', { email, otp })).toEqual(RIGHT);
    expect(await verify({ '2faToken': undefined })).toEqual(needed);
    expect(await verify({ '2faToken': 'x'.repeat(43) })).toEqual(ended);
    expect(await verify({ email: other.email })).toEqual(ended);
    expect(await verify({ otp: otherThan(otp) })).toEqual(WRONG);
    const done = await verify({ fcmToken: 'fcm-2' });
    expect(done).toEqual({ status: 200, body: { token: JWT, id } });
    expect(daysOf(done.body.token as string)).toBe(1);
    expect(await app.sessions(done.body.token as string)).toContainEqual(
      expect.objectContaining({ current: true, platform: 'android', pushToken: true }),
    );
    expect(await verify({})).toEqual(ended);
  });

  test('an OTP that is too old, and one that another login used up', async () => {
    const { email, password, code } = await withFactor();
    const challenge = async () => {
      const { body } = await app.post('login', { email, password, platform: 'web' });
      return body['2faToken'] as string;
    };
    const first = await challenge();
    const old = await codeFor(florin, email, code);
    await florin.expireCodes(email);
    const verify = (otp: string, token: string) =>
      app.post('verify', { email, otp, platform: 'web', '2faToken': token });
    expect(await verify(old, first)).toEqual(EXPIRED);
    const fresh = await app.newCode(email);
    const second = await challenge();
    expect(await verify(fresh, first)).toEqual(SIGNED_IN);
    expect(await verify(fresh, second)).toEqual(NONE);
  });

  test('a 2faToken says nothing about an account without 2FA', async () => {
    const { email, code: otp } = await app.register();
    const verify = { email, otp, platform: 'web', '2faToken': 'x'.repeat(43) };
    expect(await app.post('verify', verify)).toEqual(SIGNED_IN);
  });
});

describe('google-login', () => {
  const decodedOf = (claims: object) => ({
    iss: 'https://accounts.google.com',
    aud: 'client-1',
    name: 'Gil',
    email_verified: true,
    iat: expect.any(Number) as number,
    exp: expect.any(Number) as number,
    ...claims,
  });
  const google = (claims: object, more: object = {}) =>
    app.post('google-login', { googleToken: florin.google.token(claims), platform: 'android', ...more });

  test('each case has its status, and all but a bad token show the claims', async () => {
    const nobody = { sub: 'g-nobody', email: newEmail() };
    expect(await google(nobody)).toEqual(reply(404, 'no such user', { decoded: decodedOf(nobody) }));
    const forged = { googleToken: florin.google.token({}, { forged: true }), platform: 'web' };
    expect(await app.post('google-login', forged)).toEqual(FAILED);
    expect(await app.form('google-login', { googleToken: 'nonsense', platform: 'web' })).toEqual(FAILED);
    const late = { sub: 'g-late', email: (await app.register()).email };
    const unverified = { verificationRequired: true, decoded: decodedOf(late) };
    expect(await google(late)).toEqual(reply(403, 'verification required', unverified));
    const person = await app.join();
    const claims = { sub: 'g-person', email: person.email };
    const body = { token: JWT, id: person.id, decoded: decodedOf(claims) };
    const signedIn = await google(claims, { fcmToken: 'fcm-3', remember: false });
    expect(signedIn).toEqual({ status: 200, body });
    expect(daysOf(signedIn.body.token as string)).toBe(1);
  });

  test('2FA is asked for here, too', async () => {
    const { email, id, token, code } = await app.join();
    await florin.http.post('/v1/auth/2fa/otp', { channel: 'email' }, { token });
    const claims = { sub: 'g-2fa', email };
    const { body, status } = await google(claims);
    expect(status).toBe(200);
    expect(body).toEqual({ '2faToken': expect.any(String) as string, id, decoded: decodedOf(claims) });
    const otp = await codeFor(florin, email, code);
    const verify = { email, otp, platform: 'android', '2faToken': body['2faToken'] as string };
    expect(await app.post('verify', verify)).toEqual({ status: 200, body: { token: JWT, id } });
  });

  test('a terminated account is told apart everywhere', async () => {
    const { email, password, token } = await app.join();
    const gone = await florin.http.delete('/v1/auth/account', { token });
    expect(gone.status).toBe(204);
    const otp = '123456';
    expect(await app.post('login', { email, password, platform: 'web' })).toEqual(TERMINATED);
    expect(await app.post('login', { email, password: 'P@$$w0rd', platform: 'web' })).toEqual(FAILED);
    expect(await app.post('send-otp', { email })).toEqual(TERMINATED);
    expect(await app.post('check-otp', { email, otp })).toEqual(TERMINATED);
    expect(await app.post('verify', { email, otp, platform: 'web' })).toEqual(TERMINATED);
    expect(await app.post('verify', { email, otp, platform: 'web', '2faToken': 'x' })).toEqual(TERMINATED);
    expect(await app.post('reset-password', { email, otp, password: 'P@$$w0rd' })).toEqual(TERMINATED);
    const claims = { sub: 'g-gone', email };
    const flags = { terminated: true, decoded: decodedOf(claims) };
    expect(await google(claims)).toEqual(reply(403, 'this account was terminated', flags));
    // the address may be registered again, by a proof of it, as a new person
    expect((await app.post('register', { ...ada, email })).status).toBe(201);
  });
});

test('a frozen account signs in nowhere until its password is reset', async () => {
  const { email, password } = await app.join();
  await florin.freeze(email);
  const frozen = reply(403, 'this account is frozen; reset its password to use it again');
  expect(await app.post('login', { email, password, platform: 'web' })).toEqual(frozen);
  const otp = await app.newCode(email);
  expect(await app.post('verify', { email, otp, platform: 'web' })).toEqual(frozen);
  expect(await app.post('reset-password', { email, otp, password: 'P@$$w0rd' })).toMatchObject({ status: 200 });
  expect(await app.post('login', { email, password: 'P@$$w0rd', platform: 'web' })).toEqual(SIGNED_IN);
});

test('without a platform the login is SpotMe’s', async () => {
  const { email, password } = await app.join();
  const { body } = await app.post('login', { email, password });
  expect(body).toMatchObject({ token: expect.stringMatching(/^Bearer /) as string, expiresIn: '1d' });
});
