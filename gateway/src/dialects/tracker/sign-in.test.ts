import { FlorinError } from '@florin/errors';
import { createHarness, type Harness } from '../../../test/harness.ts';

const USER = { id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4', email: 'ada@example.com', name: 'Ada', status: 'active' };
const SESSION = { id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a5', token: 'a.b.c' };
const TOO_MANY = new FlorinError('RATE_LIMITED', 'Too many tries; try again in 60 s', { retryAfterSeconds: 60 });

/** What auth answers, and what it was asked. */
const auth: { signIn: () => Promise<object>; sendCode: () => Promise<object>; asked: Record<string, object> } = {
  signIn: () => Promise.resolve({}),
  sendCode: () => Promise.resolve({}),
  asked: {},
};
let harness: Harness;

beforeAll(async () => {
  const method = (name: string, answer: () => Promise<object>) => (request: object) => {
    auth.asked[name] = request;
    return answer();
  };
  const methods = {
    signIn: method('signIn', () => auth.signIn()),
    sendCode: method('sendCode', () => auth.sendCode()),
    signOut: method('signOut', () => Promise.resolve({})),
  };
  harness = await createHarness({ DIALECT_PASSWORDS: 'published' }, {}, { auth: methods });
  await harness.ready();
});
afterAll(() => harness.stop());
beforeEach(() => (auth.asked = {}));

const login = async (answer: object) => {
  auth.signIn = () => Promise.resolve(answer);
  const credentials = { email: 'ada@example.com', password: '12345678' };
  const { status, body } = await harness.http.post('/api/v1/auth/login', credentials);
  return { status, message: (body as { message: string }).message };
};

test('a sign-in asks for seven days and for a verified address', async () => {
  const user = { ...USER, emailVerified: true };
  expect((await login({ outcome: 'OUTCOME_SIGNED_IN', user, session: SESSION })).status).toBe(200);
  expect(auth.asked['signIn']).toMatchObject({
    via: 'tracker',
    requireVerified: true,
    session: { kind: 'SESSION_KIND_TOKEN', lifetimeSeconds: 604_800 },
  });
});

test.each([
  ['OUTCOME_UNKNOWN_USER', undefined, 401, 'Invalid email or password'],
  ['OUTCOME_WRONG_PASSWORD', { emailVerified: true }, 401, 'Invalid email or password'],
  ['OUTCOME_WRONG_PASSWORD', { emailVerified: false }, 403, 'Please verify your email'],
  ['OUTCOME_OTHER_PROVIDER', { emailVerified: true }, 401, 'Invalid email or password'],
  ['OUTCOME_UNVERIFIED', { emailVerified: false }, 403, 'Please verify your email'],
  ['OUTCOME_TERMINATED', { emailVerified: false, status: 'terminated' }, 401, 'Invalid email or password'],
  ['OUTCOME_FROZEN', { emailVerified: true, status: 'frozen' }, 403, expect.stringMatching(/Reset the password/)],
  ['OUTCOME_SECOND_FACTOR', { emailVerified: true }, 403, expect.stringMatching(/second factor/)],
])('%s of %j is answered %i', async (outcome, user, status, message) => {
  const reply = await login({ outcome, ...(user ? { user: { ...USER, ...user } } : {}) });
  expect(reply).toEqual({ status, message });
});

test('a person with a verified mobile number but not the address gets no token, and no session is left', async () => {
  const user = { ...USER, emailVerified: false, mobileVerified: true };
  const reply = await login({ outcome: 'OUTCOME_SIGNED_IN', user, session: SESSION });
  expect(reply).toEqual({ status: 403, message: 'Please verify your email' });
  expect(auth.asked['signOut']).toMatchObject({ userId: USER.id, sessionId: SESSION.id });
});

test.each(['/api/v1/auth/forgot-password', '/api/v1/auth/resend-code'])(
  '%s is limited by auth, which is told address and caller',
  async (path) => {
    auth.sendCode = () => Promise.reject(TOO_MANY);
    const reply = await harness.http.post(path, { email: 'ada@example.com' });
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '60']);
    expect(reply.body).toEqual({ status: 'error', message: 'Too many tries; try again in 60 s' });
    expect(auth.asked['sendCode']).toMatchObject({ identifier: 'ada@example.com', device: { ip: '127.0.0.1' } });
  },
);
