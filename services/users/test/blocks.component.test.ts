import { newId } from '@florin/service-kit';
import { waitFor } from '@florin/testing';
import { createHarness } from './harness.ts';
import { aPerson } from './support/people.ts';

let users: Awaited<ReturnType<typeof createHarness>>;

beforeAll(async () => {
  users = await createHarness();
});
afterAll(() => users.stop());

function known() {
  const person = aPerson({ name: `Zed${newId().slice(-6)} Reed` });
  users.fake.people.set(person.userId, person);
  return { ...person, http: users.as(person.userId) };
}

const befriend = async (a: ReturnType<typeof known>, b: ReturnType<typeof known>) => {
  await a.http.post('/v1/friend-requests', { userId: b.userId });
  await b.http.post('/v1/friend-requests', { userId: a.userId });
};

test('to the blocked the blocker is not there: profile, picture, search and requests answer as for nobody', async () => {
  const [ann, eve] = [known(), known()];
  await befriend(ann, eve);
  await ann.http.get('/v1/users/me');
  const blocked = await ann.http.post('/v1/blocks', { username: eve.username });
  expect([blocked.status, blocked.body]).toMatchObject([201, { id: eve.userId, name: eve.name }]);
  expect((await ann.http.post('/v1/blocks', { userId: eve.userId })).status).toBe(201);

  const nobody = newId();
  const alike = async (path: (id: string) => string) => {
    const [theirs, none] = [await eve.http.get(path(ann.userId)), await eve.http.get(path(nobody))];
    const { instance: _theirs, requestId: _1, ...seen } = theirs.body;
    const { instance: _none, requestId: _2, ...absent } = none.body;
    expect([theirs.status, seen]).toEqual([404, absent]);
  };
  await alike((id) => `/v1/users/${id}`);
  await alike((id) => `/v1/users/${id}/picture`);
  const search = await eve.http.get(`/v1/users?query=${encodeURIComponent(ann.name)}`);
  expect(search.body.data).toEqual([]);
  const [asked, none] = await Promise.all(
    [ann.userId, nobody].map((userId) => eve.http.post('/v1/friend-requests', { userId })),
  );
  expect([asked?.status, asked?.body.detail]).toEqual([404, none?.body.detail]);
  const byName = await eve.http.post('/v1/friend-requests', { username: ann.username });
  expect(byName.status).toBe(404);
  for (const one of [ann, eve]) expect((await one.http.get('/v1/friends')).body.data).toEqual([]);
  const { reach } = await users.client.checkReach({
    userId: eve.userId,
    otherIds: [ann.userId, nobody],
    purpose: 'payment',
  });
  expect(reach).toEqual(['hidden', 'open']);
});

test('payments of several people are looked at in one call, each in its own direction', async () => {
  const [ann, bob, eve] = [known(), known(), known()];
  await ann.http.post('/v1/blocks', { userId: eve.userId });
  const of = (payer: { userId: string }, payee: { userId: string }) => ({
    payerId: payer.userId,
    payeeId: payee.userId,
  });
  const payments = [of(eve, ann), of(bob, ann), of(ann, eve), of(eve, bob), { payerId: newId(), payeeId: newId() }];
  expect((await users.client.checkPayments({ payments })).reach).toEqual(['hidden', 'open', 'blocked', 'open', 'open']);
  await ann.http.delete(`/v1/blocks/${eve.userId}`);
  expect((await users.client.checkPayments({ payments })).reach).toEqual(['open', 'open', 'open', 'open', 'open']);
});

test.each([
  ['201 people', Array.from({ length: 201 }, () => ({ payerId: newId(), payeeId: newId() })), 'payments'],
  ['no id', [{ payerId: newId(), payeeId: 'eve' }], 'payments.0.payee_id'],
])('a question about payments of %s names its fault', async (_what, payments, path) => {
  await expect(users.client.checkPayments({ payments })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    errors: [{ path }],
  });
});

test('a block ends open requests, is told once, listed to its owner only, and can be ended', async () => {
  const [ann, eve] = [known(), known()];
  await eve.http.post('/v1/friend-requests', { userId: ann.userId });
  await ann.http.post('/v1/blocks', { userId: eve.userId });
  expect((await ann.http.get('/v1/friend-requests')).body.data).toEqual([]);
  expect((await ann.http.get('/v1/blocks')).body.data).toMatchObject([{ id: eve.userId }]);
  expect((await eve.http.get('/v1/blocks')).body.data).toEqual([]);
  const toBlocked = await ann.http.post('/v1/friend-requests', { userId: eve.userId });
  expect([toBlocked.status, toBlocked.body.detail]).toEqual([409, 'You have blocked this person']);
  expect((await ann.http.post('/v1/blocks', { userId: ann.userId })).status).toBe(400);
  expect((await ann.http.post('/v1/blocks', { userId: newId() })).status).toBe(404);

  expect((await ann.http.delete(`/v1/blocks/${eve.userId}`)).status).toBe(204);
  expect((await ann.http.delete(`/v1/blocks/${eve.userId}`)).status).toBe(404);
  expect((await eve.http.get(`/v1/users/${ann.userId}`)).body).toMatchObject({ relation: 'none' });
  const told = await waitFor(() => {
    const mine = users.seen.filter(
      ({ type, aggregateId }) => type === 'users.block-changed.v1' && aggregateId === ann.userId,
    );
    return mine.length === 2 && mine;
  });
  expect(told.map(({ data }) => data)).toEqual([
    { userId: ann.userId, blockedUserId: eve.userId, blocked: true },
    { userId: ann.userId, blockedUserId: eve.userId, blocked: false },
  ]);
});

test('requests may be taken from everybody, friends of friends, or friends', async () => {
  const [ann, bob, cat, eve] = [known(), known(), known(), known()];
  await befriend(ann, bob);
  await befriend(bob, cat);
  await eve.http.get('/v1/users/me');
  const take = (preferences: object) => ann.http.patch('/v1/users/me', { preferences });
  const reach = async (from: { userId: string }) =>
    (await users.client.checkReach({ userId: from.userId, otherIds: [ann.userId], purpose: 'payment-request' }))
      .reach[0];

  expect(await Promise.all([bob, cat, eve].map(reach))).toEqual(['open', 'open', 'open']);
  await take({ paymentRequestsFrom: 'friends-of-friends' });
  expect(await Promise.all([bob, cat, eve].map(reach))).toEqual(['open', 'open', 'refused']);
  await take({ paymentRequestsFrom: 'friends', friendRequestsFrom: 'friends-of-friends' });
  expect(await Promise.all([bob, cat, eve].map(reach))).toEqual(['open', 'refused', 'refused']);
  const asked = await Promise.all(
    [cat, eve].map((one) => one.http.post('/v1/friend-requests', { userId: ann.userId })),
  );
  expect(asked.map(({ status }) => status)).toEqual([201, 403]);
});

test('people are taken by their ids in one call, in the order asked, without those who are not there for the one who asks', async () => {
  const [ann, bob, eve] = [known(), known(), known()];
  await befriend(ann, bob);
  await ann.http.post('/v1/blocks', { userId: eve.userId });
  const take = (who: typeof ann, ids: string[]) => who.http.get(`/v1/users?ids=${ids.join(',')}`);
  const mine = await take(ann, [bob.userId.toUpperCase(), newId(), ann.userId]);
  expect(mine.body.data).toMatchObject([
    { id: bob.userId, name: bob.name, username: bob.username, hasPicture: false, relation: 'friends' },
    { id: ann.userId, relation: 'self' },
  ]);
  expect((await take(eve, [ann.userId, bob.userId])).body.data).toMatchObject([{ id: bob.userId }]);
  for (const query of [
    '',
    '?ids=x',
    `?ids=${newId()}&query=a`,
    `?ids=${Array.from({ length: 101 }, newId).join(',')}`,
  ]) {
    expect((await ann.http.get(`/v1/users${query}`)).status).toBe(400);
  }
});

test('who is named to be asked is found as for a friend request, and one who blocks is not there', async () => {
  const [ann, bob, eve] = [known(), known(), known()];
  const find = (userId: string, to: { toUserId: string } | { username: string }) =>
    users.client.findPersonToAsk({ userId, ...to });
  expect(await find(ann.userId, { username: bob.username ?? '' })).toEqual({ userId: bob.userId });
  expect(await find(ann.userId, { toUserId: bob.userId })).toEqual({ userId: bob.userId });
  const refused = (to: string, code: string, from = ann.userId) =>
    expect(find(from, { toUserId: to })).rejects.toMatchObject({ code });
  await refused(ann.userId, 'INVALID_ARGUMENT');
  await refused(newId(), 'NOT_FOUND');
  await ann.http.post('/v1/blocks', { userId: eve.userId });
  await refused(eve.userId, 'CONFLICT');
  await refused(ann.userId, 'NOT_FOUND', eve.userId);
  await bob.http.patch('/v1/users/me', { preferences: { friendRequestsFrom: 'friends' } });
  await refused(bob.userId, 'FORBIDDEN');
  await expect(users.client.findPersonToAsk({ userId: ann.userId })).rejects.toMatchObject({
    errors: [{ path: 'to' }],
  });
});
