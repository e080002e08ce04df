import { waitFor } from '@florin/testing';
import { buses, startFlorin } from '../../../../tests/e2e/florin.ts';
import type { Florin } from '../../../../tests/e2e/florin.ts';
import { newcomer, signUp } from '../../../../tests/e2e/spotme.ts';
import { browser, customer, startGoogle } from '../../../../tests/e2e/urbanfits.ts';
import type { Browser } from '../../../../tests/e2e/urbanfits.ts';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const CARD = /^705\d{17}$/;
const DAY_MS = 86_400_000;
const LOGGED_IN = 'You are Logged in successfully !';

const no = (msg: string) => ({ success: false, msg });

let florin: Florin;
let google: Awaited<ReturnType<typeof startGoogle>>;
let ada: Awaited<ReturnType<typeof customer>>;
beforeAll(async () => {
  google = await startGoogle();
  florin = await startFlorin(buses()[0]!, { GOOGLE_CLIENT_IDS: 'client-1', GOOGLE_JWKS_URL: google.jwksUrl });
  ada = await customer(florin, 'Ada Fern');
}, 90_000);
afterAll(async () => {
  await florin.stop();
  await google.stop();
});

const userOf = ({ account: { id, name, username, email } }: typeof ada, fields: object = {}) => {
  const [firstname, ...others] = name.split(' ');
  return {
    _id: id,
    username,
    register_provider: 'urbanfits',
    image: '',
    phone_prefix: '',
    phone_number: '',
    email,
    two_fa_enabled: false,
    role: 'customer',
    is_active: true,
    uf_wallet: {
      card_number: expect.stringMatching(CARD),
      bar_code: expect.stringMatching(/^\/uf-wallet-barcodes\/705\d{17}$/),
    },
    timezone: 'UTC',
    user_agent: 'Mozilla/5.0',
    purchases: 0,
    createdAt: expect.stringMatching(TIME),
    updatedAt: expect.stringMatching(TIME),
    __v: 0,
    firstname,
    lastname: others.join(' '),
    gender: '',
    title: '',
    ...fields,
  };
};

/** The cookies of a reply as name, attributes without Expires, and the days until they expire. */
function cookiesOf(app: Browser) {
  return app.setCookies().map((set) => {
    const [pair = '', ...attributes] = set.split('; ');
    const expires = attributes.find((attribute) => attribute.startsWith('Expires='))?.slice(8) ?? '';
    const others = attributes.filter((attribute) => !attribute.startsWith('Expires='));
    return [pair.split('=')[0], others, Math.round((Date.parse(expires) - Date.now()) / DAY_MS)];
  });
}
const sessionFor = (days: number) => [
  ['session-token', ['Path=/', 'HttpOnly', 'SameSite=Lax'], days],
  ['is_logged_in', ['Path=/', 'SameSite=Lax'], days],
];
const CLEARED = [
  'session-token=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax',
  'is_logged_in=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax',
];

describe('POST /auth/login', () => {
  test.each([
    ['remembered', true, 30],
    ['in the words of a form', 'true', 30],
    ['not remembered', false, 7],
    ['not told', undefined, 7],
  ])('%s, the two cookies live as long as they should', async (_name, remember_me, days) => {
    const app = browser(florin);
    const reply = await app.post('/auth/login', { ...ada.login, remember_me });
    expect(reply).toEqual([200, { success: true, msg: LOGGED_IN, user: userOf(ada) }]);
    expect(cookiesOf(app)).toEqual(sessionFor(days));
    expect(app.cookies.get('is_logged_in')).toBe('true');
    expect(app.cookies.get('session-token')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test('takes a username, a form, and remember_me without a provider', async () => {
    const app = browser(florin);
    const { email: _, ...others } = ada.login;
    const expected = { success: true, msg: LOGGED_IN, user: userOf(ada) };
    expect(await app.post('/auth/login', { ...others, email: ada.account.username })).toEqual([200, expected]);
    const rawBody = new URLSearchParams({ ...ada.login, remember_me: 'true' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const form = await app.send('POST', '/auth/login', { rawBody, headers });
    expect([form.status, form.body]).toEqual([200, expected]);
    const { register_provider: _provider, ...bare } = ada.login;
    expect(await app.post('/auth/login', { ...bare, remember_me: false })).toEqual([200, expected]);
  });

  test.each(['12345678', 'Password321!', 'P@$$w0rd'])('takes the published password %s', async (password) => {
    const body = { ...newcomer('Cleo Ash'), password, confirmPassword: password };
    expect((await florin.http.post('/auth/signup', body)).status).toBe(200);
    const login = { email: body.email, password, register_provider: 'urbanfits', remember_me: true };
    expect((await browser(florin).post('/auth/login', login))[0]).toBe(200);
  });

  test.each<[string, object, number, string]>([
    ['no e-mail', { email: undefined }, 400, 'email is required'],
    ['an operator for an e-mail', { email: { $gt: '' } }, 400, 'email is required'],
    ['no password', { password: undefined }, 400, 'password is required'],
    ['another provider', { register_provider: 'x' }, 400, 'register_provider must be urbanfits or google'],
    ['nobody', { email: 'nobody@example.com' }, 404, 'User not found, please create an account'],
    ['a wrong password', { password: 'Password321!' }, 401, 'Your password is incorrect'],
    [
      'Google for a password account',
      { register_provider: 'google' },
      409,
      'This account is associated with urbanfits',
    ],
  ])('%s is refused', async (_name, fields, status, msg) => {
    const app = browser(florin);
    expect(await app.post('/auth/login', { ...ada.login, ...fields })).toEqual([status, no(msg)]);
    expect(app.setCookies()).toEqual([]);
  });

  test('broken JSON without a hint whose it is, and another method, answer without HTML', async () => {
    const broken = await florin.http.send('POST', '/2fa/verify-totp', { rawBody: '{' });
    expect([broken.status, broken.body]).toEqual([400, no('the body must be valid JSON')]);
    expect((await florin.http.get('/auth/login')).status).toBe(405);
  });
});

describe('with Google', () => {
  const login = (app: Browser, fields: object) => app.post('/auth/login', { register_provider: 'google', ...fields });
  const googler = async () => {
    const tag = `gil${Math.random().toString(36).slice(2, 10)}`;
    const claims = { sub: tag, email: `${tag}@example.com` };
    const made = await florin.http.post('/v1/auth/google', { idToken: google.token(claims) });
    if (made.status !== 200) throw new Error(`google: ${made.status} ${made.text}`);
    return claims;
  };

  test('an account made by Google signs in by its token, and by nothing else', async () => {
    const gil = await googler();
    const app = browser(florin);
    const [status, body] = await login(app, { email: gil.email, id_token: google.token(gil) });
    expect([status, body]).toMatchObject([
      200,
      { msg: LOGGED_IN, user: { email: gil.email, register_provider: 'google' } },
    ]);
    expect(cookiesOf(app)).toEqual(sessionFor(7));
    expect((await login(app, { email: gil.email, password: google.token(gil) }))[0]).toBe(200);
    const bad = no('Your Google sign-in could not be verified. Please sign in with Google again.');
    expect(await login(app, { email: gil.email })).toEqual([401, bad]);
    expect(await login(app, { id_token: google.token(gil, { forged: true }) })).toEqual([401, bad]);
    expect(await app.post('/auth/login', { ...ada.login, email: gil.email })).toEqual([
      409,
      no('This account is associated with google'),
    ]);
  });

  test('a token of nobody is not found, and one for an unverified password account conflicts', async () => {
    const app = browser(florin);
    expect(await login(app, { id_token: google.token({ sub: 'g-9', email: 'nobody@example.com' }) })).toEqual([
      404,
      no('User not found, please create an account'),
    ]);
    const { user } = await signUp(florin, 'Ivo Ash');
    const token = google.token({ sub: 'g-ivo', email: user.email });
    expect(await login(app, { id_token: token })).toEqual([409, no('This account is associated with urbanfits')]);
  });

  test('a verified password account is linked and signs in both ways', async () => {
    const { account, login: byPassword, app } = await customer(florin, 'Hedy Yew');
    const token = google.token({ sub: account.id, email: account.email });
    expect((await login(app, { id_token: token }))[0]).toBe(200);
    expect((await app.post('/auth/login', byPassword))[0]).toBe(200);
  });
});

describe('the session', () => {
  const routes: [string, string][] = [
    ['GET', '/2fa/get-qr-code'],
    ['POST', '/2fa/create-user-2fa'],
    ['PUT', '/2fa/update-user-2fa'],
    ['PUT', '/2fa/reset-user-2fa'],
    ['POST', '/auth/logout'],
    ['GET', '/user/get/me'],
    ['PUT', '/user/check-in'],
    ['POST', '/user/uf-wallet/spin-wheel?card_number=1'],
    ['GET', '/user/uf-wallet/get-balance?card_number=1'],
    ['GET', '/user/uf-wallet/get-points-transactions?card_number=1&limit=5'],
    ['PUT', '/user/update'],
  ];
  test.each(routes)('%s %s needs a good cookie', async (method, path) => {
    const app = browser(florin);
    const missing = await app.send(method, path);
    expect([missing.status, missing.body, app.setCookies()]).toEqual([401, no('invalid session token'), []]);
    app.cookies.set('session-token', 'a.b.c');
    const bad = await app.send(method, path);
    expect([bad.status, bad.body]).toEqual([401, no('Your session is invalid or expired. Please sign in again.')]);
    expect(app.setCookies()).toEqual(CLEARED);
  });

  test.each(routes)('%s %s takes no other method', async (method, path) => {
    const wrong = await florin.http.send(method === 'PUT' ? 'GET' : 'PUT', path);
    expect([wrong.status, wrong.body]).toEqual([405, no(expect.any(String) as string)]);
  });

  test('a page of another site can not use the cookie', async () => {
    const reply = await ada.app.send('PUT', '/user/check-in', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([reply.status, reply.body]).toEqual([403, no('A cookie signs in only requests made from our own pages')]);
  });

  test('GET /user/get/me shows the person, by cookie or by another dialect’s token', async () => {
    const expected = { success: true, msg: 'You are Logged in successfully !', user: userOf(ada) };
    expect(await ada.app.get('/user/get/me')).toEqual([200, expected]);
    const headers = { authorization: ada.token, 'user-agent': 'Mozilla/5.0' };
    expect((await florin.http.get('/user/get/me', { headers })).body).toEqual(expected);
  });

  test('PUT /user/update changes what is sent, for the person alone', async () => {
    const kim = await customer(florin, 'Kim Sea');
    const { app } = kim;
    const update = async (body: object) => app.put('/user/update', body);
    const phone = { phone_prefix: '+971', phone_number: '501234567' };
    const own = { gender: 'female', title: 'Dr.', timezone: 'Asia/Dubai', ...phone };
    const named = { firstname: 'Kim Ann', lastname: 'van der Sea' };
    const changed = (fields: object) => [
      200,
      { success: true, msg: 'Your profile has been updated.', user: userOf(kim, fields) },
    ];
    expect(await update({ ...named, ...own })).toEqual(changed({ ...named, ...own }));
    expect(await update({ lastname: 'Sea', phone_number: 501234568, gender: null, other: 1 })).toEqual(
      changed({ ...own, firstname: 'Kim Ann', lastname: 'Sea', phone_number: '501234568' }),
    );
    const [, me] = await app.get('/user/get/me');
    expect(me).toMatchObject({ user: { firstname: 'Kim Ann', title: 'Dr.', phone_number: '501234568' } });
    expect(await update({ phone_number: '', title: '' })).toEqual(
      changed({ ...own, firstname: 'Kim Ann', lastname: 'Sea', title: '', phone_prefix: '', phone_number: '' }),
    );
    expect(await update({})).toMatchObject([200, { user: { firstname: 'Kim Ann' } }]);
    const stranger = { headers: { authorization: ada.token } };
    const { body } = await florin.http.get(`/v1/users/${kim.account.id}`, stranger);
    expect(Object.keys(body as object).sort()).toEqual(['hasPicture', 'id', 'name', 'relation', 'username']);
  });

  test.each([
    [{ firstname: '' }, 'firstname is required'],
    [{ firstname: ['Kim'] }, 'firstname must be text'],
    [{ gender: 'x'.repeat(31) }, 'gender must have at most 30 characters'],
    [{ timezone: 'Mars/Olympus' }, 'timezone must be an IANA time zone such as Europe/Berlin'],
    [{ phone_number: '501234567' }, 'phone_prefix is required'],
    [{ phone_prefix: '+971', phone_number: 'x' }, 'phone_number must be an international number such as +971501234567'],
  ])('PUT /user/update refuses %j', async (body, msg) => {
    expect(await ada.app.put('/user/update', body)).toEqual([400, no(msg)]);
  });

  test('POST /auth/logout clears the cookies and ends the session', async () => {
    const { app } = await customer(florin, 'Ivo Bay', { remember_me: true });
    const token = app.cookies.get('session-token');
    expect(await app.post('/auth/logout', {})).toEqual([
      200,
      { success: true, msg: 'You are Logged out successfully !' },
    ]);
    expect(app.setCookies()).toEqual(CLEARED);
    expect([...app.cookies.keys()]).toEqual([]);
    await waitFor(
      async () => {
        app.cookies.set('session-token', token!);
        return (await app.get('/user/get/me'))[0] === 401;
      },
      { timeoutMs: 5_000, what: 'the end of the session' },
    );
    expect(app.setCookies()).toEqual(CLEARED);
  });
});

test('GET /uf-wallet-barcodes/:card_number is an image, or not found', async () => {
  const image = await fetch(`${florin.url}/uf-wallet-barcodes/${ada.card}`);
  expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(
    Buffer.from(await image.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  for (const number of ['70500000000000000000', 'x']) {
    const reply = await florin.http.get(`/uf-wallet-barcodes/${number}`);
    expect([reply.status, reply.body]).toEqual([404, no('There is no card with this number.')]);
  }
});
