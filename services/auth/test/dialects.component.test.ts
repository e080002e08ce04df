import { identify, startAuth, type Harness } from './harness.ts';
import {
  createDialectClient,
  day,
  device,
  otp,
  password,
  published,
  type DialectClient,
} from './support/dialect-client.ts';

let auth: Harness;
let client: DialectClient;
let grpc: DialectClient['grpc'];
let signUp: DialectClient['signUp'];
let signIn: DialectClient['signIn'];
let count = 0;
const newMobile = () => `777${String((count += 1)).padStart(4, '0')}`;

beforeAll(async () => {
  auth = await startAuth();
  client = createDialectClient(auth);
  ({ grpc, signUp, signIn } = client);
});
afterAll(async () => {
  client.close();
  await auth.stop();
});

describe('sign-up', () => {
  test('a listed password passes as published, marks the account, and the person is told; strict refuses it', async () => {
    const { outcome, user, session } = await signUp();
    expect(outcome).toBe('OUTCOME_CREATED');
    expect(user?.passwordListed).toBe(true);
    expect(session?.expiresIn).toBe(86_400);
    await auth.quiet();
    expect(auth.eventsOf('auth.security-changed.v1', user?.id).map(({ data }) => data.what)).toEqual([
      'password-listed',
    ]);
    const strict = await signUp({ passwordPolicy: 'PASSWORD_POLICY_STRICT' });
    expect(strict.outcome).toBe('OUTCOME_PASSWORD_REFUSED');
    expect((await signUp({ password: '1234567' })).outcome).toBe('OUTCOME_PASSWORD_REFUSED');
  });

  test.each([
    ['a missing e-mail', { email: '' }, 'OUTCOME_EMAIL_INVALID'],
    ['a malformed e-mail', { email: 'nope' }, 'OUTCOME_EMAIL_INVALID'],
    ['a malformed username', { username: 'no spaces' }, 'OUTCOME_USERNAME_INVALID'],
    ['a mobile of another length', { mobile: '12', country: 'MV' }, 'OUTCOME_MOBILE_INVALID'],
  ])('%s is named in the outcome', async (_what, fields, outcome) => {
    expect((await signUp(fields)).outcome).toBe(outcome);
  });

  test('taken identifiers are named, and one letter is a username when the dialect says so', async () => {
    const { user } = await signUp({ username: 'x', shortestUsername: 1 });
    expect((await signUp({ email: user?.email })).outcome).toBe('OUTCOME_EMAIL_TAKEN');
    expect((await signUp({ username: 'X', shortestUsername: 1 })).outcome).toBe('OUTCOME_USERNAME_TAKEN');
  });

  test('a local mobile number becomes international, signs in locally, and is taken afterwards', async () => {
    const mobile = newMobile();
    const { user } = await signUp({ email: '', mobile, country: 'MV', session: null });
    expect(user).toMatchObject({ mobile: `+960${mobile}`, email: '' });
    const opaque = { kind: 'SESSION_KIND_OPAQUE', lifetimeSeconds: 60 * 86_400 };
    const { outcome, session } = await signIn(mobile, { country: 'MV', session: opaque });
    expect(outcome).toBe('OUTCOME_SIGNED_IN');
    const found = await grpc.introspectSession({ token: session?.token });
    expect(found).toMatchObject({ active: true, sessionId: session?.id, user: { id: user?.id } });
    await grpc.signOut({ userId: user?.id, sessionId: session?.id, device });
    expect((await grpc.introspectSession({ token: session?.token })).active).toBe(false);
    expect((await signUp({ email: '', mobile, country: 'MV' })).outcome).toBe('OUTCOME_MOBILE_TAKEN');
  });

  test.each(['2099-01-01', '1899-12-31', '1998-02-30', 'soon'])('%s is no date of birth', async (dateOfBirth) => {
    const message = 'dateOfBirth: must be in the past, after 1900';
    expect(await signUp({ dateOfBirth })).toMatchObject({ outcome: 'OUTCOME_INVALID', message });
  });
});

describe('sign-in', () => {
  test('outcomes tell unknown, wrong, unverified and frozen apart', async () => {
    const { user } = await signUp();
    const email = user?.email ?? '';
    expect((await signIn(auth.newEmail())).outcome).toBe('OUTCOME_UNKNOWN_USER');
    const wrong = await signIn(email, { password: 'wrong-one' });
    expect(wrong).toMatchObject({ outcome: 'OUTCOME_WRONG_PASSWORD', user: { emailVerified: false } });
    expect((await signIn(email, { requireVerified: true })).outcome).toBe('OUTCOME_UNVERIFIED');
    expect((await signIn(email)).outcome).toBe('OUTCOME_SIGNED_IN');
    await auth.db('users').where({ id: user?.id }).update({ status: 'frozen' });
    expect((await signIn(email)).outcome).toBe('OUTCOME_FROZEN');
    expect((await signIn(email, { password: 'wrong-one' })).outcome).toBe('OUTCOME_WRONG_PASSWORD');
  });

  test('the token lives as long as asked, 365 days at most and more than a day', async () => {
    const { user } = await signUp();
    const { session } = await signIn(user?.email ?? '', { session: { ...day, lifetimeSeconds: 365 * 86_400 } });
    expect(session?.expiresIn).toBe(365 * 86_400);
  });

  test('the push token of the device is announced, and withdrawn at sign-out', async () => {
    const { user, session } = await signUp();
    await grpc.signOut({ userId: user?.id, sessionId: session?.id, device });
    await auth.quiet();
    const tokens = auth.eventsOf('auth.push-token-changed.v1', user?.id).map(({ data }) => data.pushToken);
    expect(tokens).toEqual(['push-1', null]);
    const { revocations } = await grpc.listRevocations({ since: '2020-01-01T00:00:00.000Z' });
    expect(revocations.find(({ sessionId }) => sessionId === session?.id)).toMatchObject({ userId: user?.id });
  });
});

describe('codes without a purpose', () => {
  const register = async () => {
    const { user } = await signUp({ via: 'otp-auth', session: null, sendCode: { channel: 'CHANNEL_EMAIL' } });
    const email = user?.email ?? '';
    return { user, email, code: await auth.codeFor(email, 'any') };
  };

  test('one code looks good, verifies and signs in, and is used up', async () => {
    const { email, code } = await register();
    const ask = { ...otp, identifier: email, code };
    expect((await grpc.checkCode(ask)).outcome).toBe('CODE_OUTCOME_OK');
    expect((await grpc.checkCode(ask)).outcome).toBe('CODE_OUTCOME_OK');
    const verified = await grpc.verifyContact({ ...ask, via: 'otp-auth', session: day });
    expect(verified).toMatchObject({ outcome: 'CODE_OUTCOME_OK', user: { emailVerified: true } });
    expect(verified.session?.token).not.toBe('');
    expect((await grpc.checkCode(ask)).outcome).toBe('CODE_OUTCOME_NONE');
  });

  test('five wrong tries void it, and a new one may be had at once', async () => {
    const { email, code } = await register();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let round = 0; round < 4; round += 1) {
      expect((await grpc.checkCode({ ...otp, identifier: email, code: wrong })).outcome).toBe('CODE_OUTCOME_WRONG');
    }
    expect((await grpc.checkCode({ ...otp, identifier: email, code: wrong })).outcome).toBe('CODE_OUTCOME_WRONG');
    // said at once, before the budget makes wait: nothing is guessed any more
    expect((await grpc.checkCode({ ...otp, identifier: email, code })).outcome).toBe('CODE_OUTCOME_NONE');
    await grpc.sendCode({ ...otp, identifier: email });
    await auth.quiet();
    expect(auth.eventsOf('auth.code-issued.v1').filter(({ data }) => data.to === email)).toHaveLength(2);
  });

  test('within 30 s nothing is sent and the expiry is renewed; a wrong password leaves the code good for another try', async () => {
    const { email, code } = await register();
    auth.clock.advance(29_000);
    expect((await grpc.sendCode({ ...otp, identifier: email })).outcome).toBe('OUTCOME_SENT');
    auth.clock.advance(290_000);
    const reset = { ...otp, identifier: email, code, passwordPolicy: published };
    expect((await grpc.resetPassword({ ...reset, password: 'short' })).outcome).toBe('CODE_OUTCOME_PASSWORD_REFUSED');
    expect((await grpc.resetPassword({ ...reset, password: 'Password321!' })).outcome).toBe('CODE_OUTCOME_OK');
    await auth.quiet();
    expect(auth.eventsOf('auth.code-issued.v1').filter(({ data }) => data.to === email)).toHaveLength(1);
    expect((await signIn(email, { password: 'Password321!' })).outcome).toBe('OUTCOME_SIGNED_IN');
  });

  test('each request within 30 s of the one before holds back a new code', async () => {
    const { email } = await register();
    const sends = async () => {
      await grpc.sendCode({ ...otp, identifier: email });
      await auth.quiet();
      return auth.eventsOf('auth.code-issued.v1').filter(({ data }) => data.to === email).length;
    };
    auth.clock.advance(29_000);
    expect(await sends()).toBe(1);
    auth.clock.advance(29_000);
    expect(await sends()).toBe(1);
    auth.clock.advance(31_000);
    expect(await sends()).toBe(2);
  });

  test('an expired code says so, and other cases are told apart', async () => {
    const { email, code } = await register();
    auth.clock.advance(301_000);
    expect((await grpc.checkCode({ ...otp, identifier: email, code })).outcome).toBe('CODE_OUTCOME_EXPIRED');
    expect((await grpc.sendCode({ ...otp, identifier: auth.newEmail() })).outcome).toBe('OUTCOME_UNKNOWN_USER');
    const sms = { channel: 'CHANNEL_SMS', device, identifier: email } as const;
    expect((await grpc.sendCode(sms)).outcome).toBe('OUTCOME_NO_ADDRESS');
  });

  test('ten sends an hour reach one recipient for one caller', async () => {
    const { email } = await register();
    for (let send = 0; send < 9; send += 1) {
      auth.clock.advance(31_000);
      expect((await grpc.sendCode({ ...otp, identifier: email })).outcome).toBe('OUTCOME_SENT');
    }
    auth.clock.advance(31_000);
    await expect(grpc.sendCode({ ...otp, identifier: email })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('passwords', () => {
  test('a change ends every session, the old one of the caller included, and gives a new one', async () => {
    const { user, session } = await signUp();
    const other = await signIn(user?.email ?? '');
    const change = { via: 'spotme', userId: user?.id, sessionId: session?.id, device, session: day } as const;
    const request = { ...change, currentPassword: password, passwordPolicy: published };
    expect((await grpc.changePassword({ ...request, newPassword: password })).outcome).toBe('OUTCOME_SAME_PASSWORD');
    expect((await grpc.changePassword({ ...request, newPassword: 'short' })).outcome).toBe('OUTCOME_PASSWORD_REFUSED');
    const wrong = { ...request, currentPassword: 'not-this-one', newPassword: 'Password321!' };
    expect((await grpc.changePassword(wrong)).outcome).toBe('OUTCOME_WRONG_PASSWORD');
    const changed = await grpc.changePassword({ ...request, newPassword: 'Password321!' });
    expect(changed.outcome).toBe('OUTCOME_CHANGED');
    await auth.quiet();
    const ended = auth.eventsOf('auth.session-revoked.v1', user?.id).map(({ data }) => data.sessionId);
    expect(ended.sort()).toEqual([session?.id, other.session?.id].sort());
    const { headers } = identify(changed.session?.token ?? '');
    expect((await auth.http.get('/v1/auth/sessions', { headers })).body.data).toHaveLength(1);
  });

  test('a reset bound to one client needs each step in its order', async () => {
    const mobile = newMobile();
    await signUp({ email: '', mobile, country: 'MV', session: null });
    const start = await grpc.startPasswordReset({ identifier: mobile, country: 'MV', channel: 'CHANNEL_SMS', device });
    expect(start.outcome).toBe('OUTCOME_SENT');
    const { token } = start;
    const finish = () => grpc.resetPassword({ token, password: 'Password321!', passwordPolicy: published, device });
    expect((await finish()).outcome).toBe('CODE_OUTCOME_NONE');
    const code = await auth.codeFor(`+960${mobile}`, 'password-reset');
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await grpc.verifyPasswordReset({ token, code: wrong, device })).outcome).toBe('CODE_OUTCOME_WRONG');
    expect((await grpc.verifyPasswordReset({ token: 'x'.repeat(43), code, device })).outcome).toBe('CODE_OUTCOME_NONE');
    expect((await grpc.verifyPasswordReset({ token, code, device })).outcome).toBe('CODE_OUTCOME_OK');
    expect((await finish()).outcome).toBe('CODE_OUTCOME_OK');
    expect((await finish()).outcome).toBe('CODE_OUTCOME_NONE');
    const again = await signIn(mobile, { country: 'MV', password: 'Password321!' });
    expect(again.outcome).toBe('OUTCOME_SIGNED_IN');
  });
});

describe('names', () => {
  test('a name and a username change, with one event each; a taken username does not', async () => {
    const { user } = await signUp({ username: 'first-one' });
    const other = await signUp({ username: 'second-one' });
    const change = (fields: object) => grpc.changeName({ userId: user?.id, device, ...fields });
    expect((await change({ name: 'Sammy' })).outcome).toBe('OUTCOME_CHANGED');
    expect((await change({ name: 'Sammy' })).outcome).toBe('OUTCOME_SAME');
    expect((await change({ username: other.user?.username.toUpperCase() })).outcome).toBe('OUTCOME_TAKEN');
    expect((await change({ username: 'a b' })).outcome).toBe('OUTCOME_INVALID');
    expect((await change({ username: 'third-one' })).user).toMatchObject({ username: 'third-one', name: 'Sammy' });
    await auth.quiet();
    const events = auth.eventsOf('auth.contact-changed.v1', user?.id).map(({ data }) => [data.name, data.username]);
    expect(events).toEqual([
      ['Sammy', 'first-one'],
      ['Sammy', 'third-one'],
    ]);
  });
});
