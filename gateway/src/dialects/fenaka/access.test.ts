import { createHarness, type Harness } from '../../../test/harness.ts';

const asked: unknown[] = [];
const answers = { signIn: { outcome: 'OUTCOME_WRONG_PASSWORD' } as object, reset: {} as object, signUp: {} as object };
let harness: Harness;

beforeAll(async () => {
  const note = (answer: () => object) => (request: unknown) => {
    asked.push(request);
    return Promise.resolve(answer());
  };
  harness = await createHarness(
    { FENAKA_APP_TOKEN: 'the-token-of-the-app', FENAKA_COUNTRY: 'IS' },
    {},
    {
      auth: {
        signIn: note(() => answers.signIn),
        resetPassword: note(() => answers.reset),
        signUp: note(() => answers.signUp),
      },
    },
  );
  await harness.ready();
});
afterAll(() => harness.stop());

const signIn = async (headers: Record<string, string>) => {
  const { status, body } = await harness.http.post(
    '/auth/signin',
    { mobile: '7771234', password: 'Password321!' },
    { headers },
  );
  return [status, body as unknown];
};
const app = { authorization: 'Bearer the-token-of-the-app' };

test.each<[string, Record<string, string>]>([
  ['no token', {}],
  ['another token', { authorization: 'Bearer TOKEN' }],
  ['the token without its scheme', { authorization: 'the-token-of-the-app' }],
])('where the app has a token, %s is refused before anything is looked at', async (_name, headers) => {
  asked.length = 0;
  expect(await signIn(headers)).toEqual([401, { error: 'unauthorized' }]);
  expect(asked).toEqual([]);
});

test('with it, the number goes to auth as one of the configured country', async () => {
  asked.length = 0;
  expect(await signIn(app)).toEqual([401, { error: 'incorrect credentials' }]);
  expect(asked).toMatchObject([
    { via: 'fenaka', identifier: '7771234', country: 'IS', session: { lifetimeSeconds: 60 * 86_400 } },
  ]);
});

test.each([
  ['OUTCOME_UNKNOWN_USER', 401, /^incorrect credentials$/],
  ['OUTCOME_OTHER_PROVIDER', 401, /^incorrect credentials$/],
  ['OUTCOME_TERMINATED', 401, /^incorrect credentials$/],
  ['OUTCOME_SECOND_FACTOR', 403, /two-factor/],
  ['OUTCOME_FROZEN', 403, /frozen/],
])('%s answers %i', async (outcome, status, error) => {
  answers.signIn = { outcome };
  expect(await signIn(app)).toEqual([status, { error: expect.stringMatching(error) }]);
});

test('a new password that auth refuses is listed with the reason', async () => {
  answers.reset = { outcome: 'CODE_OUTCOME_PASSWORD_REFUSED', message: 'password: is one of the most used passwords' };
  const reset = (headers: object) =>
    harness.http.post('/auth/password-reset', { password: '12345678' }, { headers: { ...app, ...headers } });
  expect((await reset({ cookie: 'connect.sid=a-reset-token' })).body).toEqual({
    errors: [{ value: '12345678', msg: 'is one of the most used passwords', param: 'password', location: 'body' }],
  });
  expect((await reset({ cookie: `connect.sid=${'x'.repeat(600)}` })).status).toBe(401);
});

test('what auth alone finds in a registration stands in the list with the rest, in the order of the fields', async () => {
  const register = async (body: object) => {
    const { status, body: told } = await harness.http.post('/auth/register-mobile', body, { headers: app });
    const { errors = [] } = told as { errors?: { param: string; msg: string }[] };
    return [status, ...errors.map(({ param, msg }) => `${param} ${msg}`)];
  };
  const faults = [
    { path: 'mobile', message: 'must be a mobile number' },
    { path: 'password', message: 'is one of the most used passwords' },
    { path: 'email', message: 'must be an e-mail address' },
  ];
  answers.signUp = { outcome: 'OUTCOME_MOBILE_INVALID', message: 'mobile: must be', faults };
  asked.length = 0;
  const body = { name: '', mobile: '7771234', password: 'password123', email: 'a@b' };
  expect(await register(body)).toEqual([
    422,
    'name is required',
    'mobile invalid mobile',
    'password is one of the most used passwords',
    'email invalid email',
  ]);
  expect(asked).toMatchObject([{ onlyCheck: true }]);
  expect(await register({ ...body, name: 'Aisha', email: 'aisha@example.com' })).toHaveLength(4);
  expect(asked).toMatchObject([{ onlyCheck: true }, { onlyCheck: false }]);
  answers.signUp = { outcome: 'OUTCOME_MOBILE_TAKEN', faults: [{ path: 'mobile', message: 'is taken' }] };
  expect((await register({ ...body, name: 'Aisha', email: '' }))[0]).toBe(409);
});
