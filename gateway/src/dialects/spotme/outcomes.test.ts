import { FlorinError } from '@florin/errors';
import { createHarness, type Harness } from '../../../test/harness.ts';

const ADA = '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4';
const BEN = '019a8d2e-7c20-7d4b-8e5f-60718293a4b5';
const user = { id: ADA, name: 'Ada', username: 'ada', email: 'ada@example.com' };
const session = { id: BEN, token: 'a.b.c' };
const whole = { id: ADA, name: 'Ada', username: 'ada', email: 'ada@example.com', balance: 10, img: '' };
const main = { ownerId: ADA, kind: 'main', currency: 'USD', available: '1000' };
const TRANSFER = { id: BEN, fromUserId: ADA, toUserId: BEN, amount: '100', currency: 'USD' };

type Answer = object | Error;
/** What the services answer unless a test says otherwise, and what they were asked. */
const usual: Record<string, Answer> = {
  getMe: { me: { profile: { userId: ADA, name: 'Ada', username: 'ada' }, email: 'ada@example.com' } },
  getAccounts: { accounts: [main] },
  signUp: { outcome: 'OUTCOME_CREATED', user, session },
  signIn: { outcome: 'OUTCOME_SIGNED_IN', user, session },
  changePassword: { outcome: 'OUTCOME_CHANGED', user, session },
  changeName: { outcome: 'OUTCOME_CHANGED', user },
  getUsers: { users: [user] },
  resolveUser: new FlorinError('NOT_FOUND', 'user not found'),
  setPicture: {},
  searchPeople: { people: [{ profile: { userId: ADA, name: 'Ada', username: 'ada' }, relation: 'self' }] },
  getRelation: { relation: 'friends' },
  listFriendIds: { userIds: [] },
  listFriends: { friends: [{ userId: ADA, name: 'Ada', username: 'ada' }] },
  requestFriend: {},
  answerFriendRequest: {},
  postTransfers: { results: [{ transfer: TRANSFER }] },
  listTransfers: { transfers: [{ ...TRANSFER, postedAt: '2026-11-21T10:00:00.000Z' }], accounts: [main] },
  deposit: { status: 'succeeded' },
};
let answers = { ...usual };
let asked: [string, object][] = [];
let harness: Harness;
let token: string;

const methods = Object.fromEntries(
  Object.keys(usual).map((name) => [
    name,
    (request: object) => {
      asked.push([name, request]);
      const answer = answers[name];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  ]),
);

beforeAll(async () => {
  harness = await createHarness({}, {}, { auth: methods, users: methods, ledger: methods });
  await harness.ready();
  token = harness.token({ sub: ADA });
});
afterAll(() => harness.stop());
beforeEach(() => {
  answers = { ...usual };
  asked = [];
});

const ask = async (path: string, body?: object, method = 'POST') => {
  const { status, body: said } = await harness.http.send(method, path, { token, ...(body ? { body } : {}) });
  return [status, said as unknown] as const;
};
const message = (words: unknown) => ({ message: words });

const CREDENTIALS = { email: 'ada@example.com', password: '12345678' };
const SIGN_UP = { ...CREDENTIALS, name: 'Ada', username: 'ada', confirmPassword: '12345678' };
const CHANGE = { currentPassword: '12345678', newPassword: 'Password321!', confirmPassword: 'Password321!' };
const SEND = { recipientID: BEN, message: 'hi', amount: 1 };

describe('no request takes more than three calls', () => {
  const requests: [method: string, path: string, body?: object, other?: Record<string, Answer>][] = [
    ['POST', '/auth/signup', SIGN_UP],
    ['POST', '/auth/signup', { ...SIGN_UP, name: '' }, { signUp: { outcome: 'OUTCOME_PASSWORD_REFUSED' } }],
    ['POST', '/auth/login', CREDENTIALS],
    ['POST', '/auth/change-password', CHANGE],
    ['POST', '/auth/change-account', { updateType: 'name', updatedField: 'Ada' }],
    ['POST', '/auth/update-profile-pic', { profileData64: 'aGk=' }],
    ['GET', '/auth/profile-pic'],
    ['GET', '/auth/search-query?query=a'],
    ['GET', `/auth/is-friend?rID=${BEN}`],
    ['GET', '/auth/all-friends'],
    ['POST', '/auth/add-friend', { recipientID: BEN }],
    ['POST', '/auth/handle-friend-request', { recipientID: BEN, acceptedRequest: true }],
    ['POST', '/transaction/send', { ...SEND, message: 'three calls' }],
    ['POST', '/transaction/send', { ...SEND, message: '' }],
    ['POST', '/transaction/add-balance', { amount: 1 }],
    ['GET', '/transaction/user-transactions'],
    ['GET', '/transaction/all-transactions'],
  ];
  test.each(requests.map((request) => ({ request })))('$request.0 $request.1', async ({ request }) => {
    const [method, path, body, other] = request;
    answers = { ...answers, ...other };
    const [status] = await ask(path, body, method);
    expect(status).toBeLessThan(500);
    expect(asked.length).toBeGreaterThan(0);
    // what may fail is read before money moves, the balance after it
    expect(asked.length).toBeLessThanOrEqual(/send|add-balance/.test(path) ? 4 : 3);
  });
});

test.each<[string, number, unknown]>([
  ['OUTCOME_UNKNOWN_USER', 401, 'Incorrect username or password! Please try again.'],
  ['OUTCOME_WRONG_PASSWORD', 401, 'Incorrect username or password! Please try again.'],
  ['OUTCOME_OTHER_PROVIDER', 401, 'Incorrect username or password! Please try again.'],
  ['OUTCOME_TERMINATED', 401, 'Incorrect username or password! Please try again.'],
  ['OUTCOME_FROZEN', 403, expect.stringMatching(/frozen/)],
  ['OUTCOME_SECOND_FACTOR', 403, expect.stringMatching(/Two-factor/)],
])('a sign-in that ends in %s is answered %i, without a token', async (outcome, status, words) => {
  answers['signIn'] = { outcome, ...(outcome.endsWith('UNKNOWN_USER') ? {} : { user }) };
  expect(await ask('/auth/login', CREDENTIALS)).toEqual([status, message(words)]);
});

test('a sign-in asks for one day and lets unverified people in', async () => {
  const reply = await ask('/auth/login', CREDENTIALS);
  const expected = { message: 'Successfully logged in the user!', token: 'Bearer a.b.c', expiresIn: '1d', user: whole };
  expect(reply).toEqual([200, expected]);
  expect(asked[0]).toEqual([
    'signIn',
    expect.objectContaining({
      via: 'spotme',
      requireVerified: false,
      session: { kind: 'SESSION_KIND_TOKEN', lifetimeSeconds: 86_400 },
    }),
  ]);
});

test('a sign-up that is not whole never gives auth a password to take, nor an empty username', async () => {
  answers['signUp'] = { outcome: 'OUTCOME_PASSWORD_REFUSED' };
  for (const fault of [{ name: ' ' }, { confirmPassword: 'other' }])
    await ask('/auth/signup', { ...SIGN_UP, ...fault });
  await ask('/auth/signup', { ...SIGN_UP, username: '' });
  const sent = asked.filter(([name]) => name === 'signUp').map(([, request]) => request);
  expect(sent).toMatchObject([{ password: '' }, { password: '' }, { username: ' ' }]);
});

test('a deposit that waits or fails is not told as done', async () => {
  answers['deposit'] = { status: 'pending' };
  expect(await ask('/transaction/add-balance', { amount: 1 })).toEqual([
    200,
    { message: 'Your money is on its way', user: whole },
  ]);
  answers['deposit'] = { status: 'failed', failure: 'The card was declined' };
  expect(await ask('/transaction/add-balance', { amount: 1 })).toEqual([400, message('The card was declined')]);
});

test('a send is for friends to see, from the caller, in minor units', async () => {
  expect((await ask('/transaction/send', { ...SEND, message: 'seen', amount: 1.5 }))[0]).toBe(200);
  expect(asked.find(([name]) => name === 'postTransfers')?.[1]).toMatchObject({
    transfers: [
      { callerUserId: ADA, kind: 'peer', amount: '150', currency: 'USD', note: 'seen', visibility: 'friends' },
    ],
  });
});

test.each([
  ['INSUFFICIENT_FUNDS', 400, 'Insufficient balance to complete request'],
  ['LIMIT_EXCEEDED', 400, 'why'],
  ['ACCOUNT_FROZEN', 400, 'why'],
  ['UNAVAILABLE', 503, 'why'],
])('a send refused with %s is answered %i, and may be tried again', async (code, status, words) => {
  const send = () => ask('/transaction/send', { ...SEND, message: code });
  answers['postTransfers'] = { results: [{ error: { code, message: 'why' } }] };
  expect(await send()).toEqual([status, message(words)]);
  answers['postTransfers'] = usual['postTransfers']!;
  expect((await send())[0]).toBe(200);
});

test('a service that is down answers 503 and a bug 500, both in a message', async () => {
  answers['getAccounts'] = new FlorinError('UNAVAILABLE', 'the ledger is away', { retryAfterSeconds: 1 });
  expect(await ask('/auth/profile-pic')).toEqual([503, message(expect.any(String))]);
  answers['getAccounts'] = new Error('secret at /srv/ledger.ts');
  const [status, body] = await ask('/auth/profile-pic');
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toMatch(/secret|srv/);
});

test('a person whose account has ended is still named in old transactions, by what auth says', async () => {
  answers['getUsers'] = { users: [user, { id: BEN, name: 'Deleted account', status: 'terminated' }] };
  const [, body] = await ask('/transaction/user-transactions', undefined, 'GET');
  expect(body).toMatchObject({ transactions: [{ recipient: { id: BEN, name: 'Deleted account', username: '' } }] });
});

test('with SPOTME_OPEN_FRIENDS a person’s friends are told without a token, by name and username only', async () => {
  const open = await createHarness(
    { SPOTME_OPEN_FRIENDS: 'true' },
    {},
    { auth: methods, users: methods, ledger: methods },
  );
  try {
    const ofBen = `/auth/all-friends?id=${BEN}`;
    const friends = [{ id: ADA, name: 'Ada', username: 'ada' }];
    const { status, body } = await open.http.get(ofBen);
    expect([status, body]).toEqual([200, { message: 'Successfully found all the friends of the user', friends }]);
    expect((await open.http.get('/auth/all-friends')).status).toBe(401);
    expect((await harness.http.get(ofBen)).status).toBe(401);
  } finally {
    await open.stop();
  }
});
