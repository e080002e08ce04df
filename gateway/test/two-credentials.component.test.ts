import { newId } from '@florin/service-kit';
import { TOKEN_COOKIE as SESSION_COOKIE } from '../src/session/sign-in.ts';
import { identityOf } from './support/upstream.ts';
import { createHarness, type Harness } from './harness.ts';

const introspectSession = () => Promise.resolve({ active: false });
const signIn = () => Promise.resolve({ outcome: 'OUTCOME_WRONG_PASSWORD' });
let harness: Harness;
beforeAll(async () => {
  harness = await createHarness({}, {}, { auth: { introspectSession, signIn } });
  await harness.ready();
});
afterAll(() => harness.stop());

const ada = newId();
const cookieOf = (token: string) => ({ cookie: `${SESSION_COOKIE}=${token}` });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const read = (headers: Record<string, string>) => harness.http.get('/v1/transfers', { headers });

test.each([
  ['forged', () => `${harness.token({ sub: newId() }).slice(0, -8)}AAAAAAAA`],
  ['expired', () => harness.token({ sub: ada, exp: 1_000 })],
])('a bearer that is %s is refused, though the cookie beside it is good', async (_name, token) => {
  const headers = { ...bearer(token()), ...cookieOf(harness.token({ sub: ada })) };
  expect((await read(headers)).status).toBe(401);
  // a dialect's route that needs a person, and one that does not
  expect((await harness.http.get('/user/get/me', { headers })).status).toBe(401);
  const login = { mobile: '7771234', password: 'Password321!' };
  expect((await harness.http.post('/auth/signin', login, { headers })).body).toEqual({
    error: 'incorrect credentials',
  });
});

test("a good bearer beside another person's good cookie is refused, beside the same person's it is taken", async () => {
  const token = bearer(harness.token({ sub: ada }));
  expect((await read({ ...token, ...cookieOf(harness.token({ sub: newId() })) })).status).toBe(401);
  const same = await read({ ...token, ...cookieOf(harness.token({ sub: ada })) });
  expect([same.status, identityOf(same.body.headers)?.userId]).toEqual([200, ada]);
});

test('a dead cookie is ignored beside a good bearer, and taken away unless it may bind a password reset', async () => {
  const headers = { ...bearer(harness.token({ sub: ada })), cookie: 'session-token=a.b.c; connect.sid=gone' };
  const reply = await harness.http.get('/user/nothing', { headers });
  expect(reply.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])).toEqual(['session-token=']);
  expect((await read(headers)).status).toBe(200);
});

test("an app's fixed bearer, which is no token, goes on passing by", async () => {
  const reply = await read({ authorization: 'Bearer TOKEN', ...cookieOf(harness.token({ sub: ada })) });
  expect([reply.status, identityOf(reply.body.headers)?.userId]).toEqual([200, ada]);
});
