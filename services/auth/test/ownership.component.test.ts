import { randomBytes } from 'node:crypto';
import { identify, startAuth, type Harness } from './harness.ts';
import { createAuthenticator } from './support/authenticator.ts';
import { createDialectClient, device, type DialectClient } from './support/dialect-client.ts';
import { startGoogle } from './support/google-issuer.ts';

let auth: Harness;
let dialect: DialectClient;
let google: Awaited<ReturnType<typeof startGoogle>>;
beforeAll(async () => {
  google = await startGoogle();
  auth = await startAuth({ GOOGLE_CLIENT_IDS: 'client-1', GOOGLE_JWKS_URL: google.jwksUrl });
  dialect = createDialectClient(auth);
});
afterAll(async () => {
  dialect.close();
  await auth.stop();
  await google.stop();
});

const NEW_PASSWORD = 'plain-window-barley-93';
const newMobile = () => `+96077${String(Math.random()).slice(2, 7)}`;
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  auth.http.post(`/v1/auth/${path}`, body, { headers });
const countOf = async (table: string, userId: string) => (await auth.db(table).where({ user_id: userId })).length;

/** Somebody who made an account with another's address, and filled it with ways in, as accounts of before may be. */
async function squat(email: string) {
  const mobile = newMobile();
  const made = await dialect.signUp({ email, mobile });
  const userId = made.user?.id ?? '';
  const now = new Date();
  const passkey = { id: randomBytes(8).toString('hex'), user_id: userId, public_key: Buffer.alloc(8), counter: 0 };
  await auth.db('passkeys').insert({ ...passkey, transports: [], name: 'Mine', created_at: now });
  await auth.db('totp_factors').insert({ user_id: userId, secret_sealed: 'x', confirmed_at: now, enabled: true });
  await auth.db('recovery_codes').insert({ user_id: userId, code_hash: Buffer.alloc(32) });
  const trusted = { id: userId, user_id: userId, token_hash: randomBytes(32), device_name: 'Mine' };
  await auth.db('trusted_devices').insert({ ...trusted, created_at: now, last_used_at: now, expires_at: now });
  const identity = { issuer: 'https://accounts.google.com', subject: userId, user_id: userId, email: 'x@example.com' };
  await auth.db('federated_identities').insert({ ...identity, created_at: now });
  const { sessionId, headers } = identify(made.session?.token ?? '');
  return { userId, mobile, sessionId, headers };
}

async function resetByMail(email: string, password = NEW_PASSWORD) {
  await post('password/forgot', { identifier: email });
  const code = await auth.codeFor(email, 'password-reset');
  return post('password/reset', { identifier: email, code, password });
}

describe('the first proof hands the account over', () => {
  const WAYS_IN = ['passkeys', 'totp_factors', 'recovery_codes', 'trusted_devices', 'federated_identities'];

  test('a reset by mail leaves a squatter no way in', async () => {
    const email = auth.newEmail();
    const { userId, mobile, sessionId } = await squat(email);
    expect((await resetByMail(email)).status).toBe(200);
    for (const table of WAYS_IN) expect([table, await countOf(table, userId)]).toEqual([table, 0]);
    const ended = await auth.db('sessions').where({ id: sessionId }).first<{ revoke_reason: string }>();
    expect(ended.revoke_reason).toBe('handed-over');
    const owner = auth.signedIn(await auth.login(email, NEW_PASSWORD));
    expect(owner.user).toMatchObject({ emailVerified: true, mobile: null });
    // the squatter's number opens nothing
    await post('password/forgot', { identifier: mobile });
    await auth.quiet();
    expect(auth.eventsOf('auth.code-issued.v1').filter(({ data }) => data.to === mobile)).toEqual([]);
    expect((await auth.login(email, '12345678')).status).toBe(401);
    expect(auth.eventsOf('auth.user-handed-over.v1', userId)).toHaveLength(1);
  });

  test('a proof in a session keeps that session and the password, and nothing else', async () => {
    const email = auth.newEmail();
    const { userId, headers, sessionId } = await squat(email);
    await auth.db('totp_factors').where({ user_id: userId }).delete();
    const second = await dialect.signIn(email);
    await post('otp/send', { purpose: 'verify-email' }, headers);
    const code = await auth.codeFor(email, 'verify-email');
    expect((await post('verify-email', { email, code }, headers)).status).toBe(200);
    const open = await auth.db('sessions').where({ user_id: userId }).whereNull('revoked_at').pluck<string[]>('id');
    expect(open).toEqual([sessionId]);
    expect(second.session?.id).not.toBe(sessionId);
    expect(await countOf('passkeys', userId)).toBe(0);
    expect((await auth.login(email, '12345678')).status).toBe(200);
  });

  test('a verify without a session ends the squatter’s sessions; the mail says that somebody chose a password', async () => {
    const email = auth.newEmail();
    const { userId, sessionId } = await squat(email);
    await auth.db('totp_factors').where({ user_id: userId }).delete();
    await dialect.grpc.sendCode({
      identifier: email,
      channel: 'CHANNEL_EMAIL',
      purpose: 'CODE_PURPOSE_VERIFY',
      device,
    });
    const code = await auth.codeFor(email, 'verify-email');
    const told = auth.eventsOf('auth.code-issued.v1', userId).at(-1);
    expect(told?.data.passwordChosen).toBe(true);
    const verify = { identifier: email, channel: 'CHANNEL_EMAIL', code, device } as const;
    expect((await dialect.grpc.verifyContact(verify)).outcome).toBe('CODE_OUTCOME_OK');
    expect(await auth.db('sessions').where({ id: sessionId }).whereNull('revoked_at')).toEqual([]);
    for (const table of WAYS_IN) expect([table, await countOf(table, userId)]).toEqual([table, 0]);
  });

  test('a proof by Google drops the password that was set before', async () => {
    const email = auth.newEmail();
    const { userId, sessionId } = await squat(email);
    const idToken = google.token({ sub: `g-${email}`, email });
    const reply = await post('google', { idToken });
    expect(auth.signedIn(reply).user).toMatchObject({ id: userId, emailVerified: true, mobile: null });
    expect((await auth.login(email, '12345678')).status).toBe(401);
    expect(await auth.db('sessions').where({ id: sessionId }).whereNull('revoked_at')).toEqual([]);
    expect(await countOf('passkeys', userId)).toBe(0);
  });

  test('a second contact is proven in a session only, so nobody else’s number ever opens the account', async () => {
    const { email, mobile } = { email: auth.newEmail(), mobile: newMobile() };
    const { user } = await dialect.signUp({ email, mobile });
    const send = { identifier: email, channel: 'CHANNEL_SMS', purpose: 'CODE_PURPOSE_VERIFY', device } as const;
    await dialect.grpc.sendCode(send);
    const code = await auth.codeFor(mobile, 'verify-mobile');
    const proof = { identifier: email, channel: 'CHANNEL_SMS', code, device } as const;
    expect((await dialect.grpc.verifyContact(proof)).outcome).toBe('CODE_OUTCOME_OK');
    // the address that names the account in this dialect stays, and opens nothing
    const byMail = { identifier: email, channel: 'CHANNEL_EMAIL', device } as const;
    const asked = await dialect.grpc.sendCode({ ...byMail, purpose: 'CODE_PURPOSE_PASSWORD_RESET' });
    expect(asked).toMatchObject({ outcome: 'OUTCOME_NO_ADDRESS', user: { id: user?.id, email, emailVerified: false } });
    expect((await dialect.grpc.startPasswordReset(byMail)).outcome).toBe('OUTCOME_NO_ADDRESS');
  });

  test('an account without a proven contact enrols no factor and no passkey', async () => {
    const { user, session } = await dialect.signUp();
    const { headers } = identify(session?.token ?? '');
    for (const [path, body] of [
      ['2fa/totp', {}],
      ['passkeys/options', {}],
      ['2fa/recovery-codes', {}],
    ] as const) {
      const reply = await post(path, body, headers);
      expect([path, reply.status, (reply.body as { code: string }).code]).toEqual([path, 403, 'EMAIL_NOT_VERIFIED']);
    }
    await expect(dialect.grpc.startTotp({ userId: user?.id })).rejects.toMatchObject({ code: 'EMAIL_NOT_VERIFIED' });
  });

  test('a reset of a proven account keeps its owner’s factors, and ends sessions, trusted devices and codes', async () => {
    const person = await auth.newPerson();
    const key = createAuthenticator();
    const { body } = await post('passkeys/options', {}, person.headers);
    const { options, challenge } = body as { options: { challenge: string }; challenge: string };
    const added = await post(
      'passkeys',
      { challenge, response: key.create(options.challenge), secondFactor: true },
      person.headers,
    );
    expect(added.status).toBe(201);
    const reset = await resetByMail(person.email);
    expect(reset.body).toMatchObject({ remaining: { factors: ['passkey'], passkeys: 1 } });
    expect(await countOf('passkeys', person.user.id)).toBe(1);
    const again = await auth.login(person.email, NEW_PASSWORD);
    expect(again.body).toMatchObject({ secondFactorRequired: true, factors: ['passkey'] });
    expect((await auth.http.get('/v1/auth/sessions', { headers: person.headers })).body).toMatchObject({ data: [] });
  });
});

describe("nobody's address is blocked for ever", () => {
  test('an account deleted before any proof leaves address and number free', async () => {
    const { email, mobile } = { email: auth.newEmail(), mobile: newMobile() };
    const { session } = await dialect.signUp({ email, mobile });
    const { headers } = identify(session?.token ?? '');
    expect((await auth.http.delete('/v1/auth/account', { headers })).status).toBe(204);
    expect((await auth.register({ email, mobile })).reply.status).toBe(201);
  });

  test('a claim lives for 24 hours; then the next one gets the address, and the account stays without it', async () => {
    const email = auth.newEmail();
    const { user } = await dialect.signUp({ email, username: `s${randomBytes(4).toString('hex')}` });
    expect((await dialect.signUp({ email })).outcome).toBe('OUTCOME_EMAIL_TAKEN');
    expect((await auth.register({ email })).reply.status).toBe(409);
    auth.clock.advance(24 * 3_600_000 + 1);
    expect((await auth.register({ email })).reply.status).toBe(201);
    const row = await auth.db('users').where({ id: user?.id }).first<{ email: string | null; status: string }>();
    expect(row).toMatchObject({ email: null, status: 'active' });
    await auth.quiet();
    expect(auth.eventsOf('auth.contact-changed.v1', user?.id).at(-1)?.data.email).toBeNull();
  });

  test('somebody else’s proof ends a claim at once', async () => {
    const email = auth.newEmail();
    const { user } = await dialect.signUp({ email });
    const owner = await auth.newPerson();
    expect((await post('email/change', { email }, owner.headers)).status).toBe(200);
    const code = await auth.codeFor(email, 'email-change');
    expect((await post('email/change/confirm', { email, code }, owner.headers)).status).toBe(200);
    const row = await auth.db('users').where({ id: user?.id }).first<{ email: string | null }>();
    expect(row.email).toBeNull();
  });

  test('who deleted their account may register again with a proof, as a new person', async () => {
    const person = await auth.newPerson();
    expect((await auth.http.delete('/v1/auth/account', { headers: person.headers })).status).toBe(204);
    expect((await auth.login(person.email)).status).toBe(403);
    const again = await auth.registerVerified({ email: person.email });
    expect(again.id).not.toBe(person.user.id);
    expect((await auth.login(person.email)).status).toBe(200);
  });

  test('an address that somebody has proven is never free by time', async () => {
    const { email } = await auth.registerVerified();
    auth.clock.advance(48 * 3_600_000);
    expect((await auth.register({ email })).reply.status).toBe(409);
  });
});

describe('undo links', () => {
  const change = async (headers: Record<string, string>, to: string) => {
    expect((await post('email/change', { email: to }, headers)).status).toBe(200);
    const code = await auth.codeFor(to, 'email-change');
    expect((await post('email/change/confirm', { email: to, code }, headers)).status).toBe(200);
    await auth.quiet();
    const told = auth.eventsOf('auth.security-changed.v1').findLast(({ data }) => data.what === 'contact-changed');
    return auth.linkOf(told?.data.sealedLink ?? '');
  };
  const follow = (link: string) => auth.http.post(link, undefined, { headers: { accept: 'application/json' } });

  test('the owner’s undo ends the thief’s, tells both addresses, and takes away what was set up since', async () => {
    const person = await auth.newPerson();
    const [e1, e2] = [auth.newEmail(), auth.newEmail()];
    const owners = await change(person.headers, e1);
    auth.clock.advance(1000);
    const key = createAuthenticator();
    const { body } = await post('passkeys/options', {}, person.headers);
    const { options, challenge } = body as { options: { challenge: string }; challenge: string };
    await post('passkeys', { challenge, response: key.create(options.challenge) }, person.headers);
    const thiefs = await change(person.headers, e2);
    expect((await follow(owners)).status).toBe(200);
    expect(await countOf('passkeys', person.user.id)).toBe(0);
    expect((await resetByMail(person.email)).status).toBe(200);
    expect((await follow(thiefs)).status).toBe(404);
    const told = auth.eventsOf('auth.security-changed.v1', person.user.id);
    const restored = told.find(({ data }) => data.what === 'contact-restored');
    expect(restored?.data).toMatchObject({ alsoTo: [{ channel: 'email', to: e2 }], sealedLink: null });
    expect((await auth.login(person.email, NEW_PASSWORD)).status).toBe(200);
  });

  test('a thief’s reset by the new address leaves the owner’s undo, and no other link', async () => {
    const person = await auth.newPerson();
    const e1 = auth.newEmail();
    const owners = await change(person.headers, e1);
    expect((await resetByMail(e1)).status).toBe(200);
    const links = await auth.db('action_links').where({ user_id: person.user.id, kind: 'undo-contact' });
    expect(links).toHaveLength(1);
    expect((await follow(owners)).status).toBe(200);
    expect((await auth.login(e1, NEW_PASSWORD)).status).toBe(401);
  });
});
