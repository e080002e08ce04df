import { startAuth, type Harness } from './harness.ts';

let auth: Harness;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

describe('codes on demand', () => {
  const send = (body: object, headers: Record<string, string> = {}) =>
    auth.http.post('/v1/auth/otp/send', body, { headers });
  const check = (body: object) => auth.http.post('/v1/auth/otp/check', body);

  test('a look at a code does not use it up, five wrong looks void it', async () => {
    const { email } = await auth.register();
    const code = await auth.codeFor(email);
    const look = { purpose: 'verify-email', identifier: email };
    expect((await check({ ...look, code })).body).toEqual({ valid: true });
    expect((await check({ ...look, code })).status).toBe(200);
    expect((await check({ ...look, purpose: 'password-reset', code })).status).toBe(422);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) {
      expect((await check({ ...look, code: wrong })).status).toBe(422);
      auth.clock.advance(10_000);
    }
    expect((await check({ ...look, code })).status).toBe(422);
  });

  test('a resend within 30 s sends nothing and renews the expiry; after that it replaces the code', async () => {
    const { email } = await auth.register();
    const first = await auth.codeFor(email);
    auth.clock.advance(20_000);
    expect((await auth.http.post('/v1/auth/verify-email/resend', { email })).status).toBe(200);
    await auth.quiet();
    auth.clock.advance(290_000);
    expect((await check({ purpose: 'verify-email', identifier: email, code: first })).status).toBe(200);
    await send({ purpose: 'verify-email', identifier: email });
    const second = await auth.codeFor(email);
    const sent = auth.eventsOf('auth.code-issued.v1').filter(({ data }) => data.to === email);
    expect(sent).toHaveLength(2);
    if (second === first) return;
    expect((await check({ purpose: 'verify-email', identifier: email, code: first })).status).toBe(422);
  });

  test('a signed-in person asks for themselves; without a name or a sign-in nobody is meant', async () => {
    const mobile = '+9607779988';
    const person = await auth.newPerson();
    expect((await send({ purpose: 'verify-mobile' }, person.headers)).status).toBe(409);
    await auth.db('users').where({ id: person.user.id }).update({ mobile });
    expect((await send({ purpose: 'verify-mobile' }, person.headers)).status).toBe(200);
    const code = await auth.codeFor(mobile, 'verify-mobile');
    const verify = (headers = {}) =>
      auth.http.post('/v1/auth/verify-mobile', { mobile: '+960 777 9988', code }, { headers });
    // a second contact is proven in a session only
    expect((await verify()).status).toBe(422);
    expect((await verify(person.headers)).body.user.mobileVerified).toBe(true);
    expect((await send({ purpose: 'verify-mobile' }, person.headers)).status).toBe(409);
    expect((await send({ purpose: 'verify-mobile' })).status).toBe(401);
    expect((await send({ purpose: 'second-factor', identifier: person.email })).status).toBe(400);
  });
});
