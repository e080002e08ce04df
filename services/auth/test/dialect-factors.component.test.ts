import { generateSync } from 'otplib';
import { startAuth, type Harness } from './harness.ts';
import { createDialectClient, day, device, otp, type DialectClient } from './support/dialect-client.ts';
import { startGoogle } from './support/google-issuer.ts';

let auth: Harness;
let google: Awaited<ReturnType<typeof startGoogle>>;
let client: DialectClient;
let grpc: DialectClient['grpc'];
let signUp: DialectClient['signUp'];
let signIn: DialectClient['signIn'];

beforeAll(async () => {
  google = await startGoogle();
  auth = await startAuth({ GOOGLE_CLIENT_IDS: 'client-1', GOOGLE_JWKS_URL: google.jwksUrl });
  client = createDialectClient(auth);
  ({ grpc, signUp, signIn } = client);
});
afterAll(async () => {
  client.close();
  await auth.stop();
  await google.stop();
});

describe('TOTP', () => {
  const code = (secret: string) => generateSync({ secret, epoch: Math.floor(auth.clock.now().getTime() / 1000) });
  const nextStep = () => auth.clock.advance(30_000);

  const proven = async (fields: object = {}) => {
    const made = await signUp(fields);
    await auth.db('users').where({ id: made.user?.id }).update({ email_verified_at: new Date() });
    return made;
  };

  const enrol = async () => {
    const { user } = await proven({ via: 'urbanfits' });
    const start = await grpc.startTotp({ userId: user?.id });
    const secret = start.secret;
    nextStep();
    const confirmed = await grpc.confirmTotp({ userId: user?.id, code: code(secret), secret, device });
    expect(confirmed.outcome).toBe('TOTP_OUTCOME_OK');
    return { user: confirmed.user, email: user?.email ?? '', secret, recoveryCodes: confirmed.recoveryCodes };
  };

  test('enrolment shows a secret and a picture, and is not in force before its first right code', async () => {
    const { user } = await proven();
    const start = await grpc.startTotp({ userId: user?.id });
    expect(start.qrDataUrl).toMatch(/^data:image\/png;base64,/);
    expect(start.otpauthUrl).toContain(start.secret);
    expect((await signIn(user?.email ?? '')).outcome).toBe('OUTCOME_SIGNED_IN');
    const confirm = (fields: object) => grpc.confirmTotp({ userId: user?.id, device, ...fields });
    expect((await confirm({ code: '000000' })).outcome).toBe('TOTP_OUTCOME_WRONG_CODE');
    const other = { code: code(start.secret), secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };
    expect((await confirm(other)).outcome).toBe('TOTP_OUTCOME_WRONG_CODE');
  });

  test('sign-in then gives a challenge that a code redeems, once, and no step counts twice', async () => {
    const { user, email, secret } = await enrol();
    expect(user).toMatchObject({ twoFactorEnabled: true, totpEnrolled: true });
    nextStep();
    const first = await signIn(email);
    const second = await signIn(email);
    expect(first).toMatchObject({ outcome: 'OUTCOME_SECOND_FACTOR', session: null });
    const challenge = first.challenge?.token;
    const complete = (fields: object) =>
      grpc.completeSecondFactor({ challenge, code: code(secret), device, ...fields });
    expect((await complete({ userId: 'nobody' })).outcome).toBe('OUTCOME_UNKNOWN_USER');
    const [a, b] = await Promise.all([complete({}), complete({ challenge: second.challenge?.token })]);
    expect([a.outcome, b.outcome].sort()).toEqual(['OUTCOME_SIGNED_IN', 'OUTCOME_WRONG_CODE']);
    nextStep();
    const used = a.outcome === 'OUTCOME_SIGNED_IN' ? first : second;
    expect((await complete({ challenge: used.challenge?.token })).outcome).toBe('OUTCOME_NO_CHALLENGE');
  });

  test('a challenge ends after five tries and after five minutes', async () => {
    const { email, secret } = await enrol();
    nextStep();
    const { challenge } = await signIn(email);
    const complete = (given: string) =>
      grpc.completeSecondFactor({
        challenge: challenge?.token,
        code: given,
        device: { ...device, ip: '198.51.100.1' },
      });
    for (let round = 0; round < 5; round += 1) expect((await complete('12345')).outcome).toBe('OUTCOME_WRONG_CODE');
    auth.clock.advance(2_000);
    expect((await complete(code(secret))).outcome).toBe('OUTCOME_NO_CHALLENGE');
    const late = await signIn(email);
    auth.clock.advance(301_000);
    const after = await grpc.completeSecondFactor({ challenge: late.challenge?.token, code: code(secret), device });
    expect(after.outcome).toBe('OUTCOME_NO_CHALLENGE');
  });

  test('a recovery code stands in once', async () => {
    const { email, recoveryCodes } = await enrol();
    expect(recoveryCodes).toHaveLength(10);
    const use = async () => {
      const { challenge } = await signIn(email);
      const typed = recoveryCodes[0]?.toLowerCase() ?? '';
      return (await grpc.completeSecondFactor({ challenge: challenge?.token, code: typed, device })).outcome;
    };
    expect(await use()).toBe('OUTCOME_SIGNED_IN');
    expect(await use()).toBe('OUTCOME_WRONG_CODE');
  });

  test('a code toggles it, and only an admin resets it', async () => {
    const { user, email, secret } = await enrol();
    const since = auth.clock.now().toISOString();
    expect(user?.totpEnabledAt).toBe(since);
    nextStep();
    const toggle = () => grpc.toggleTotp({ userId: user?.id, code: code(secret), device });
    const off = { twoFactorEnabled: false, totpEnabledAt: since };
    expect(await toggle()).toMatchObject({ outcome: 'TOTP_OUTCOME_OK', enabled: false, user: off });
    nextStep();
    const on = { twoFactorEnabled: true, totpEnabledAt: auth.clock.now().toISOString() };
    expect(await toggle()).toMatchObject({ enabled: true, user: on });
    nextStep();
    expect(await toggle()).toMatchObject({ enabled: false, user: { ...on, twoFactorEnabled: false } });
    expect((await signIn(email)).outcome).toBe('OUTCOME_SIGNED_IN');
    const admin = await signUp();
    const reset = () => grpc.resetSecondFactors({ adminUserId: admin.user?.id, userId: user?.id, device });
    expect((await reset()).outcome).toBe('OUTCOME_NOT_ADMIN');
    await auth
      .db('users')
      .where({ id: admin.user?.id })
      .update({ roles: ['user', 'admin'] });
    expect((await reset()).outcome).toBe('OUTCOME_RESET');
    expect((await reset()).outcome).toBe('OUTCOME_NOT_ENABLED');
  });
});

describe('one-time code as second factor', () => {
  test('the code goes out with the challenge, and the challenge is needed to sign in by a code', async () => {
    const { user } = await signUp({ via: 'otp-auth', sendCode: { channel: 'CHANNEL_EMAIL' } });
    const email = user?.email ?? '';
    const first = { ...otp, identifier: email, code: await auth.codeFor(email) };
    expect((await grpc.verifyContact({ ...first, via: 'otp-auth' })).outcome).toBe('CODE_OUTCOME_OK');
    await auth.db('otp_factors').insert({ user_id: user?.id, channel: 'email', enabled_at: new Date() });
    const { challenge } = await signIn(email, { via: 'otp-auth', sendCode: { channel: 'CHANNEL_SMS' } });
    expect(challenge).toMatchObject({ sentTo: 'email', factors: ['otp-email'] });
    const code = await auth.codeFor(email, 'any');
    const ask = { ...otp, identifier: email, code };
    expect((await grpc.checkCode(ask)).outcome).toBe('CODE_OUTCOME_OK');
    const bare = await grpc.verifyContact({ ...ask, via: 'otp-auth', session: day });
    expect(bare.outcome).toBe('CODE_OUTCOME_SECOND_FACTOR');
    const done = await grpc.completeSecondFactor({ challenge: challenge?.token, code, device, session: day });
    expect(done).toMatchObject({ outcome: 'OUTCOME_SIGNED_IN', session: { expiresIn: 86_400 } });
    expect((await grpc.checkCode(ask)).outcome).toBe('CODE_OUTCOME_NONE');
  });

  test('a challenge is redeemed only under the identifier of its person', async () => {
    const withFactor = async () => {
      const { user } = await signUp({ via: 'otp-auth' });
      const verified = { email_verified_at: new Date() };
      await auth.db('users').where({ id: user?.id }).update(verified);
      await auth.db('otp_factors').insert({ user_id: user?.id, channel: 'email', enabled_at: new Date() });
      return user?.email ?? '';
    };
    const [mine, other] = [await withFactor(), await withFactor()];
    const plain = (await signUp()).user?.email;
    const { challenge } = await signIn(mine, { sendCode: { channel: 'CHANNEL_EMAIL' } });
    const code = await auth.codeFor(mine, 'any');
    const complete = async (identifier: string | undefined) =>
      (await grpc.completeSecondFactor({ challenge: challenge?.token, identifier, code, device })).outcome;
    expect(await complete(auth.newEmail())).toBe('OUTCOME_UNKNOWN_USER');
    expect(await complete(plain)).toBe('OUTCOME_NOT_ENABLED');
    expect(await complete(other)).toBe('OUTCOME_NO_CHALLENGE');
    expect(await complete(mine.toUpperCase())).toBe('OUTCOME_SIGNED_IN');
  });
});

describe('Google', () => {
  const signInWith = (idToken: string, fields: object = {}) =>
    grpc.signInWithGoogle({ via: 'otp-auth', idToken, requireVerified: true, device, session: day, ...fields });

  test('outcomes tell bad tokens, unknown people and unverified accounts apart, with the claims of a good token', async () => {
    expect(await signInWith('a.b.c')).toMatchObject({ outcome: 'OUTCOME_BAD_TOKEN', decodedJson: '' });
    const email = auth.newEmail();
    const unknown = await signInWith(google.token({ sub: email, email }));
    expect(unknown.outcome).toBe('OUTCOME_UNKNOWN_USER');
    expect(JSON.parse(unknown.decodedJson)).toMatchObject({ email, aud: 'client-1' });
    const { user } = await signUp();
    const theirs = google.token({ sub: user?.email, email: user?.email });
    expect((await signInWith(theirs)).outcome).toBe('OUTCOME_UNVERIFIED');
    const made = await signInWith(google.token({ sub: email, email }), { create: true });
    expect(made).toMatchObject({ outcome: 'OUTCOME_SIGNED_IN', user: { email, provider: 'google' } });
    expect((await signIn(email)).outcome).toBe('OUTCOME_OTHER_PROVIDER');
    await auth.db('users').where({ id: made.user?.id }).update({ status: 'frozen' });
    expect((await signInWith(google.token({ sub: email, email }))).outcome).toBe('OUTCOME_FROZEN');
  });
});
