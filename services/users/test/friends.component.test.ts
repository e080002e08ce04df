import { newId } from '@florin/service-kit';
import { waitFor } from '@florin/testing';
import { createHarness } from './harness.ts';
import { aPerson } from './support/people.ts';

let users: Awaited<ReturnType<typeof createHarness>>;

beforeAll(async () => {
  users = await createHarness();
});
afterAll(async () => {
  await users.stop();
});

/** Two people auth knows, and their clients. */
function aPair() {
  const [ann, bob] = [aPerson(), aPerson({ name: 'Bob' })];
  for (const person of [ann, bob]) users.fake.people.set(person.userId, person);
  return { ann, bob, asAnn: users.as(ann.userId), asBob: users.as(bob.userId) };
}

const events = (type: string, requestId: string) =>
  users.seen.filter((event) => event.type === type && event.aggregateId === requestId);

describe('friends', () => {
  test.each(['accept', 'decline'])(
    'a key of %s gives the first reply again, and is refused for another request',
    async (verb) => {
      const { ann, bob, asAnn, asBob } = aPair();
      const cat = aPerson();
      users.fake.people.set(cat.userId, cat);
      const { body: sent } = await asAnn.post('/v1/friend-requests', { userId: bob.userId });
      const { body: other } = await users.as(cat.userId).post('/v1/friend-requests', { userId: bob.userId });
      const answer = (id: string) => asBob.send('POST', `/v1/friend-requests/${id}/${verb}`, { idempotencyKey: verb });
      const first = await answer(sent.id);
      expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([200, null]);
      if (verb === 'accept') await asBob.send('DELETE', `/v1/friends/${ann.userId}`);
      const again = await answer(sent.id);
      expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([200, first.body, 'true']);
      const refused = await answer(other.id);
      expect([refused.status, refused.body.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
    },
  );

  test('a request accepted makes friends on both sides and both facts are told once', async () => {
    const { ann, bob, asAnn, asBob } = aPair();
    const sent = await asAnn.post('/v1/friend-requests', { userId: bob.userId });
    expect(sent.status).toBe(201);
    expect(sent.body).toEqual({
      id: expect.any(String),
      fromUserId: ann.userId,
      toUserId: bob.userId,
      status: 'pending',
      createdAt: '2026-11-18T10:00:00.000Z',
    });
    expect((await asAnn.get(`/v1/users/${bob.userId}`)).body.relation).toBe('requested');
    expect((await asBob.get(`/v1/users/${ann.userId}`)).body.relation).toBe('asked');
    const incoming = await asBob.get('/v1/friend-requests?direction=incoming');
    expect(incoming.body).toEqual({
      data: [{ ...sent.body, person: { id: ann.userId, name: ann.name, username: ann.username, hasPicture: false } }],
      nextCursor: null,
    });
    const accepted = await asBob.post(`/v1/friend-requests/${sent.body.id}/accept`);
    expect([accepted.status, accepted.body.status]).toEqual([200, 'accepted']);
    expect((await asBob.post(`/v1/friend-requests/${sent.body.id}/accept`)).status).toBe(200);
    for (const [client, other] of [
      [asAnn, bob],
      [asBob, ann],
    ] as const) {
      const friends = await client.get('/v1/friends');
      expect(friends.body.data).toEqual([
        { id: other.userId, name: other.name, username: other.username, hasPicture: false, relation: 'friends' },
      ]);
    }
    await waitFor(() => events('users.friend-accepted.v1', sent.body.id).length === 1);
    expect(events('users.friend-requested.v1', sent.body.id)).toHaveLength(1);
    expect((await users.client.listFriendIds({ userId: ann.userId })).userIds).toEqual([bob.userId]);
    expect((await users.client.getRelation({ userId: ann.userId, otherId: bob.userId })).relation).toBe('friends');
  });

  test('only the asked person can accept or decline, only the asking one can cancel', async () => {
    const { bob, asAnn, asBob } = aPair();
    const other = aPair();
    const { id } = (await asAnn.post('/v1/friend-requests', { userId: bob.userId })).body;
    expect((await asAnn.post(`/v1/friend-requests/${id}/accept`)).status).toBe(404);
    expect((await other.asAnn.post(`/v1/friend-requests/${id}/accept`)).status).toBe(404);
    expect((await asBob.delete(`/v1/friend-requests/${id}`)).status).toBe(404);
    expect((await asAnn.delete(`/v1/friend-requests/${id}`)).status).toBe(204);
    const late = await asBob.post(`/v1/friend-requests/${id}/accept`);
    expect([late.status, late.body.code]).toEqual([409, 'CONFLICT']);
    expect((await asBob.get('/v1/friend-requests')).body.data).toEqual([]);
  });

  test('a decline holds for a day, a further one for two; then asking again opens a new request', async () => {
    const { ann, bob, asAnn, asBob } = aPair();
    const first = await asAnn.post('/v1/friend-requests', { userId: bob.userId });
    // ids may come back in capitals
    const decline = `/v1/friend-requests/${first.body.id.toUpperCase()}/decline`;
    expect((await asBob.post(decline)).body.status).toBe('declined');
    const refused = await asAnn.post('/v1/friend-requests', { userId: bob.userId });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '86400']);
    users.clock.advance(86_400_000);
    const second = await asAnn.post('/v1/friend-requests', { userId: bob.userId });
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
    await asBob.post(`/v1/friend-requests/${second.body.id}/decline`);
    const again = await asAnn.post('/v1/friend-requests', { userId: bob.userId });
    expect([again.status, again.headers.get('retry-after')]).toEqual([429, '172800']);
    // the one who declined may ask all the same
    expect((await asBob.post('/v1/friend-requests', { userId: ann.userId })).status).toBe(201);
  });

  test('asking and taking back is counted, for each person asked and in all', async () => {
    const { bob, asAnn } = aPair();
    const others = Array.from({ length: 50 }, () => aPerson());
    for (const other of others) users.fake.people.set(other.userId, other);
    const replies = [];
    for (let time = 0; time < 4; time += 1) {
      const reply = await asAnn.post('/v1/friend-requests', { userId: bob.userId });
      replies.push(reply.status);
      if (reply.status === 201) await asAnn.delete(`/v1/friend-requests/${reply.body.id}`);
    }
    expect(replies).toEqual([201, 201, 201, 429]);
    const more = await Promise.all(others.map(({ userId }) => asAnn.post('/v1/friend-requests', { userId })));
    expect(more.filter(({ status }) => status === 201)).toHaveLength(47);
    expect(more.filter(({ status }) => status === 429)).toHaveLength(3);
    users.clock.advance(86_400_000);
    expect((await asAnn.post('/v1/friend-requests', { userId: bob.userId })).status).toBe(201);
  });

  test('both asking at the same time become friends, told once', async () => {
    const { ann, bob, asAnn, asBob } = aPair();
    const [one, two] = await Promise.all([
      asAnn.post('/v1/friend-requests', { userId: bob.userId }),
      asBob.post('/v1/friend-requests', { userId: ann.userId }),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect([one.body.status, two.body.status].sort()).toEqual(['accepted', 'pending']);
    expect(one.body.id).toBe(two.body.id);
    expect((await asAnn.get(`/v1/users/${bob.userId}`)).body.relation).toBe('friends');
    await waitFor(() => events('users.friend-accepted.v1', one.body.id).length === 1);
  });

  test('ten equal requests at a time open one', async () => {
    const { bob, asAnn } = aPair();
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => asAnn.post('/v1/friend-requests', { userId: bob.userId })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect((await asAnn.get('/v1/friend-requests?direction=outgoing')).body.data).toHaveLength(1);
  });

  test('a replayed key answers the first reply, another body under it is refused', async () => {
    const { bob, asAnn } = aPair();
    const idempotencyKey = newId();
    const first = await asAnn.post('/v1/friend-requests', { username: bob.username }, { idempotencyKey });
    const again = await asAnn.post('/v1/friend-requests', { username: bob.username }, { idempotencyKey });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    const other = await asAnn.post('/v1/friend-requests', { email: bob.email }, { idempotencyKey });
    expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
  });

  test('who looks for fifty addresses in vain looks for no more within the hour, and others and usernames go on', async () => {
    const { bob, asAnn, asBob, ann } = aPair();
    const ask = (email: string | null) => asAnn.post('/v1/friend-requests', { email });
    for (let n = 0; n < 25; n += 1) {
      expect((await ask(`nobody.${n}@example.com`)).status).toBe(404);
      expect((await asAnn.post('/v1/blocks', { email: `none.${n}@example.com` })).status).toBe(404);
    }
    const [hit, miss] = [await ask(bob.email), await ask('nobody@example.com')];
    expect([hit.body.code, miss.body.code]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
    expect(Number(hit.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect((await asBob.post('/v1/friend-requests', { email: ann.email })).status).toBe(201);
    expect((await asAnn.post('/v1/friend-requests', { username: bob.username })).status).toBe(201);
  });

  test('people are found by e-mail and username; unknown ones, oneself and odd targets are refused', async () => {
    const { ann, bob, asAnn } = aPair();
    expect((await asAnn.post('/v1/friend-requests', { email: bob.email })).body.toUserId).toBe(bob.userId);
    expect((await asAnn.post('/v1/friend-requests', { email: 'nobody@example.com' })).status).toBe(404);
    expect((await asAnn.post('/v1/friend-requests', { userId: newId() })).status).toBe(404);
    const self = await asAnn.post('/v1/friend-requests', { userId: ann.userId });
    expect([self.status, self.body.errors[0].path]).toEqual([400, 'userId']);
    for (const body of [{}, { userId: bob.userId, email: bob.email }, { userId: { $ne: null } }, { userId: 'x' }]) {
      expect((await asAnn.post('/v1/friend-requests', body)).status).toBe(400);
    }
  });

  test('those made before an account was handed over end, with open requests, and later ones stay', async () => {
    const { ann, bob, asAnn, asBob } = aPair();
    const others = [aPerson(), aPerson()];
    for (const person of others) users.fake.people.set(person.userId, person);
    const befriend = async (one: typeof asAnn, otherId: string, other: typeof asAnn, oneId: string) => {
      expect((await one.post('/v1/friend-requests', { userId: otherId })).status).toBe(201);
      expect((await other.post('/v1/friend-requests', { userId: oneId })).status).toBe(201);
    };
    await befriend(asAnn, bob.userId, asBob, ann.userId);
    const [asker, later] = others.map(({ userId }) => ({ userId, http: users.as(userId) }));
    await asker!.http.post('/v1/friend-requests', { userId: ann.userId });
    const handedOverAt = users.clock.now().toISOString();
    users.clock.advance(1_000);
    await befriend(asAnn, later!.userId, later!.http, ann.userId);
    await users.publish('auth.user-handed-over.v1', ann.userId, { userId: ann.userId, handedOverAt });
    await waitFor(async () => (await asBob.get('/v1/friends')).body.data.length === 0);
    await waitFor(async () => (await asAnn.get('/v1/friend-requests')).body.data.length === 0);
    expect((await asAnn.get('/v1/friends')).body.data).toMatchObject([{ id: later!.userId }]);
  });

  test('unfriending ends it on both sides, and they can become friends again', async () => {
    const { ann, bob, asAnn, asBob } = aPair();
    await asAnn.post('/v1/friend-requests', { userId: bob.userId });
    await asBob.post('/v1/friend-requests', { userId: ann.userId });
    expect((await asAnn.delete(`/v1/friends/${bob.userId}`)).status).toBe(204);
    expect((await asAnn.delete(`/v1/friends/${bob.userId}`)).status).toBe(404);
    expect((await asBob.get('/v1/friends')).body.data).toEqual([]);
    expect((await asBob.post('/v1/friend-requests', { userId: ann.userId })).status).toBe(201);
  });

  test('lists go on by cursor without gaps or repeats', async () => {
    const ann = aPerson();
    users.fake.people.set(ann.userId, ann);
    const others = Array.from({ length: 5 }, () => aPerson());
    for (const other of others) {
      users.fake.people.set(other.userId, other);
      await users.as(other.userId).post('/v1/friend-requests', { userId: ann.userId });
      users.clock.advance(1000);
    }
    const mine = users.as(ann.userId);
    const first = await mine.get('/v1/friend-requests?limit=3');
    const second = await mine.get(`/v1/friend-requests?limit=3&cursor=${first.body.nextCursor}`);
    const senders = [...first.body.data, ...second.body.data].map((each) => each.fromUserId);
    expect(senders).toEqual(others.map((other) => other.userId).reverse());
    expect(second.body.nextCursor).toBeNull();
    for (const request of [...first.body.data, ...second.body.data]) {
      await mine.post(`/v1/friend-requests/${request.id}/accept`);
    }
    const page = await mine.get('/v1/friends?limit=2');
    const rest = await mine.get(`/v1/friends?limit=10&cursor=${page.body.nextCursor}`);
    const ids = [...page.body.data, ...rest.body.data].map((each) => each.id);
    expect(new Set(ids).size).toBe(5);
    expect((await mine.get('/v1/friends?cursor=nonsense')).status).toBe(400);
  });
});
