import { faulty, fenakaClient, newMobile } from '../../../../tests/e2e/fenaka-client.ts';
import { buses, startFlorin, type Florin } from '../../../../tests/e2e/florin.ts';
import { ID, TIME } from '../../../../tests/e2e/tracker-client.ts';

const MOBILE = '7771234';
const PASSWORD = 'Password321!';
const SHORT = 'must be at least 8 characters';
const DAY_MS = 86_400_000;
const WRONG = [401, { error: 'incorrect credentials' }];
const NOT_FOUND = [404, { error: 'not-found' }];

const person = (mobile: string, email: string | null = null) => ({
  id: ID,
  name: 'Aisha',
  mobile,
  email,
  createdAt: TIME,
  updatedAt: TIME,
  deletedAt: null,
});

let florin: Florin;
beforeAll(async () => {
  florin = await startFlorin(buses()[0]!);
  await fenakaClient(florin).post('/auth/register-mobile', { name: 'Aisha', mobile: MOBILE, password: PASSWORD });
}, 90_000);
afterAll(() => florin.stop());

describe('POST /auth/signin', () => {
  test('signs in for sixty days by a cookie that works in /v1', async () => {
    const app = fenakaClient(florin);
    expect(await app.post('/auth/signin', { mobile: MOBILE, password: PASSWORD })).toEqual([200, person(MOBILE)]);
    expect(app.state.setCookies).toEqual([
      expect.stringMatching(/^connect\.sid=[\w-]{20,}; Path=\/; Expires=[^;]+ GMT; HttpOnly; SameSite=Lax$/),
    ]);
    const expires = new Date(/Expires=([^;]+)/.exec(app.state.setCookies[0]!)![1]!).getTime();
    expect(Math.abs(expires - Date.now() - 60 * DAY_MS)).toBeLessThan(60_000);
    expect((await app.v1('GET', '/v1/users/me')).body).toMatchObject({ name: 'Aisha' });
  });

  test('takes a form, and a number as JSON', async () => {
    expect(await fenakaClient(florin).form('/auth/signin', { mobile: MOBILE, password: PASSWORD })).toEqual([
      200,
      person(MOBILE),
    ]);
    expect(await fenakaClient(florin).post('/auth/signin', { mobile: 7_771_234, password: PASSWORD })).toEqual([
      200,
      person(MOBILE),
    ]);
  });

  test.each([
    [MOBILE, 'Password321?'],
    ['7000000', PASSWORD],
  ])('mobile %s with %s is incorrect', async (mobile, password) => {
    expect(await fenakaClient(florin).post('/auth/signin', { mobile, password })).toEqual(WRONG);
    expect(await fenakaClient(florin).form('/auth/signin', { mobile, password })).toEqual(WRONG);
  });

  const long = 'x'.repeat(7);
  test.each<[object, [number, unknown]]>([
    [{ mobile: '0000', password: 'Kee' }, faulty(['mobile', '0000', 'invalid mobile'], ['password', 'Kee', SHORT])],
    [{ password: 'Kee', mobile: '0000' }, faulty(['mobile', '0000', 'invalid mobile'], ['password', 'Kee', SHORT])],
    [{ mobile: '77712345', password: PASSWORD }, faulty(['mobile', '77712345', 'invalid mobile'])],
    [{ mobile: '777123a', password: PASSWORD }, faulty(['mobile', '777123a', 'invalid mobile'])],
    [{ mobile: '+9607771234', password: PASSWORD }, faulty(['mobile', '+9607771234', 'invalid mobile'])],
    [{ mobile: ' 7771234', password: PASSWORD }, faulty(['mobile', ' 7771234', 'invalid mobile'])],
    [{ mobile: MOBILE, password: long }, faulty(['password', long, SHORT])],
    [{ mobile: '7000000', password: long }, faulty(['password', long, SHORT])],
    [{}, faulty(['mobile', undefined, 'invalid mobile'], ['password', undefined, SHORT])],
    [{ mobile: null, password: '' }, faulty(['mobile', null, 'invalid mobile'], ['password', '', SHORT])],
    [
      { mobile: { $gt: '' }, password: ['a'] },
      faulty(['mobile', { $gt: '' }, 'invalid mobile'], ['password', ['a'], SHORT]),
    ],
  ])('%j is refused field by field', async (body, refused) => {
    const app = fenakaClient(florin);
    expect(await app.post('/auth/signin', body)).toEqual(refused);
    expect(app.state.setCookies).toEqual([]);
  });
});

describe('POST /auth/register-mobile', () => {
  const path = '/auth/register-mobile';

  test('makes an account and sends a text; the number is then taken', async () => {
    const app = fenakaClient(florin);
    const mobile = newMobile();
    const email = `aisha${mobile}@example.com`;
    const body = { name: 'Aisha', mobile, password: '12345678', email };
    expect(await app.post(path, body)).toEqual([201, person(mobile, email)]);
    expect(app.state.setCookies).toEqual([]);
    expect(await app.code(mobile)).toMatch(/^\d{6}$/);
    expect(await app.post(path, body)).toEqual([409, { error: 'mobile already registered' }]);
    expect(await app.post(path, { ...body, mobile: newMobile() })).toEqual([
      409,
      { error: 'email already registered' },
    ]);
    expect(await app.post('/auth/signin', body)).toEqual([200, person(mobile, email)]);
  });

  test('takes a form and no e-mail', async () => {
    const mobile = newMobile();
    const fields = { name: 'Aisha', mobile, password: 'P@$$w0rd', email: '' };
    expect(await fenakaClient(florin).form(path, fields)).toEqual([201, person(mobile)]);
  });

  test('lists every fault in the order of the fields', async () => {
    expect(await fenakaClient(florin).post(path, { email: 'a@b', password: 'Kee', mobile: '0000', name: ' ' })).toEqual(
      faulty(
        ['name', ' ', 'is required'],
        ['mobile', '0000', 'invalid mobile'],
        ['password', 'Kee', SHORT],
        ['email', 'a@b', 'invalid email'],
      ),
    );
    const password = 'x'.repeat(257);
    expect(await fenakaClient(florin).post(path, { name: 'Aisha', mobile: newMobile(), password })).toEqual(
      faulty(['password', password, 'must be at most 256 characters']),
    );
  });
});

describe('the three steps to a new password', () => {
  const REQUEST = '/auth/password-reset/request';
  const VERIFY = '/auth/verify-otp/password-reset';
  const RESET = '/auth/password-reset';

  test('work with the cookie of the first, and end every session', async () => {
    const mobile = newMobile();
    const app = fenakaClient(florin);
    const other = fenakaClient(florin);
    await app.post('/auth/register-mobile', { name: 'Aisha', mobile, password: PASSWORD });
    const welcome = await app.code(mobile);
    await other.post('/auth/signin', { mobile, password: PASSWORD });
    expect(await app.form(REQUEST, { mobile })).toEqual([200, { mobile }]);
    expect(app.state.setCookies).toEqual([
      expect.stringMatching(/^connect\.sid=[\w-]{20,}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect((await app.v1('GET', '/v1/users/me')).status).toBe(401);
    const otp = await app.code(mobile, welcome);
    const early = await app.post(RESET, { password: 'P@$$w0rd' });
    expect(early).toEqual([401, { error: 'unauthorized' }]);
    const wrong = otp === '111111' ? '222222' : '111111';
    expect(await app.post(VERIFY, { otp: wrong })).toEqual(faulty(['otp', wrong, 'invalid otp']));
    expect(await fenakaClient(florin).post(VERIFY, { otp })).toEqual(faulty(['otp', otp, 'invalid otp']));
    expect(await other.post(VERIFY, { otp })).toEqual(faulty(['otp', otp, 'invalid otp']));
    expect(await app.form(VERIFY, { otp })).toEqual([200, { mobile }]);
    expect(await app.post(RESET, { password: 'Kee' })).toEqual(faulty(['password', 'Kee', SHORT]));
    expect(await fenakaClient(florin).post(RESET, { password: 'P@$$w0rd' })).toEqual(early);
    expect(await app.post(RESET, { password: 'P@$$w0rd' })).toEqual([200, { mobile }]);
    expect(await app.post(RESET, { password: 'P@$$w0rd' })).toEqual(early);
    expect((await other.v1('GET', '/v1/users/me')).status).toBe(401);
    expect(await app.post('/auth/signin', { mobile, password: PASSWORD })).toEqual(WRONG);
    expect(await app.post('/auth/signin', { mobile, password: 'P@$$w0rd' })).toEqual([200, person(mobile)]);
  });

  test('a number that nobody has is not found, one that is none is refused', async () => {
    expect(await fenakaClient(florin).post(REQUEST, { mobile: '7000000' })).toEqual(NOT_FOUND);
    expect(await fenakaClient(florin).form(REQUEST, { mobile: '7000000' })).toEqual(NOT_FOUND);
    expect(await fenakaClient(florin).post(REQUEST, { mobile: '0000' })).toEqual(
      faulty(['mobile', '0000', 'invalid mobile']),
    );
    expect(await fenakaClient(florin).post(VERIFY, {})).toEqual(faulty(['otp', undefined, 'invalid otp']));
  });
});

describe('anything else', () => {
  test('a body that can not be read answers 400 in the published shape', async () => {
    for (const rawBody of ['{', '[]', 'null']) {
      const reply = await florin.http.send('POST', '/auth/signin', {
        rawBody,
        headers: { 'content-type': 'application/json' },
      });
      expect([reply.status, reply.body]).toEqual([400, { error: expect.any(String) }]);
    }
  });

  test('a wrong method and an unknown path are refused in the published shape', async () => {
    const wrong = await florin.http.get('/auth/signin');
    expect([wrong.status, wrong.body]).toEqual([405, { error: expect.any(String) }]);
    const unknown = await florin.http.post('/auth/password-reset/confirm', {});
    expect([unknown.status, unknown.body]).toEqual(NOT_FOUND);
  });

  test('another site can neither sign anybody in nor use the cookie to change something', async () => {
    const app = fenakaClient(florin);
    const credentials = { mobile: MOBILE, password: PASSWORD };
    const foreign = { origin: 'https://elsewhere.example' };
    const refused = [403, { error: expect.any(String) }];
    expect(await app.post('/auth/signin', credentials, foreign)).toEqual(refused);
    expect(await app.post('/auth/password-reset', { password: PASSWORD }, { 'sec-fetch-site': 'cross-site' })).toEqual(
      refused,
    );
    await app.post('/auth/signin', credentials);
    expect((await app.v1('PATCH', '/v1/users/me', { timeZone: 'Indian/Maldives' }, foreign)).status).toBe(403);
    expect((await app.v1('PATCH', '/v1/users/me', { timeZone: 'Indian/Maldives' })).status).toBe(200);
  });
});
