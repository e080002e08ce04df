import { randomBytes, randomUUID } from 'node:crypto';
import { waitFor, type TestReply } from '@florin/testing';
import { oneBus, startFlorin, type Florin } from './florin.ts';
import { join, newPerson, type Person } from './people.ts';
import { newcomer, shown, withToken } from './spotme.ts';
import { browser } from './urbanfits.ts';

let florin: Florin;
let ann: Person;
let bob: Person;
let eve: Person;
beforeAll(async () => {
  florin = await startFlorin(oneBus()[0]!);
  for (const [name, keep] of [
    ['Ann Stone', (one: Person) => (ann = one)],
    ['Bob Reed', (one: Person) => (bob = one)],
    ['Eve Wood', (one: Person) => (eve = one)],
  ] as const) {
    const person = await join(florin, name);
    keep(person);
    await person.get('/v1/users/me');
  }
  expect((await spotme(bob).post('/transaction/add-balance', { amount: 50 })).status).toBe(200);
}, 120_000);
afterAll(() => florin.stop());

const spotme = ({ token }: Person) => withToken(florin, `Bearer ${token}`);
const usd = (more: object) => ({ amount: 100, currency: 'USD', ...more });

/** Every way of /v1 to pay or ask somebody. */
const waysTo = (to: object, from: Person) => ({
  transfer: () => from.post('/v1/transfers', usd({ to })),
  batch: () => from.post('/v1/transfers/batch', { transfers: [usd({ to })] }),
  hold: () => from.post('/v1/holds', usd({ to })),
  plan: () => from.post('/v1/scheduled-transfers', usd({ to, frequency: 'daily', startsAt: '2030-01-01T00:00:00Z' })),
  request: () => from.post('/v1/payment-requests', usd({ from: to })),
  split: () =>
    from.post('/v1/splits', usd({ method: 'equal', participants: [{ user: { userId: from.id } }, { user: to }] })),
  befriend: () => from.post('/v1/friend-requests', to),
});
const refusals = async (ways: Record<string, () => Promise<TestReply>>) => {
  const found: Record<string, unknown> = {};
  for (const [way, send] of Object.entries(ways)) {
    const { status, body } = await send();
    found[way] = body.results?.[0]?.error?.code ?? body.code ?? status;
  }
  return found;
};

describe('a username that was given up', () => {
  let old: string;
  beforeAll(async () => {
    old = ann.username;
    const username = `ann_${randomBytes(4).toString('hex')}`;
    const reply = await florin.http.put('/v1/auth/username', { username }, { token: ann.token });
    expect(reply.status).toBe(200);
    ann = { ...ann, username };
  });

  test('takes no payment, request or friend in any way of /v1', async () => {
    const nobody = Object.keys(waysTo({}, bob)).map((way) => [way, 'NOT_FOUND']);
    expect(await refusals(waysTo({ username: old }, bob))).toEqual(Object.fromEntries(nobody));
    expect(await refusals(waysTo({ username: old.toUpperCase() }, bob))).toEqual(Object.fromEntries(nobody));
    const accounts = (await bob.get('/v1/accounts')).body.data;
    expect(accounts.find(({ kind }: { kind: string }) => kind === 'main')).toMatchObject({ available: 5_000 });
  });

  test('is nobody to the dialects that go by name, and taken to those that give names', async () => {
    await waitFor(async () => (await spotme(bob).get(`/auth/search-query?query=${old}`)).body.users.length === 0);
    expect((await bob.get(`/v1/users?query=${old}`)).body.data).toEqual([]);
    const signIn = { email: old, password: ann.password, register_provider: 'urbanfits', remember_me: false };
    expect((await browser(florin).post('/auth/login', signIn))[0]).toBe(404);
    expect((await florin.http.post('/v1/auth/login', { identifier: old, password: ann.password })).status).toBe(401);
    const taken = [
      await florin.http.post('/auth/signup', { ...newcomer('Nan Loop'), username: old }),
      await spotme(eve).post('/auth/change-account', { updateType: 'username', updatedField: old }),
      await florin.http.put('/v1/auth/username', { username: old }, { token: eve.token }),
      await florin.http.post('/v1/auth/register', { ...newPerson('Nan Loop'), username: old }),
    ];
    expect(taken.map(({ status }) => status)).toEqual([403, 403, 409, 409]);
    const { body } = await spotme(bob).get(`/auth/search-query?query=${ann.username}`);
    expect(body.users).toMatchObject([{ id: ann.id, username: ann.username }]);
  });
});

test('an address that somebody has only claimed is nobody’s, to pay, to befriend and to block', async () => {
  const claimed = newcomer('Nan Loop');
  expect((await florin.http.post('/auth/signup', claimed)).status).toBe(200);
  const { email } = claimed;
  const nobody = Object.keys(waysTo({}, bob)).map((way) => [way, 'NOT_FOUND']);
  expect(await refusals(waysTo({ email }, bob))).toEqual(Object.fromEntries(nobody));
  expect((await bob.post('/v1/blocks', { email })).status).toBe(404);
  expect((await bob.post('/v1/blocks', { username: claimed.username })).status).toBe(201);
});

describe('who takes no friend requests', () => {
  test('is not there for SpotMe, and says so in /v1', async () => {
    const take = (friendRequestsFrom: string) => ann.patch('/v1/users/me', { preferences: { friendRequestsFrom } });
    expect((await take('friends')).status).toBe(200);
    const ask = (recipientID: string) => shown(spotme(eve).post('/auth/add-friend', { recipientID }));
    const nobody = await ask(randomUUID());
    expect(nobody[0]).toBe(400);
    expect(await ask(ann.id)).toEqual(nobody);
    expect((await eve.post('/v1/friend-requests', { userId: ann.id })).body.code).toBe('FORBIDDEN');
    expect((await spotme(eve).get(`/auth/is-friend?rID=${ann.id}`)).body.status).toBe(0);
    await take('everybody');
  });
});

describe('whoever blocks somebody', () => {
  beforeAll(async () => {
    for (const [one, other] of [
      [ann, bob],
      [bob, eve],
    ] as const) {
      await spotme(one).post('/auth/add-friend', { recipientID: other.id });
      await spotme(other).post('/auth/handle-friend-request', { recipientID: one.id, acceptedRequest: 'true' });
    }
    const send = { recipientID: ann.id, amount: '1', message: 'lunch' };
    expect((await spotme(bob).post('/transaction/send', send)).status).toBe(200);
    expect((await ann.post('/v1/blocks', { userId: eve.id })).status).toBe(201);
  });

  test('is nobody to them in SpotMe, in the lists of common friends too', async () => {
    const as = async (id: string) => {
      const { get, post } = spotme(eve);
      return [
        await shown(get(`/auth/all-friends?id=${id}`)),
        await shown(get(`/auth/is-friend?rID=${id}`)),
        await shown(post('/auth/add-friend', { recipientID: id })),
        await shown(post('/auth/handle-friend-request', { recipientID: id, acceptedRequest: 'true' })),
        await shown(post('/auth/handle-friend-request', { recipientID: id, acceptedRequest: 'false' })),
        await shown(post('/transaction/send', { recipientID: id, amount: '0.01', message: 'x' })),
      ];
    };
    expect(await as(ann.id)).toEqual(await as(randomUUID()));
    const friendsOf = async (one: Person) =>
      (await spotme(one).get(`/auth/all-friends?id=${bob.id}`)).body.friends.map(({ id }: { id: string }) => id);
    expect(await friendsOf(eve)).toEqual([eve.id]);
    expect(await friendsOf(bob)).toEqual([eve.id, ann.id]);
    expect((await spotme(eve).get(`/auth/search-query?query=${ann.username}`)).body.users).toEqual([]);
  });

  test('is in no feed of theirs, and friends of both see all', async () => {
    const feeds = async (one: Person) => [
      (await one.get('/v1/feed')).body.data.length,
      (await spotme(one).get('/transaction/all-transactions')).body.transactions.length,
    ];
    expect(await feeds(bob)).toEqual([1, 1]);
    // users' answer is remembered for two seconds
    await waitFor(async () => (await feeds(eve)).join() === '0,0');
  });
});
