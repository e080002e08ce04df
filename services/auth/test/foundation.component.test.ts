import { createPublicKey, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { PASSWORD, startAuth, type Harness } from './harness.ts';

let auth: Harness;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

describe('register', () => {
  test('a new person gets 201, a user without secrets, a sealed code by e-mail and an event for the other services', async () => {
    const { reply, email } = await auth.register({
      username: 'Pat.One',
      mobile: '+9607771234',
      timeZone: 'Asia/Tokyo',
    });
    expect(reply.status).toBe(201);
    expect(reply.body.user).toEqual({
      id: expect.any(String),
      email,
      emailVerified: false,
      name: 'Pat Doe',
      username: 'Pat.One',
      mobile: '+9607771234',
      mobileVerified: false,
      locale: null,
      timeZone: 'Asia/Tokyo',
      roles: ['user'],
      createdAt: expect.any(String),
    });
    const code = await auth.codeFor(email);
    expect(code).toMatch(/^\d{6}$/);
    expect(JSON.stringify(auth.events)).not.toContain(`"${code}"`);
    expect(auth.eventsOf('auth.user-registered.v1', reply.body.user.id)[0]?.data).toMatchObject({ email, via: 'v1' });
  });

  test.each([
    ['no e-mail', { email: undefined }, 'email'],
    ['an e-mail without a domain', { email: 'pat@' }, 'email'],
    ['an e-mail of other scripts', { email: 'pät@example.com' }, 'email'],
    ['a short password', { password: 'short12' }, 'password'],
    ['a password of 257 characters', { password: 'x'.repeat(257) }, 'password'],
    ['a username with a space', { username: 'a b c' }, 'username'],
    ['a username of look-alike letters', { username: 'раypal' }, 'username'],
    ['a username with a direction mark', { username: 'pat\u202Enimda' }, 'username'],
    ['a username of two letters', { username: 'ab' }, 'username'],
    ['a mobile number without a country', { mobile: '7771234' }, 'mobile'],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a locale that is none', { locale: 'x_y_z' }, 'locale'],
    ['a date of birth in the future', { dateOfBirth: '2999-01-01' }, 'dateOfBirth'],
    ['a name with a line break inside', { name: 'Pat\nDoe' }, 'name'],
    ['an unknown field', { admin: true }, 'admin'],
    ['an operator in place of text', { email: { $ne: null } }, 'email'],
  ])('%s answers 400 naming the field', async (_what, fields, path) => {
    const { reply } = await auth.register(fields);
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map((fault: { path: string }) => fault.path)).toContain(path);
  });

  test('all that is wrong is told at once', async () => {
    const faults = async (fields: Record<string, unknown>) => {
      const { reply } = await auth.register(fields);
      return [reply.status, reply.body.errors.map((fault: { path: string }) => fault.path)];
    };
    expect(await faults({ email: 'nobody', password: 'short' })).toEqual([400, ['email', 'password']]);
    expect(await faults({ name: '', email: 'nobody', password: 'short' })).toEqual([
      400,
      ['email', 'password', 'name'],
    ]);
    const late = { username: '-', mobile: 'abcd', password: 'password123' };
    expect(await faults(late)).toEqual([400, ['username', 'mobile', 'password']]);
    expect(await faults({ username: '-', password: 'password123' })).toEqual([400, ['username', 'password']]);
  });

  test('a wrong password is not called a sign-in that is needed', async () => {
    const { email } = await auth.register();
    const { body } = await auth.http.post('/v1/auth/login', { identifier: email, password: 'wrong-one-123' });
    expect([body.title, body.detail]).toEqual([
      'The sign-in is missing or wrong',
      'The identifier or the password is wrong',
    ]);
  });

  test.each([
    ['a listed password', { password: 'password123' }],
    ['a password holding the name', { password: 'my-patricia-1', name: 'Patricia Doe' }],
    ['a password holding the username', { password: 'xx-moonlit-99', username: 'moonlit' }],
    ['a password holding the address', { password: 'zz-lanternfish-9', email: 'lanternfish@example.com' }],
  ])('%s is refused with advice', async (_what, fields) => {
    const { reply } = await auth.register(fields);
    expect(reply.status).toBe(422);
    expect(reply.body.code).toBe('PASSWORD_REFUSED');
    expect(reply.body.meta.advice).not.toBe('');
  });

  test('an address or username that differs by case only is taken', async () => {
    const { email } = await auth.register({ username: 'CaseTaken' });
    expect((await auth.register({ email: email.toUpperCase() })).reply.body.errors).toEqual([
      { path: 'email', message: 'is already in use' },
    ]);
    expect((await auth.register({ username: 'casetaken' })).reply.status).toBe(409);
  });

  test('of two registrations of one address at once, one is made', async () => {
    const email = auth.newEmail();
    const replies = await Promise.all(Array.from({ length: 6 }, () => auth.register({ email })));
    expect(replies.map(({ reply }) => reply.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    await auth.quiet();
    expect(auth.eventsOf('auth.user-registered.v1').filter(({ data }) => data.email === email)).toHaveLength(1);
  });

  test('an Idempotency-Key replays the reply, and refuses another request', async () => {
    const email = auth.newEmail();
    const body = { email, password: PASSWORD, name: 'Kim' };
    const first = await auth.http.post('/v1/auth/register', body, { idempotencyKey: email });
    const second = await auth.http.post('/v1/auth/register', body, { idempotencyKey: email });
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    const other = await auth.http.post(
      '/v1/auth/register',
      { ...body, password: `${PASSWORD}!` },
      { idempotencyKey: email },
    );
    expect(other.body.code).toBe('IDEMPOTENCY_MISMATCH');
    const stored = JSON.stringify(await auth.db('idempotency_keys'));
    expect(stored).not.toContain(PASSWORD);
  });
});

describe('verify and sign in', () => {
  test('unverified people are told so only with the right password', async () => {
    const { email } = await auth.register();
    expect((await auth.login(email)).body.code).toBe('EMAIL_NOT_VERIFIED');
    expect((await auth.login(email, 'wrong-password-1')).status).toBe(401);
  });

  test('the code verifies once, and then e-mail and username sign in; a number that came with it is gone', async () => {
    const mobile = '+9607775678';
    const { email, reply } = await auth.register({ username: 'Three-Ways', mobile });
    const code = await auth.codeFor(email);
    const verified = await auth.http.post('/v1/auth/verify-email', { email, code });
    expect(verified.status).toBe(200);
    expect(verified.body.user.emailVerified).toBe(true);
    expect((await auth.http.post('/v1/auth/verify-email', { email, code })).status).toBe(422);
    expect(verified.body.user.mobile).toBeNull();
    await auth.addMobile(auth.signedIn(await auth.login(email)), mobile);
    for (const identifier of [email.toUpperCase(), 'three-ways', mobile, '+960 777-5678']) {
      const signedIn = await auth.login(identifier);
      expect(signedIn.status).toBe(200);
      expect(signedIn.body.user.id).toBe(reply.body.user.id);
    }
    await auth.quiet();
    expect(auth.eventsOf('auth.user-verified.v1', reply.body.user.id)).toHaveLength(2);
  });

  test('of two verifications with one code at once, one is right', async () => {
    const { email } = await auth.register();
    const code = await auth.codeFor(email);
    const body = { email, code };
    const replies = await Promise.all(Array.from({ length: 4 }, () => auth.http.post('/v1/auth/verify-email', body)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('a wrong password and an unknown account answer the same', async () => {
    const { email } = await auth.registerVerified();
    const wrong = await auth.login(email, 'not-the-password');
    const unknown = await auth.login(auth.newEmail(), 'not-the-password');
    const strip = ({ body }: { body: any }) => ({ ...body, requestId: '' });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(strip(unknown)).toEqual(strip(wrong));
  });

  test('the access token is ES256, typed, short, and verifies with the published key', async () => {
    const { accessToken, user } = await auth.newPerson();
    const { keys } = (await auth.http.get('/.well-known/jwks.json')).body;
    const { header } = jwt.decode(accessToken, { complete: true })!;
    expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: keys[0].kid });
    expect(keys[0].d).toBeUndefined();
    const key = createPublicKey({ key: keys[0], format: 'jwk' });
    const claims = jwt.verify(accessToken, key, { algorithms: ['ES256'], audience: 'florin' }) as Record<string, any>;
    expect(claims).toMatchObject({
      sub: user.id,
      iss: 'http://localhost:8080',
      typ: 'access',
      amr: ['pwd'],
      roles: ['user'],
      email_verified: true,
    });
    expect(claims['exp'] - claims['iat']).toBe(600);
  });
});

describe('refresh', () => {
  test('a refresh token changes for its successor, and a retry within 20 s gets the same one', async () => {
    const person = await auth.newPerson();
    const refresh = (refreshToken: string) => auth.http.post('/v1/auth/refresh', { refreshToken });
    const first = await refresh(person.refreshToken);
    expect(first.status).toBe(200);
    expect(first.body.refreshToken).not.toBe(person.refreshToken);
    auth.clock.advance(19_000);
    expect((await refresh(person.refreshToken)).body.refreshToken).toBe(first.body.refreshToken);
    expect((await refresh(first.body.refreshToken)).status).toBe(200);
  });

  test('fifty refreshes of one token at once leave one living session with one successor', async () => {
    const person = await auth.newPerson();
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => auth.http.post('/v1/auth/refresh', { refreshToken: person.refreshToken })),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(50).fill(200));
    expect(new Set(replies.map(({ body }) => body.refreshToken)).size).toBe(1);
    const sessions = await auth.http.get('/v1/auth/sessions', { headers: person.headers });
    expect(sessions.body.data).toHaveLength(1);
  });

  test('an old token used after 20 s ends the session, tells the person, and its successor is dead, too', async () => {
    const person = await auth.newPerson();
    const next = await auth.http.post('/v1/auth/refresh', { refreshToken: person.refreshToken });
    auth.clock.advance(21_000);
    const stolen = await auth.http.post('/v1/auth/refresh', { refreshToken: person.refreshToken });
    expect(stolen.body.code).toBe('SESSION_REVOKED');
    const after = await auth.http.post('/v1/auth/refresh', { refreshToken: next.body.refreshToken });
    expect(after.body.code).toBe('SESSION_REVOKED');
    await auth.quiet();
    expect(auth.eventsOf('auth.session-revoked.v1', person.user.id)[0]?.data.sessionId).toBe(person.sessionId);
    expect(auth.eventsOf('auth.security-changed.v1', person.user.id)[0]?.data.what).toBe('refresh-reused');
  });

  test.each([
    ['nothing', ''],
    ['noise', 'not-a-token'],
    ['a token of the right form', 'A'.repeat(70)],
  ])('%s answers 4xx and no session', async (_what, refreshToken) => {
    const reply = await auth.http.post('/v1/auth/refresh', { refreshToken });
    expect([400, 401]).toContain(reply.status);
  });

  test('a token with one bit changed is refused and harms nobody', async () => {
    const person = await auth.newPerson();
    const forged = (person.refreshToken.startsWith('A') ? 'B' : 'A') + person.refreshToken.slice(1);
    const bytes = Buffer.from(person.refreshToken, 'base64url');
    bytes[19] = (bytes[19] ?? 0) ^ 1;
    for (const refreshToken of [forged, bytes.toString('base64url')]) {
      expect((await auth.http.post('/v1/auth/refresh', { refreshToken })).status).toBe(401);
    }
    expect((await auth.http.post('/v1/auth/refresh', { refreshToken: person.refreshToken })).status).toBe(200);
  });

  test('without rememberMe a session ends after 24 h, with it after 30 days idle and 90 in all', async () => {
    const { email } = await auth.registerVerified();
    const short = auth.signedIn(await auth.login(email));
    const long = auth.signedIn(await auth.login(email, PASSWORD, { rememberMe: true }));
    const day = 86_400_000;
    auth.clock.advance(day + 1000);
    expect((await auth.http.post('/v1/auth/refresh', { refreshToken: short.refreshToken })).status).toBe(401);
    let token = long.refreshToken;
    for (const days of [28, 29, 29]) {
      auth.clock.advance(days * day);
      const reply = await auth.http.post('/v1/auth/refresh', { refreshToken: token });
      expect(reply.status).toBe(200);
      token = reply.body.refreshToken;
    }
    auth.clock.advance(4 * day);
    expect((await auth.http.post('/v1/auth/refresh', { refreshToken: token })).status).toBe(401);
  });
});

describe('sessions', () => {
  test('logout ends the session, once, with an event', async () => {
    const person = await auth.newPerson();
    const logout = () => auth.http.post('/v1/auth/logout', undefined, { headers: person.headers });
    expect((await logout()).status).toBe(204);
    expect((await logout()).status).toBe(204);
    await auth.quiet();
    expect(auth.eventsOf('auth.session-revoked.v1', person.user.id)).toHaveLength(1);
    expect((await auth.http.post('/v1/auth/refresh', { refreshToken: person.refreshToken })).status).toBe(401);
  });

  test('a person sees and ends only sessions of their own', async () => {
    const person = await auth.newPerson();
    const other = await auth.newPerson();
    const second = auth.signedIn(await auth.login(person.email, PASSWORD, { device: { platform: 'ios' } }));
    const list = await auth.http.get('/v1/auth/sessions', { headers: person.headers });
    expect(list.body.data.map((one: { current: boolean }) => one.current).sort()).toEqual([false, true]);
    const drop = (id: string) => auth.http.delete(`/v1/auth/sessions/${id}`, { headers: person.headers });
    expect((await drop(other.sessionId)).status).toBe(404);
    expect((await drop(second.sessionId)).status).toBe(204);
    expect((await drop(second.sessionId)).status).toBe(404);
    auth.clock.advance(11 * 60_000);
    expect((await drop(person.sessionId)).body.code).toBe('STEP_UP_REQUIRED');
  });

  test('the list says which device, from where, and whether it takes pushes, and never the push token', async () => {
    const { email } = await auth.registerVerified();
    const device = { platform: 'android', pushToken: 'push-secret' };
    const headers = { 'user-agent': 'okhttp/4.12', 'x-florin-client-ip': '203.0.113.77' };
    const person = auth.signedIn(await auth.login(email, PASSWORD, { device }, headers));
    const list = await auth.http.get('/v1/auth/sessions', { headers: person.headers });
    expect(list.body.data).toMatchObject([
      { platform: 'android', device: 'An app on Android', area: '203.0.113.0/24', pushToken: true, current: true },
    ]);
    expect(list.text).not.toContain('push-secret');
  });

  test('the oldest of more than 200 sessions ends', async () => {
    const person = await auth.newPerson();
    const row = await auth.db('sessions').where({ id: person.sessionId }).first();
    const older = Array.from({ length: 199 }, (_, n) => ({
      ...row,
      id: randomUUID(),
      created_at: new Date(row.created_at.getTime() - (n + 1) * 1000),
    }));
    await auth.db('sessions').insert(older);
    auth.clock.advance(1000);
    await auth.login(person.email);
    const ended = await auth.db('sessions').where({ user_id: person.user.id }).whereNotNull('revoked_at');
    expect(ended.map(({ id, revoke_reason }) => [id, revoke_reason])).toEqual([
      [older.at(-1)?.id, 'too-many-sessions'],
    ]);
  });

  test('without an identity the list answers 401', async () => {
    expect((await auth.http.get('/v1/auth/sessions')).status).toBe(401);
  });
});
