import { createEvent } from '@florin/contracts';
import { newId } from '@florin/service-kit';
import { runAdmin } from '../src/commands/run-command.ts';
import { PASSWORD, startAuth, type Harness, type SignedIn } from './harness.ts';

let auth: Harness;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const NEW_PASSWORD = 'quiet-lantern-brook-82';
const post = (person: SignedIn, path: string, body?: unknown) =>
  auth.http.post(`/v1/auth/${path}`, body, { headers: person.headers });
const get = (person: SignedIn, path: string) => auth.http.get(`/v1/auth/${path}`, { headers: person.headers });
const isAlive = async (person: SignedIn) =>
  (await auth.http.post('/v1/auth/refresh', { refreshToken: person.refreshToken })).status === 200;
const notices = (userId: string) => auth.eventsOf('auth.security-changed.v1', userId).map(({ data }) => data);

describe('password change', () => {
  test('needs the old one, ends the other sessions, keeps this one, and tells the person', async () => {
    const person = await auth.newPerson();
    const other = auth.signedIn(await auth.login(person.email));
    const wrong = await post(person, 'password/change', { currentPassword: 'no', newPassword: NEW_PASSWORD });
    expect(wrong.body.errors).toEqual([{ path: 'currentPassword', message: 'is wrong' }]);
    const weak = await post(person, 'password/change', { currentPassword: PASSWORD, newPassword: 'password123' });
    expect(weak.body.code).toBe('PASSWORD_REFUSED');
    const same = await post(person, 'password/change', { currentPassword: PASSWORD, newPassword: PASSWORD });
    expect(same.body.errors[0].path).toBe('newPassword');
    const done = await post(person, 'password/change', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    expect(done.status).toBe(200);
    expect(await isAlive(other)).toBe(false);
    expect(await isAlive(person)).toBe(true);
    expect((await auth.login(person.email)).status).toBe(401);
    expect((await auth.login(person.email, NEW_PASSWORD)).status).toBe(200);
    await auth.quiet();
    expect(notices(person.user.id).map(({ what }) => what)).toContain('password-changed');
  });

  test('of two changes at once one wins', async () => {
    const person = await auth.newPerson();
    const change = (newPassword: string) => post(person, 'password/change', { currentPassword: PASSWORD, newPassword });
    const replies = await Promise.all([change(`${NEW_PASSWORD}-a`), change(`${NEW_PASSWORD}-b`)]);
    const [first, second] = replies.map(({ status }) => status).sort();
    expect(first).toBe(200);
    // 403: it looked after the other was done, and its current password is none any more
    expect([409, 403]).toContain(second);
  });
});

describe('password reset', () => {
  const forgot = (identifier: string) => auth.http.post('/v1/auth/password/forgot', { identifier });
  const reset = (identifier: string, code: string, password = NEW_PASSWORD) =>
    auth.http.post('/v1/auth/password/reset', { identifier, code, password });

  test('the code sets a new password, ends all sessions, and works once', async () => {
    const person = await auth.newPerson();
    expect((await forgot(person.email)).status).toBe(200);
    const code = await auth.codeFor(person.email, 'password-reset');
    expect((await reset(person.email, code, 'password123')).body.code).toBe('PASSWORD_REFUSED');
    expect((await reset(person.email, code)).status).toBe(200);
    expect(await isAlive(person)).toBe(false);
    expect((await reset(person.email, code)).body.code).toBe('CODE_INVALID');
    expect((await auth.login(person.email, NEW_PASSWORD)).status).toBe(200);
  });

  test('a code to verify the address does not reset the password, nor the other way round', async () => {
    const { email } = await auth.register();
    const verifying = await auth.codeFor(email, 'verify-email');
    expect((await reset(email, verifying)).body.code).toBe('CODE_INVALID');
    await forgot(email);
    const resetting = await auth.codeFor(email, 'password-reset');
    const verify = await auth.http.post('/v1/auth/verify-email', { email, code: resetting });
    expect(verify.body.code).toBe(resetting === verifying ? undefined : 'CODE_INVALID');
  });

  test("another person's code is of no use", async () => {
    const one = await auth.newPerson();
    const two = await auth.newPerson();
    await forgot(one.email);
    await forgot(two.email);
    const code = await auth.codeFor(one.email, 'password-reset');
    if (code === (await auth.codeFor(two.email, 'password-reset'))) return;
    expect((await reset(two.email, code)).body.code).toBe('CODE_INVALID');
  });

  test('known and unknown accounts answer the same, and an expired code says so', async () => {
    const person = await auth.newPerson();
    const known = await forgot(person.email);
    const unknown = await forgot(auth.newEmail());
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    const code = await auth.codeFor(person.email, 'password-reset');
    auth.clock.advance(5 * 60_000 + 1);
    expect((await reset(person.email, code)).body.code).toBe('CODE_EXPIRED');
    expect((await reset(auth.newEmail(), code)).body.code).toBe('CODE_INVALID');
  });

  test('of two resets with one code at once one is done', async () => {
    const person = await auth.newPerson();
    await forgot(person.email);
    const code = await auth.codeFor(person.email, 'password-reset');
    const replies = await Promise.all([reset(person.email, code), reset(person.email, code, `${NEW_PASSWORD}-b`)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  test('known and unknown get 429 after the same number of sends', async () => {
    const person = await auth.newPerson();
    for (const identifier of [person.email, auth.newEmail()]) {
      for (let send = 0; send < 10; send += 1) {
        expect((await forgot(identifier)).status).toBe(200);
        auth.clock.advance(31_000);
      }
      const refused = await forgot(identifier);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      auth.clock.advance(3_600_000);
    }
  });
});

describe('change of address', () => {
  test('the code goes to the new address, the old one gets a link that takes the change back', async () => {
    const person = await auth.newPerson();
    const email = auth.newEmail().replace('p', 'P');
    expect((await post(person, 'email/change', { email })).status).toBe(200);
    const code = await auth.codeFor(email, 'email-change');
    expect((await auth.login(email)).status).toBe(401);
    const confirmed = await post(person, 'email/change/confirm', { email, code });
    expect(confirmed.body.user).toMatchObject({ email, emailVerified: true });
    expect((await auth.login(email)).status).toBe(200);
    await auth.quiet();
    const notice = notices(person.user.id).find(({ what }) => what === 'contact-changed');
    expect(notice?.alsoTo).toEqual([{ channel: 'email', to: person.email }]);
    const link = auth.linkOf(notice?.sealedLink ?? '');
    const page = await auth.http.get(link, { headers: { accept: 'text/html' } });
    expect(page.text).toContain('Put my old address back');
    expect((await auth.login(email)).status).toBe(200);
    expect((await auth.http.post(link)).status).toBe(200);
    expect((await auth.http.post(link)).status).toBe(404);
    expect((await auth.login(person.email)).status).toBe(200);
    expect((await auth.login(email)).status).toBe(401);
    expect(await isAlive(person)).toBe(false);
  });

  test('the link lapses after 48 hours', async () => {
    const person = await auth.newPerson();
    const email = auth.newEmail();
    await post(person, 'email/change', { email });
    await post(person, 'email/change/confirm', { email, code: await auth.codeFor(email) });
    await auth.quiet();
    const sealed = notices(person.user.id).find(({ what }) => what === 'contact-changed')?.sealedLink;
    auth.clock.advance(48 * 3_600_000 + 1);
    expect((await auth.http.post(auth.linkOf(sealed ?? ''))).status).toBe(404);
  });

  test('an address that somebody has answers the same and gets nothing', async () => {
    const person = await auth.newPerson();
    const other = await auth.newPerson();
    const free = await post(person, 'email/change', { email: auth.newEmail() });
    const taken = await post(person, 'email/change', { email: other.email });
    expect([taken.status, taken.text]).toEqual([free.status, free.text]);
    await auth.quiet();
    const sent = auth.eventsOf('auth.code-issued.v1').filter(({ data }) => data.purpose === 'email-change');
    expect(sent.map(({ data }) => data.to)).not.toContain(other.email);
  });

  test('a mobile number is added by SMS', async () => {
    const person = await auth.newPerson();
    const mobile = '+9607001122';
    await post(person, 'mobile/change', { mobile });
    const code = await auth.codeFor(mobile, 'mobile-change');
    const done = await post(person, 'mobile/change/confirm', { mobile, code });
    expect(done.body.user).toMatchObject({ mobile, mobileVerified: true });
  });

  test('a session older than ten minutes must prove itself first', async () => {
    const person = await auth.newPerson();
    auth.clock.advance(10 * 60_000 + 1000);
    const refused = await post(person, 'email/change', { email: auth.newEmail() });
    expect(refused.body.code).toBe('STEP_UP_REQUIRED');
    expect((await post(person, 'step-up', { password: 'wrong' })).status).toBe(401);
    expect((await post(person, 'step-up', { password: PASSWORD })).status).toBe(200);
    expect((await post(person, 'email/change', { email: auth.newEmail() })).status).toBe(200);
  });
});

describe('notices', () => {
  test('"this was not me" freezes the account until its password is reset', async () => {
    const person = await auth.newPerson();
    await post(person, 'password/change', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    await auth.quiet();
    const link = auth.linkOf(notices(person.user.id).at(-1)?.sealedLink ?? '');
    expect((await auth.http.get(link, { headers: { accept: 'application/json' } })).body).toEqual({
      kind: 'freeze',
      done: false,
    });
    expect(await isAlive(person)).toBe(true);
    expect((await auth.http.post(link, undefined, { headers: { accept: 'application/json' } })).body.done).toBe(true);
    expect(await isAlive(person)).toBe(false);
    expect((await auth.login(person.email, NEW_PASSWORD)).body.code).toBe('ACCOUNT_FROZEN');
    expect((await auth.login(person.email, 'wrong-password')).status).toBe(401);
    await auth.http.post('/v1/auth/password/forgot', { identifier: person.email });
    const code = await auth.codeFor(person.email, 'password-reset');
    await auth.http.post('/v1/auth/password/reset', { identifier: person.email, code, password: PASSWORD });
    expect((await auth.login(person.email)).status).toBe(200);
  });

  test('a sign-in from a new device is told, one from a known device is not', async () => {
    const person = await auth.newPerson();
    await auth.login(person.email);
    await auth.quiet();
    expect(notices(person.user.id)).toEqual([]);
    await auth.login(person.email, PASSWORD, {}, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' });
    await auth.quiet();
    expect(notices(person.user.id).map(({ what }) => what)).toEqual(['new-device']);
    expect(notices(person.user.id)[0]?.detail).toContain('Firefox on Windows');
  });

  test.each(['x'.repeat(43), '..%2f..%2fadmin', '%00'])('a link that never was (%s) answers 4xx', async (token) => {
    expect([400, 404]).toContain((await auth.http.post(`/v1/auth/links/${token}`)).status);
  });
});

describe('termination', () => {
  test('ends sessions, replaces personal data, keeps the identifiers from others, and sign-in says so to its owner alone', async () => {
    const person = await auth.newPerson({ username: 'leaver', mobile: '+9607003344' });
    expect((await auth.http.delete('/v1/auth/account', { headers: person.headers })).status).toBe(204);
    expect(await isAlive(person)).toBe(false);
    for (const identifier of [person.email, 'leaver', '+9607003344']) {
      expect((await auth.login(identifier)).body.code).toBe('ACCOUNT_TERMINATED');
    }
    expect((await auth.login(person.email, 'wrong-password')).status).toBe(401);
    expect((await auth.register({ username: 'LEAVER' })).reply.status).toBe(409);
    const row = await auth.db('users').where({ id: person.user.id }).first();
    expect(JSON.stringify(row)).not.toContain(person.email);
    expect(row).toMatchObject({ name: 'Deleted account', username: null, mobile: null, status: 'terminated' });
    await auth.quiet();
    expect(auth.eventsOf('auth.user-terminated.v1', person.user.id)).toHaveLength(1);
    const forgot = await auth.http.post('/v1/auth/password/forgot', { identifier: person.email });
    expect(forgot.status).toBe(200);
  });
});

describe('own data', () => {
  test('the events list tells what happened, newest first, in pages, and nobody else sees it', async () => {
    const person = await auth.newPerson();
    await auth.login(person.email, 'wrong-password');
    await auth.login(person.email);
    await auth.quiet();
    const first = await get(person, 'events?limit=2');
    const second = await get(person, `events?limit=50&cursor=${first.body.nextCursor}`);
    const types = [...first.body.data, ...second.body.data].map(({ type }: { type: string }) => type);
    expect(types.sort()).toEqual(['registered', 'sign-in-failed', 'signed-in', 'signed-in', 'verified'].sort());
    expect((await auth.http.get('/v1/auth/events')).status).toBe(401);
  });

  test('the log can not be changed in the database, and a change behind its back is found', async () => {
    const person = await auth.newPerson();
    const entry = () => auth.db('audit_log').where({ user_id: person.user.id, n: 2 });
    await expect(entry().update({ type: 'forged' })).rejects.toThrow(/append-only/);
    await expect(entry().delete()).rejects.toThrow(/append-only/);
    expect((await runAdmin(auth.useCases, ['audit', person.email])).ok).toBe(true);
    await auth.db.transaction(async (trx) => {
      await trx.raw("set local session_replication_role = 'replica'");
      await trx('audit_log').where({ user_id: person.user.id, n: 2 }).update({ type: 'forged' });
    });
    const { ok, text } = await runAdmin(auth.useCases, ['audit', person.email]);
    expect({ ok, text }).toEqual({ ok: false, text: expect.stringContaining('at entry 2') });
  });

  test('a cut tail of the log is found', async () => {
    const person = await auth.newPerson();
    await auth.db.transaction(async (trx) => {
      await trx.raw("set local session_replication_role = 'replica'");
      await trx('audit_log').where({ user_id: person.user.id, n: 3 }).delete();
    });
    expect((await runAdmin(auth.useCases, ['audit', person.email])).ok).toBe(false);
  });

  test('the export holds the account, sessions and events, and no hash or key', async () => {
    const person = await auth.newPerson();
    const { body, headers, text } = await get(person, 'export');
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(body.account).toMatchObject({ email: person.email, hasPassword: true });
    expect(body.sessions).toHaveLength(1);
    expect(body.events.length).toBeGreaterThan(2);
    expect(text).not.toMatch(/\$2b\$|passwordHash|tokenSalt|mac"/);
  });
});

describe('roles and profiles', () => {
  test('grant gives a role, ends the sessions, and the next token carries it', async () => {
    const person = await auth.newPerson();
    expect((await runAdmin(auth.useCases, ['grant', auth.newEmail()])).ok).toBe(false);
    expect((await runAdmin(auth.useCases, ['promote', person.email])).text).toContain('usage');
    expect(await runAdmin(auth.useCases, ['grant', person.email])).toEqual({
      ok: true,
      text: `${person.email} has the roles: user, admin`,
    });
    expect(await isAlive(person)).toBe(false);
    const again = auth.signedIn(await auth.login(person.email));
    expect((again.user as unknown as { roles: string[] }).roles).toEqual(['user', 'admin']);
    await runAdmin(auth.useCases, ['revoke', person.email]);
    expect(await isAlive(again)).toBe(false);
  });

  test('support signs a person out everywhere; others may not', async () => {
    const person = await auth.newPerson();
    const staff = await auth.newPerson();
    const signOut = (by: SignedIn) =>
      auth.http.delete(`/v1/auth/users/${person.user.id}/sessions`, { headers: by.headers });
    expect((await signOut(staff)).status).toBe(403);
    await runAdmin(auth.useCases, ['grant', staff.email, 'support']);
    const again = auth.signedIn(await auth.login(staff.email));
    expect((await signOut(again)).body).toEqual({ ended: 1 });
    expect(await isAlive(person)).toBe(false);
    expect((await runAdmin(auth.useCases, ['sign-out', staff.email])).text).toContain('signed out of 1 sessions');
  });

  test('a name changed in the profile is known here, once, without an event of ours', async () => {
    const person = await auth.newPerson();
    const event = createEvent({
      id: newId(),
      type: 'users.profile-changed.v1',
      producer: 'users',
      aggregateId: person.user.id,
      data: { userId: person.user.id, name: 'Renamed', username: null, timeZone: 'Asia/Tokyo', locale: null },
      occurredAt: new Date(),
    });
    await auth.deliver(event);
    await auth.db('users').where({ id: person.user.id }).update({ name: 'Later' });
    await auth.deliver(event);
    const row = await auth.db('users').where({ id: person.user.id }).first();
    expect(row).toMatchObject({ name: 'Later', time_zone: 'Asia/Tokyo' });
    await auth.quiet();
    expect(auth.eventsOf('auth.contact-changed.v1', person.user.id)).toEqual([]);
  });
});
