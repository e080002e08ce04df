import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buses, startFlorin, type Florin } from '../../../../tests/e2e/florin.ts';
import { codeFor } from '../../../../tests/e2e/people.ts';
import { browser, customer, enrol, grantAdmin } from '../../../../tests/e2e/urbanfits.ts';

const DAY_MS = 86_400_000;
const NOBODY = '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4';
const WRONG = 'The code is either wrong or expired. Please try again.';
const NOT_ENABLED = 'This user does not have 2FA enabled.';
const no = (msg: string) => ({ success: false, msg });

let florin: Florin;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'florin-urbanfits-'));
  florin = await startFlorin(buses()[0]!, { FLORIN_DATA: dataDir });
}, 90_000);
afterAll(async () => {
  await florin.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A second browser of the same person, up to where the code is asked for. */
async function halfway(login: object) {
  const app = browser(florin);
  const [status, body] = await app.post('/auth/login', login);
  expect([status, body]).toEqual([200, { success: true, msg: '', redirect_url: expect.any(String) as string }]);
  const url = new URL((body as { redirect_url: string }).redirect_url, florin.url);
  expect(url.pathname).toBe('/auth/confirm-2fa-totp');
  return { app, user_id: url.searchParams.get('user_id')!, challenge: url.searchParams.get('challenge')! };
}

const sessionDays = (sets: string[]) =>
  sets
    .filter((set) => set.startsWith('session-token=') || set.startsWith('is_logged_in='))
    .map((set) => Math.round((Date.parse(/Expires=([^;]+)/.exec(set)?.[1] ?? '') - Date.now()) / DAY_MS));

describe('setting up', () => {
  test('the QR code, a wrong code, another secret, the right ones, and not twice', async () => {
    const { app } = await customer(florin, 'Ada Fern');
    const [status, qr] = await app.get('/2fa/get-qr-code');
    expect([status, qr]).toEqual([
      200,
      {
        success: true,
        msg: 'Scan the QR code with your authenticator app.',
        qrSecret: expect.stringMatching(/^[A-Z2-7]{16,}$/) as string,
        qrCodeUrl: expect.stringMatching(/^data:image\/png;base64,/) as string,
      },
    ]);
    const { qrSecret: qr_secret } = qr as { qrSecret: string };
    const wrong = [401, no('Your code is either wrong or expired. Please try again.')];
    expect(await app.post('/2fa/create-user-2fa', { qr_secret, totp_code: 'abcdef' })).toEqual(wrong);
    expect(await app.post('/2fa/create-user-2fa', { qr_secret })).toEqual(wrong);
    expect(await app.put('/2fa/update-user-2fa', { totp_code: '123456' })).toEqual([400, no(NOT_ENABLED)]);
    const phone = await enrol(app);
    const other = { qr_secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', totp_code: phone.next() };
    const enrolled = [400, no('2FA is already set up for this account.')];
    expect(await app.post('/2fa/create-user-2fa', other)).toEqual(enrolled);
    expect(await app.get('/2fa/get-qr-code')).toEqual(enrolled);
    const [, me] = await app.get('/user/get/me');
    expect(me).toMatchObject({ user: { two_fa_enabled: true } });
  });

  test('update-user-2fa turns it off and says so, refuses a wrong code and none', async () => {
    const { app, login, account } = await customer(florin, 'Ben Oak');
    const phone = await enrol(app);
    expect(await app.put('/2fa/update-user-2fa', {})).toEqual([400, no('totp_code is required')]);
    expect(await app.put('/2fa/update-user-2fa', { totp_code: phone.wrong() })).toEqual([
      401,
      no('Your code is either wrong or expired. Please try again.'),
    ]);
    const off = await app.put('/2fa/update-user-2fa', { totp_code: phone.next() });
    const shown = (two_fa_enabled: boolean, msg: string) => [
      200,
      { success: true, msg, user: expect.objectContaining({ two_fa_enabled }) as object },
    ];
    expect(off).toEqual(shown(false, 'Your 2FA has been disabled successfully.'));
    const free = browser(florin);
    expect((await free.post('/auth/login', login))[1]).toMatchObject({ msg: 'You are Logged in successfully !' });
    const body = { user_id: account.id, totp_code: '123456' };
    expect(await free.post('/2fa/verify-totp', body)).toEqual([400, no(NOT_ENABLED)]);
    const on = await app.put('/2fa/update-user-2fa', { totp_code: phone.next() });
    expect(on).toEqual(shown(true, '2FA has been enabled.'));
  });
});

describe('POST /2fa/verify-totp', () => {
  test('what is missing, unknown or wrong is refused; the right code signs in for 30 days, once', async () => {
    const { app: first, login } = await customer(florin, 'Cleo Ash', { remember_me: true });
    const phone = await enrol(first);
    const { app, user_id, challenge } = await halfway(login);
    expect([...app.cookies.keys()]).toEqual(['two-fa-challenge']);
    expect(app.setCookies()[0]).toMatch(/^two-fa-challenge=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const verify = (body: object) => app.post('/2fa/verify-totp', body);
    const missing = [401, no('totp_code and user_id are required')];
    expect(await verify({ user_id, challenge })).toEqual(missing);
    expect(await verify({ totp_code: '123456', challenge })).toEqual(missing);
    for (const unknown of [NOBODY, '507f1f77bcf86cd799439011']) {
      const reply = await verify({ totp_code: '123456', user_id: unknown, challenge });
      expect(reply).toEqual([404, no('User does not exist.')]);
    }
    expect(await verify({ totp_code: phone.wrong(), user_id, challenge })).toEqual([401, no(WRONG)]);
    const code = phone.next();
    const [status, body] = await verify({ totp_code: code, user_id, challenge });
    const user = expect.objectContaining({ _id: user_id, two_fa_enabled: true }) as object;
    expect([status, body]).toEqual([200, { success: true, msg: 'You are signed in successfully!', user }]);
    expect(sessionDays(app.setCookies())).toEqual([30, 30]);
    expect([...app.cookies.keys()]).toEqual(['session-token', 'is_logged_in']);
    expect((await app.get('/user/get/me'))[0]).toBe(200);
    const again = browser(florin);
    const replay = { totp_code: phone.next(), user_id, challenge };
    expect(await again.post('/2fa/verify-totp', replay)).toEqual([401, no(WRONG)]);
  });

  test('the challenge may come by cookie alone, from no other site, and user_id in the query', async () => {
    const { app: first, login } = await customer(florin, 'Dora Elm');
    const phone = await enrol(first);
    const { app, user_id } = await halfway(login);
    const path = `/2fa/verify-totp?user_id=${user_id}`;
    const body = { totp_code: phone.next() };
    expect(await browser(florin).post(path, body)).toEqual([401, no(WRONG)]);
    const crossSite = await app.send('POST', path, { body, headers: { 'sec-fetch-site': 'cross-site' } });
    expect([crossSite.status, crossSite.body]).toEqual([401, no(WRONG)]);
    expect((await app.post(path, body))[0]).toBe(200);
    expect(sessionDays(app.setCookies())).toEqual([7, 7]);
  });

  test('five wrong tries use a challenge up', async () => {
    const { app: first, login } = await customer(florin, 'Eve Fir');
    const phone = await enrol(first);
    const { app, user_id, challenge } = await halfway(login);
    const verify = (totp_code: string) => app.post('/2fa/verify-totp', { totp_code, user_id, challenge });
    for (let tries = 0; tries < 5; tries += 1) expect(await verify(phone.wrong())).toEqual([401, no(WRONG)]);
    expect((await verify(phone.next()))[0]).toBe(401);
  });
});

test('a person whose second factor is a code by e-mail gets one at login, and it counts here', async () => {
  const { account, login, token } = await customer(florin, 'Fay Gum');
  const { email } = account;
  const first = await codeFor(florin, email);
  await florin.http.post('/v1/auth/verify-email', { email, code: first });
  const headers = { authorization: token };
  expect((await florin.http.post('/v1/auth/2fa/otp', { channel: 'email' }, { headers })).status).toBe(200);
  const { app, user_id, challenge } = await halfway(login);
  const totp_code = await codeFor(florin, email, first);
  expect((await app.post('/2fa/verify-totp', { user_id, challenge, totp_code }))[0]).toBe(200);
});

test('PUT /2fa/reset-user-2fa is an admin’s', async () => {
  const { app: lost, login, account } = await customer(florin, 'Gil Hay');
  await enrol(lost);
  const { app: plain, account: boss, login: bossLogin } = await customer(florin, 'Hedy Yew');
  const body = { user_id: account.id };
  expect(await plain.put('/2fa/reset-user-2fa', body)).toEqual([401, no('Only an admin can do this.')]);
  await grantAdmin(dataDir, boss.email);
  const admin = browser(florin);
  expect(await admin.post('/auth/login', bossLogin)).toMatchObject([200, { user: { role: 'administrator' } }]);
  const reset = (sent: object) => admin.put('/2fa/reset-user-2fa', sent);
  expect(await reset({})).toEqual([400, no('user_id is required')]);
  expect(await reset({ user_id: NOBODY })).toEqual([404, no('User does not exist.')]);
  expect(await reset({ user_id: boss.id })).toEqual([400, no(NOT_ENABLED)]);
  expect(await reset(body)).toEqual([
    200,
    {
      success: true,
      msg: `${account.username}'s 2FA has been reset.`,
      user: expect.objectContaining({ two_fa_enabled: false }),
    },
  ]);
  expect((await browser(florin).post('/auth/login', login))[1]).toMatchObject({ user: { two_fa_enabled: false } });
});
