import { waitFor } from '@florin/testing';
import { faulty, fenakaClient, international, newMobile } from './fenaka-client.ts';
import { oneBus, startFlorin, type Florin } from './florin.ts';
import { join } from './people.ts';

describe.each(oneBus())('a person with a phone uses Fenaka, over %s', (bus) => {
  const mobile = newMobile();
  const password = 'Password321!';
  const wrong = [401, { error: 'incorrect credentials' }];
  let florin: Florin;
  let app: ReturnType<typeof fenakaClient>;

  beforeAll(async () => {
    florin = await startFlorin(bus);
    app = fenakaClient(florin);
  }, 90_000);
  afterAll(() => florin.stop());

  test('mistypes the number, registers, and is told when it tries again', async () => {
    const me = { name: 'Aisha', mobile, password };
    expect(await app.post('/auth/register-mobile', { ...me, mobile: '777123' })).toEqual(
      faulty(['mobile', '777123', 'invalid mobile']),
    );
    const [taps] = [await Promise.all([app.post('/auth/register-mobile', me), app.post('/auth/register-mobile', me)])];
    expect(taps.map(([status]) => status).sort()).toEqual([201, 409]);
    expect(await app.code(mobile)).toMatch(/^\d{6}$/);
  });

  test('mistypes the password, signs in, and finds the account in /v1', async () => {
    expect(await app.post('/auth/signin', { mobile, password: 'Password321?' })).toEqual(wrong);
    expect((await app.v1('GET', '/v1/users/me')).status).toBe(401);
    expect((await app.post('/auth/signin', { mobile, password }))[0]).toBe(200);
    expect((await app.v1('GET', '/v1/users/me')).body).toMatchObject({ name: 'Aisha' });
  });

  test('is not paid by a number that nobody has proven to be theirs', async () => {
    const ben = await join(florin, 'Ben Oak');
    await ben.post('/v1/deposits', { amount: 5_000, currency: 'USD' });
    const pay = { to: { mobile: international(mobile) }, amount: 1, currency: 'USD' };
    expect((await ben.post('/v1/transfers', pay)).body).toMatchObject({ status: 404, errors: [{ path: 'to' }] });
  });

  test('forgets the password, asks for the code twice, mistypes it, and gets in by the first', async () => {
    const phone = fenakaClient(florin);
    const welcome = await app.code(mobile);
    expect(await phone.post('/auth/password-reset/request', { mobile })).toEqual([200, { mobile }]);
    const otp = await app.code(mobile, welcome);
    expect(await phone.post('/auth/password-reset/request', { mobile })).toEqual([200, { mobile }]);
    for (const typed of [otp === '111111' ? '222222' : '111111', welcome]) {
      expect(await phone.post('/auth/verify-otp/password-reset', { otp: typed })).toEqual(
        faulty(['otp', typed, 'invalid otp']),
      );
    }
    expect(await phone.post('/auth/verify-otp/password-reset', { otp })).toEqual([200, { mobile }]);
    expect(await phone.post('/auth/verify-otp/password-reset', { otp })).toEqual(faulty(['otp', otp, 'invalid otp']));
    expect(await phone.post('/auth/password-reset', { password: 'P@$$w0rd' })).toEqual([200, { mobile }]);
    await waitFor(async () => (await app.v1('GET', '/v1/users/me')).status === 401, { what: 'the end of the session' });
    expect(await phone.post('/auth/signin', { mobile, password })).toEqual(wrong);
    expect((await phone.post('/auth/signin', { mobile, password: 'P@$$w0rd' }))[0]).toBe(200);
    app.state.cookie = phone.state.cookie;
  });

  test('is paid by somebody who knows only the number, which the code has proven', async () => {
    const ben = await join(florin, 'Ben Oak');
    await ben.post('/v1/deposits', { amount: 5_000, currency: 'USD' });
    const pay = { to: { mobile: international(mobile) }, amount: 1_250, currency: 'USD', note: 'For lunch' };
    await waitFor(async () => (await ben.post('/v1/transfers', pay)).status === 201, { what: 'the transfer' });
    const accounts = await app.v1('GET', '/v1/accounts');
    expect(accounts.body.data).toContainEqual(expect.objectContaining({ currency: 'USD', available: 1_250 }));
  });

  test('is held up after five wrong codes, whatever the sixth is', async () => {
    const phone = fenakaClient(florin);
    const used = await app.code(mobile);
    await phone.post('/auth/password-reset/request', { mobile });
    const otp = await app.code(mobile, used);
    const others = ['111111', '222222', '333333', '444444', '555555', '666666'].filter((typed) => typed !== otp);
    for (const typed of others.slice(0, 5)) await phone.post('/auth/verify-otp/password-reset', { otp: typed });
    const [status] = await phone.post('/auth/verify-otp/password-reset', { otp });
    expect([422, 429]).toContain(status);
  });

  test('signs out', async () => {
    expect((await app.v1('POST', '/v1/auth/logout')).status).toBe(204);
    await waitFor(async () => (await app.v1('GET', '/v1/users/me')).status === 401, { what: 'the end of the session' });
  });
});
