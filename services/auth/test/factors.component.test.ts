import { generateSync } from 'otplib';
import { PASSWORD, startAuth, type Harness, type SignedIn } from './harness.ts';
import { createAuthenticator } from './support/authenticator.ts';
import { startGoogle } from './support/google-issuer.ts';

let auth: Harness;
let google: Awaited<ReturnType<typeof startGoogle>>;
beforeAll(async () => {
  google = await startGoogle();
  auth = await startAuth({ GOOGLE_CLIENT_IDS: 'client-0,client-1', GOOGLE_JWKS_URL: google.jwksUrl });
});
afterAll(async () => {
  await auth.stop();
  await google.stop();
});

type Person = SignedIn & { email: string };
const post = (person: SignedIn, path: string, body?: unknown) =>
  auth.http.post(`/v1/auth/${path}`, body, { headers: person.headers });
const drop = (person: SignedIn, path: string) => auth.http.delete(`/v1/auth/${path}`, { headers: person.headers });
const verify = (body: object) => auth.http.post('/v1/auth/2fa/verify', body);
const notices = (userId: string) => auth.eventsOf('auth.security-changed.v1', userId).map(({ data }) => data.what);

const totpCode = (secret: string) => {
  auth.clock.advance(30_000);
  return generateSync({ secret, epoch: Math.floor(auth.clock.now().getTime() / 1000) });
};

const withTotp = async () => {
  const person = await auth.newPerson();
  const { secret } = (await post(person, '2fa/totp')).body;
  const confirmed = await post(person, '2fa/totp/confirm', { code: totpCode(secret) });
  return { ...person, secret: secret as string, recoveryCodes: confirmed.body.recoveryCodes as string[] };
};

describe('TOTP', () => {
  test('is asked for at sign-in, names the factors, and the token says how the person signed in', async () => {
    const person = await withTotp();
    expect(person.recoveryCodes).toHaveLength(10);
    const login = await auth.login(person.email);
    expect(login.status).toBe(200);
    expect(login.body).toMatchObject({ secondFactorRequired: true, factors: ['totp', 'recovery-code'] });
    expect(login.body.accessToken).toBeUndefined();
    const { challenge } = login.body;
    expect((await verify({ challenge, code: '000000' })).body.code).toBe('CODE_INVALID');
    const done = await verify({ challenge, code: totpCode(person.secret) });
    expect(done.status).toBe(200);
    const claims = JSON.parse(Buffer.from(done.body.accessToken.split('.')[1], 'base64url').toString());
    expect(claims.amr).toEqual(['pwd', 'otp', 'mfa']);
  });

  test('one step of drift is allowed, two are not', async () => {
    const person = await withTotp();
    auth.clock.advance(60_000);
    const at = (steps: number) =>
      generateSync({ secret: person.secret, epoch: Math.floor(auth.clock.now().getTime() / 1000) + steps * 30 });
    const attempt = async (code: string) => {
      const { challenge } = (await auth.login(person.email)).body;
      return (await verify({ challenge, code })).status;
    };
    expect(await attempt(at(-2))).toBe(422);
    expect(await attempt(at(2))).toBe(422);
    expect(await attempt(at(-1))).toBe(200);
    expect(await attempt(at(1))).toBe(200);
  });

  test('turning it on or off needs a fresh sign-in, and the person is told', async () => {
    const person = await withTotp();
    auth.clock.advance(11 * 60_000);
    expect((await drop(person, '2fa/totp')).body.code).toBe('STEP_UP_REQUIRED');
    expect((await post(person, 'step-up', { password: PASSWORD })).body.code).toBe('SECOND_FACTOR_REQUIRED');
    const stepped = await post(person, 'step-up', { code: totpCode(person.secret) });
    expect(stepped.status).toBe(200);
    expect((await drop(person, '2fa/totp')).status).toBe(204);
    expect((await drop(person, '2fa/totp')).status).toBe(404);
    expect((await auth.login(person.email)).body.accessToken).toBeDefined();
    await auth.quiet();
    expect(notices(person.user.id)).toEqual(['factor-added', 'factor-removed']);
  });

  test('a password reset does not get around it', async () => {
    const person = await withTotp();
    await auth.http.post('/v1/auth/password/forgot', { identifier: person.email });
    const code = await auth.codeFor(person.email, 'password-reset');
    const password = 'quiet-lantern-brook-82';
    const reset = await auth.http.post('/v1/auth/password/reset', { identifier: person.email, code, password });
    expect(reset.status).toBe(200);
    expect(reset.body.accessToken).toBeUndefined();
    expect((await auth.login(person.email, password)).body.secondFactorRequired).toBe(true);
  });

  test('the secret is not in the database in the clear', async () => {
    const person = await withTotp();
    expect(JSON.stringify(await auth.db('totp_factors'))).not.toContain(person.secret);
  });
});

describe('recovery codes', () => {
  test('work once each, are not kept in the clear, and the person is warned when few are left', async () => {
    const person = await withTotp();
    for (const code of person.recoveryCodes.slice(0, 7)) {
      const { challenge } = (await auth.login(person.email)).body;
      expect((await verify({ challenge, code, factor: 'recovery-code' })).status).toBe(200);
    }
    await auth.quiet();
    expect(notices(person.user.id).filter((what) => what === 'recovery-codes-low')).toHaveLength(1);
    const { challenge } = (await auth.login(person.email)).body;
    expect((await verify({ challenge, code: person.recoveryCodes[0] })).status).toBe(422);
    const stored = JSON.stringify(await auth.db('recovery_codes'));
    expect(stored).not.toContain(person.recoveryCodes[9]);
  });

  test('new ones replace the old ones', async () => {
    const person = await withTotp();
    const renewed = (await post(person, '2fa/recovery-codes')).body.recoveryCodes;
    const { challenge } = (await auth.login(person.email)).body;
    expect((await verify({ challenge, code: person.recoveryCodes[0] })).status).toBe(422);
    expect((await verify({ challenge, code: renewed[0] })).status).toBe(200);
  });
});

describe('one-time code by e-mail', () => {
  test('is sent on demand for the challenge, works once, and only for its channel', async () => {
    const person = await auth.newPerson();
    expect((await post(person, '2fa/otp', { channel: 'sms' })).status).toBe(409);
    expect((await post(person, '2fa/otp', { channel: 'email' })).body.recoveryCodes).toHaveLength(10);
    const { challenge, factors } = (await auth.login(person.email)).body;
    expect(factors).toEqual(['otp-email', 'recovery-code']);
    const send = { purpose: 'second-factor', challenge, channel: 'email' };
    expect((await auth.http.post('/v1/auth/otp/send', send)).status).toBe(200);
    const code = await auth.codeFor(person.email, 'second-factor');
    expect((await verify({ challenge, code })).status).toBe(200);
    const again = (await auth.login(person.email)).body.challenge;
    expect((await verify({ challenge: again, code })).status).toBe(422);
  });

  test('of two tries with one code at once one signs in', async () => {
    const person = await auth.newPerson();
    await post(person, '2fa/otp', { channel: 'email' });
    const { challenge } = (await auth.login(person.email)).body;
    await auth.http.post('/v1/auth/otp/send', { purpose: 'second-factor', challenge });
    const code = await auth.codeFor(person.email, 'second-factor');
    const replies = await Promise.all(Array.from({ length: 4 }, () => verify({ challenge, code })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('one-time code by SMS', () => {
  test('is for a verified number only, and who turns it on is told its risk', async () => {
    const mobile = '+9607005566';
    const person = await auth.newPerson();
    const turnOn = () => post(person, '2fa/otp', { channel: 'sms' });
    expect((await turnOn()).body.code).toBe('CONFLICT');
    await auth.addMobile(person, mobile);
    expect((await turnOn()).status).toBe(200);
    await auth.quiet();
    const [told] = auth
      .eventsOf('auth.security-changed.v1', person.user.id)
      .filter(({ data }) => data.what === 'factor-added');
    expect(told?.data.detail).toMatch(/takes over your mobile number/);
    expect((await auth.login(person.email)).body.factors).toEqual(['otp-sms', 'recovery-code']);
  });
});

describe('trusted devices', () => {
  const trust = async (person: { email: string; secret: string }) => {
    const { challenge } = (await auth.login(person.email)).body;
    const done = await verify({ challenge, code: totpCode(person.secret), trustDevice: true });
    return done.body.trustedDevice as string;
  };

  test('skip the second factor for 30 days, are listed, and can be distrusted', async () => {
    const person = await withTotp();
    const trustedDevice = await trust(person);
    expect((await auth.login(person.email, PASSWORD, { trustedDevice })).body.accessToken).toBeDefined();
    expect((await auth.login(person.email)).body.secondFactorRequired).toBe(true);
    const list = await auth.http.get('/v1/auth/2fa/trusted-devices', { headers: person.headers });
    expect(list.body.data).toHaveLength(1);
    const other = await auth.newPerson();
    expect((await drop(other, `2fa/trusted-devices/${list.body.data[0].id}`)).status).toBe(404);
    expect((await drop(person, `2fa/trusted-devices/${list.body.data[0].id}`)).status).toBe(204);
    expect((await auth.login(person.email, PASSWORD, { trustedDevice })).body.secondFactorRequired).toBe(true);
  });

  test("are nobody else's, lapse after 30 days, and end with the password", async () => {
    const person = await withTotp();
    const other = await withTotp();
    const trustedDevice = await trust(person);
    expect((await auth.login(other.email, PASSWORD, { trustedDevice })).body.secondFactorRequired).toBe(true);
    const newPassword = 'quiet-lantern-brook-82';
    await post(person, 'password/change', { currentPassword: PASSWORD, newPassword });
    expect((await auth.login(person.email, newPassword, { trustedDevice })).body.secondFactorRequired).toBe(true);
    const lapsing = await trust(other);
    auth.clock.advance(30 * 86_400_000 + 1000);
    expect((await auth.login(other.email, PASSWORD, { trustedDevice: lapsing })).body.secondFactorRequired).toBe(true);
  });
});

describe('passkeys', () => {
  const enrol = async (person: Person, fields: object = {}) => {
    const authenticator = createAuthenticator();
    const { options, challenge } = (await post(person, 'passkeys/options')).body;
    const response = authenticator.create(options.challenge);
    const added = await post(person, 'passkeys', { challenge, response, name: 'Laptop', ...fields });
    return { authenticator, added };
  };
  const begin = async () => (await auth.http.post('/v1/auth/passkeys/sign-in/options')).body;
  const signIn = (challenge: string, response: object) =>
    auth.http.post('/v1/auth/passkeys/sign-in', { challenge, response });

  test('sign in alone, as two factors, once for each challenge', async () => {
    const person = await auth.newPerson();
    const { authenticator, added } = await enrol(person);
    expect(added.status).toBe(201);
    const { options, challenge } = await begin();
    const response = authenticator.get(options.challenge);
    const done = await signIn(challenge, response);
    expect(done.status).toBe(200);
    expect(done.body.user.id).toBe(person.user.id);
    expect((await signIn(challenge, response)).status).toBe(401);
  });

  test('another origin, a missing user verification, another key and a counter that went back are refused', async () => {
    const person = await auth.newPerson();
    const { authenticator } = await enrol(person);
    const attempt = async (answer: (challenge: string) => { id: string }, id = authenticator.id) => {
      const { options, challenge } = await begin();
      return (await signIn(challenge, { ...answer(options.challenge), id, rawId: id })).status;
    };
    expect(await attempt((challenge) => authenticator.get(challenge, { from: 'https://evil.example' }))).toBe(401);
    expect(await attempt((challenge) => authenticator.get(challenge, { verified: false }))).toBe(401);
    expect(await attempt((challenge) => createAuthenticator().get(challenge))).toBe(401);
    expect(await attempt(() => authenticator.get('b3RoZXI'))).toBe(401);
    expect(await attempt((challenge) => authenticator.get(challenge, { counter: 50 }))).toBe(200);
    expect(await attempt((challenge) => authenticator.get(challenge, { counter: 49 }))).toBe(401);
  });

  test('stand in as second factor, and may be asked for by themselves', async () => {
    const person = await auth.newPerson();
    const { authenticator } = await enrol(person, { secondFactor: true });
    const login = await auth.login(person.email);
    expect(login.body.factors).toEqual(['passkey']);
    const { options, challenge } = await begin();
    const passkey = { challenge, response: authenticator.get(options.challenge, { verified: false }) };
    const done = await verify({ challenge: login.body.challenge, passkey });
    expect(done.status).toBe(200);
  });

  test("somebody else's passkey is no second factor", async () => {
    const person = await withTotp();
    const other = await auth.newPerson();
    const { authenticator } = await enrol(other);
    const login = await auth.login(person.email);
    const { options, challenge } = await begin();
    const passkey = { challenge, response: authenticator.get(options.challenge) };
    expect((await verify({ challenge: login.body.challenge, passkey })).status).toBe(422);
  });

  test('are listed, are added to the one who asked, and can be removed', async () => {
    const person = await auth.newPerson();
    const other = await auth.newPerson();
    const { options, challenge } = (await post(person, 'passkeys/options')).body;
    const response = createAuthenticator().create(options.challenge);
    expect((await post(other, 'passkeys', { challenge, response })).status).toBe(400);
    const { authenticator } = await enrol(person);
    const { body } = await auth.http.get('/v1/auth/passkeys', { headers: person.headers });
    expect(body.data).toMatchObject([{ name: 'Laptop', secondFactor: false }]);
    expect((await drop(other, `passkeys/${authenticator.id}`)).status).toBe(404);
    expect((await drop(person, `passkeys/${authenticator.id}`)).status).toBe(204);
  });
});

describe('Google', () => {
  const signIn = (idToken: string) => auth.http.post('/v1/auth/google', { idToken });

  test('makes an account, and finds it again by its subject when the address has changed', async () => {
    const email = auth.newEmail();
    const first = await signIn(google.token({ sub: email, email }));
    expect(first.status).toBe(200);
    expect(first.body.user).toMatchObject({ email, emailVerified: true, name: 'Gil' });
    const second = await signIn(google.token({ sub: email, email: auth.newEmail() }));
    expect(second.body.user.id).toBe(first.body.user.id);
    expect((await auth.login(email, 'any-password-1')).status).toBe(401);
  });

  test('is linked to an account with the same address if both sides verified it, or is its first proof', async () => {
    const person = await auth.newPerson();
    const linked = await signIn(google.token({ sub: person.email, email: person.email.toUpperCase() }));
    expect(linked.body.user.id).toBe(person.user.id);
    const unverified = await auth.register();
    const proven = await signIn(google.token({ sub: unverified.email, email: unverified.email }));
    expect(proven.body.user).toMatchObject({ email: unverified.email, emailVerified: true });
    expect((await auth.login(unverified.email)).status).toBe(401);
    const other = await auth.newPerson();
    const theirs = await signIn(google.token({ sub: other.email, email: other.email, email_verified: false }));
    expect(theirs.body.code).toBe('EMAIL_NOT_VERIFIED');
  });

  test('asks for the second factor', async () => {
    const person = await withTotp();
    const login = await signIn(google.token({ sub: person.email, email: person.email }));
    expect(login.body).toMatchObject({ secondFactorRequired: true });
    expect((await verify({ challenge: login.body.challenge, code: totpCode(person.secret) })).status).toBe(200);
  });

  test.each([
    ['another audience', () => google.token({ aud: 'client-9' })],
    ['another issuer', () => google.token({ iss: 'https://evil.example' })],
    ['a forged signature', () => google.token({}, { forged: true })],
    ['an unknown key', () => google.token({}, { kid: 'k9' })],
    ['an expired token', () => google.token({}, { expiresIn: -4000 })],
    ['no signature', () => `${google.token().split('.').slice(0, 2).join('.')}.`],
    ['noise', () => 'a.b.c'],
  ])('%s is refused', async (_what, token) => {
    expect((await signIn(token())).status).toBe(401);
  });
});
