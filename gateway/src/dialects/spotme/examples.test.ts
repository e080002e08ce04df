import { randomBytes } from 'node:crypto';
import { waitFor } from '@florin/testing';
import { buses, startFlorin, type Florin } from '../../../../tests/e2e/florin.ts';
import { codeFor } from '../../../../tests/e2e/people.ts';
import {
  BEARER_JWT,
  ID,
  PNG,
  asForm,
  newcomer,
  shown,
  signUp,
  withToken,
  type SpotMePerson,
} from '../../../../tests/e2e/spotme.ts';

const INVALID = { message: 'Invalid input! Please provide a proper input and try again' };
const EMAIL = { message: 'Email is already in use. Please use another email address or sign in' };
const USERNAME = { message: 'Username is already in use. Please select another username or sign in' };
const UNAUTHORIZED = { message: 'Unauthorized' };

let florin: Florin;
let ada: SpotMePerson;
let ben: SpotMePerson;
beforeAll(async () => {
  florin = await startFlorin(buses()[0]!);
  [ada, ben] = await Promise.all([signUp(florin, 'Ada Fern'), signUp(florin, 'Ben Oak')]);
}, 90_000);
afterAll(() => florin.stop());

describe('POST /auth/signup', () => {
  test.each(['12345678', 'Password321!', 'P@$$w0rd'])('signs up and in with %s', async (password) => {
    const body = { ...newcomer('Cleo Ash'), password, confirmPassword: password };
    const { name, username, email } = body;
    expect(await shown(florin.http.post('/auth/signup', body))).toEqual([
      200,
      {
        message: 'Successfully signed up the user!',
        token: expect.stringMatching(BEARER_JWT),
        expiresIn: '1d',
        user: { id: expect.stringMatching(ID), name, username, email, balance: 0, img: '' },
      },
    ]);
  });

  test('takes a form, the query string, a trailing slash and a username of one letter', async () => {
    const one = newcomer('Cleo Ash');
    expect((await florin.http.send('POST', '/auth/signup/', asForm(one))).status).toBe(200);
    const query = new URLSearchParams({ ...newcomer('Cleo Ash'), username: 'z' });
    const reply = await florin.http.send('POST', `/auth/signup?${query.toString()}`);
    expect(reply.body).toMatchObject({ user: { username: 'z' } });
  });

  const wrong = (fields: object) => shown(florin.http.post('/auth/signup', { ...newcomer('Dora Elm'), ...fields }));
  test.each<[string, () => object, number, object]>([
    ['no e-mail', () => ({ email: undefined }), 403, EMAIL],
    ['no e-mail nor anything else', () => ({ email: '', username: '', name: '', password: '' }), 403, EMAIL],
    ['a malformed e-mail and a bad username', () => ({ email: 'ada@', username: 'a b' }), 403, EMAIL],
    ['an operator for an e-mail', () => ({ email: { $gt: '' } }), 403, EMAIL],
    ['a taken e-mail', () => ({ email: ada.user.email }), 403, EMAIL],
    ['a taken e-mail in capitals', () => ({ email: ada.user.email.toUpperCase() }), 403, EMAIL],
    ['a taken e-mail and a bad password', () => ({ email: ada.user.email, password: 'x' }), 403, EMAIL],
    ['a taken e-mail and a malformed username', () => ({ email: ada.user.email, username: 'a b' }), 403, EMAIL],
    ['no username', () => ({ username: undefined }), 403, USERNAME],
    ['a taken username', () => ({ username: ada.user.username }), 403, USERNAME],
    ['a taken username and no name', () => ({ username: ada.user.username.toUpperCase(), name: '' }), 403, USERNAME],
    ['a malformed username', () => ({ username: 'no spaces' }), 403, USERNAME],
    ['no name', () => ({ name: undefined }), 400, INVALID],
    ['a short password', () => ({ password: '1234567', confirmPassword: '1234567' }), 400, INVALID],
    ['no password', () => ({ password: undefined, confirmPassword: undefined }), 400, INVALID],
    ['another confirmation', () => ({ confirmPassword: '12345679' }), 400, INVALID],
  ])('%s is refused', async (_name, fields, status, body) => {
    expect(await wrong(fields())).toEqual([status, body]);
  });
});

describe('POST /auth/login', () => {
  const login = (body: object) => shown(florin.http.post('/auth/login', body));
  const refused = [401, { message: 'Incorrect username or password! Please try again.' }];

  test('signs in, by JSON, form or query string', async () => {
    const fields = { email: ada.user.email, password: '12345678' };
    const expected = {
      message: 'Successfully logged in the user!',
      token: expect.stringMatching(BEARER_JWT),
      expiresIn: '1d',
      user: ada.user,
    };
    expect(await login(fields)).toEqual([200, expected]);
    expect((await florin.http.send('POST', '/auth/login/', asForm(fields))).body).toEqual(expected);
    const query = new URLSearchParams(fields).toString();
    expect((await florin.http.send('POST', `/auth/login?${query}`)).body).toEqual(expected);
  });

  test('an unknown user, a wrong password and no password are answered alike', async () => {
    expect(await login({ email: ada.user.email, password: 'Password321!' })).toEqual(refused);
    expect(await login({ email: 'nobody@example.com', password: '12345678' })).toEqual(refused);
    expect(await login({ email: ada.user.email })).toEqual(refused);
    expect(await login({ email: { $gt: '' }, password: { $gt: '' } })).toEqual(refused);
  });

  test('with 2FA turned on elsewhere there is no token, but a word on what to do', async () => {
    const eve = await signUp(florin, 'Eve Fir');
    const { email } = eve.user;
    await eve.post('/v1/auth/verify-email', { email, code: await codeFor(florin, email) });
    const on = await eve.post('/v1/auth/2fa/otp', { channel: 'email' });
    expect(on.status).toBe(200);
    const [status, body] = await login({ email, password: '12345678' });
    expect([status, body]).toEqual([403, { message: expect.stringMatching(/^Two-factor .* turn .* off/) }]);
  });

  test('broken JSON is a message too', async () => {
    const reply = await florin.http.send('POST', '/auth/login', { rawBody: '{' });
    expect([reply.status, reply.body]).toEqual([400, { message: 'the body must be valid JSON' }]);
  });
});

describe('without a good token', () => {
  const routes: [string, string][] = [
    ['POST', '/auth/change-password'],
    ['POST', '/auth/change-account'],
    ['POST', '/auth/update-profile-pic'],
    ['GET', '/auth/profile-pic'],
    ['GET', '/auth/search-query?query=a'],
    ['GET', '/auth/is-friend'],
    ['GET', '/auth/all-friends'],
    ['POST', '/auth/add-friend'],
    ['POST', '/auth/handle-friend-request'],
    ['POST', '/transaction/send'],
    ['POST', '/transaction/add-balance'],
    ['GET', '/transaction/user-transactions'],
    ['GET', '/transaction/all-transactions/'],
  ];
  test.each(routes)('%s %s is Unauthorized', async (method, path) => {
    expect(await shown(florin.http.send(method, path))).toEqual([401, UNAUTHORIZED]);
    const headers = { authorization: 'Bearer not.a.token' };
    expect(await shown(florin.http.send(method, path, { headers }))).toEqual([401, UNAUTHORIZED]);
  });

  test('a token of which clients repeat the Bearer is good', async () => {
    expect((await withToken(florin, `Bearer ${ada.token}`).get('/auth/profile-pic')).status).toBe(200);
  });
});

describe('POST /auth/change-password', () => {
  const change = (person: SpotMePerson, currentPassword: string, newPassword: string, confirmPassword = newPassword) =>
    shown(person.post('/auth/change-password', { currentPassword, newPassword, confirmPassword }));

  test('answers a new token and ends the old ones', async () => {
    const finn = await signUp(florin, 'Finn Gum');
    const [status, body] = await change(finn, '12345678', 'Password321!');
    expect([status, body]).toEqual([
      200,
      {
        message: 'Successfully changed password',
        token: expect.stringMatching(BEARER_JWT),
        expiresIn: '1d',
        user: finn.user,
      },
    ]);
    expect((await withToken(florin, (body as SpotMePerson).token).get('/auth/profile-pic')).status).toBe(200);
    await waitFor(async () => (await finn.get('/auth/profile-pic')).status === 401, {
      timeoutMs: 5_000,
      what: 'the end of the old token',
    });
  });

  test('is refused in the published order', async () => {
    const refused = (message: string) => [400, { message }];
    expect(await change(ada, '', 'a', 'b')).toEqual(refused("Passwords can't be empty"));
    expect(await change(ada, '12345678', '12345678', 'b')).toEqual(
      refused('New Password and Confirm Password must match'),
    );
    expect(await change(ada, '12345678', '12345678')).toEqual(
      refused('New password must be different from the current password!'),
    );
    expect(await change(ada, 'Password321!', 'P@$$w0rd')).toEqual(refused('Current Password does not match the user'));
    expect(await change(ada, '12345678', 'short')).toEqual([
      400,
      { message: expect.stringContaining('must be at least 8 characters') },
    ]);
  });
});

describe('POST /auth/change-account', () => {
  const change = (updateType: unknown, updatedField: unknown) =>
    shown(ada.post('/auth/change-account', { updateType, updatedField }));
  const NO_NAME = { message: 'Please select a new name/username that is at least 1 character long!' };

  test('changes name and username', async () => {
    const username = `ada${randomBytes(4).toString('hex')}`;
    ada.user = { ...ada.user, name: 'Ada Lovelace' };
    const message = 'Succesfully updated the user!';
    expect(await change('name', 'Ada Lovelace')).toEqual([200, { message, user: ada.user }]);
    ada.user = { ...ada.user, username };
    expect(await change('username', username)).toEqual([200, { message, user: ada.user }]);
    await waitFor(async () => (await ada.get('/auth/profile-pic')).body.user.username === username);
  });

  test.each<[string, () => [unknown, unknown], number, object]>([
    ['an empty name', () => ['name', ''], 400, NO_NAME],
    ['the same name', () => ['name', ada.user.name], 400, NO_NAME],
    ['an empty username', () => ['username', ' '], 400, NO_NAME],
    ['the same username', () => ['username', ada.user.username], 400, NO_NAME],
    ['another type', () => ['email', 'x@example.com'], 400, { message: 'Unable to update account information!' }],
    ['no type', () => [undefined, undefined], 400, { message: 'Unable to update account information!' }],
    ['a taken username', () => ['username', ben.user.username], 403, USERNAME],
  ])('%s is refused', async (_name, fields, status, body) => {
    expect(await change(...fields())).toEqual([status, body]);
  });
});

describe('pictures', () => {
  const set = (person: SpotMePerson, profileData64: unknown) =>
    shown(person.post('/auth/update-profile-pic', { profileData64 }));
  const refused = [400, { message: 'Must include valid profile picture' }];

  test('there is none at first, and then the one that was set', async () => {
    const gus = await signUp(florin, 'Gus Hop');
    const none = { message: 'Retrieved profile pic', profilePic: '', user: gus.user };
    expect(await shown(gus.get('/auth/profile-pic'))).toEqual([200, none]);
    const img = expect.stringMatching(/^[A-Za-z0-9+/]{20,}={0,2}$/);
    const user = { ...gus.user, img };
    expect(await set(gus, PNG)).toEqual([200, { message: 'Successfully updated profile picture', user }]);
    expect(await shown(gus.post('/auth/profile-pic'))).toEqual([
      200,
      { message: 'Retrieved profile pic', profilePic: img, user },
    ]);
    expect((await set(gus, `data:image/png;base64,${PNG}`))[0]).toBe(200);
    const login = await florin.http.post('/auth/login', { email: gus.user.email, password: '12345678' });
    expect(login.body.user).toEqual(user);
  });

  test('what is no image or too large is refused, 12 MB are taken', async () => {
    for (const data of ['', 'testData', undefined, { $gt: '' }, Buffer.from('<svg/>').toString('base64')]) {
      expect(await set(ada, data)).toEqual(refused);
    }
    const png = Buffer.from(PNG, 'base64');
    const padded = (bytes: number) => Buffer.concat([png, Buffer.alloc(bytes - png.length)]).toString('base64');
    const twelve = 12 * 1024 * 1024;
    expect((await set(ada, padded(twelve)))[0]).toBe(200);
    expect(await set(ada, padded(twelve + 1))).toEqual(refused);
    expect(await set(ada, padded(2 * twelve))).toEqual(refused);
    const stranger = florin.http.post('/auth/update-profile-pic', { profileData64: padded(twelve) });
    expect(await shown(stranger)).toEqual([401, { message: 'Unauthorized' }]);
  });
});

test('what is not there is told in a message', async () => {
  expect(await shown(florin.http.get('/transaction/nothing'))).toEqual([404, { message: expect.any(String) }]);
  expect(await shown(florin.http.get('/transaction/send'))).toEqual([405, { message: expect.any(String) }]);
});

test('an account made here signs in to /v1 once its address is verified', async () => {
  const { email } = ada.user;
  const login = () => florin.http.post('/v1/auth/login', { identifier: email, password: '12345678' });
  expect((await login()).body).toMatchObject({ status: 403, code: 'EMAIL_NOT_VERIFIED' });
  await florin.http.post('/v1/auth/verify-email', { email, code: await codeFor(florin, email) });
  expect((await login()).status).toBe(200);
});
