import { newId } from '@florin/service-kit';
import { createHarness } from './harness.ts';
import { aPerson } from './support/people.ts';

let users: Awaited<ReturnType<typeof createHarness>>;

beforeAll(async () => {
  users = await createHarness();
});
afterAll(async () => {
  await users.stop();
});

function someone(over: Parameters<typeof aPerson>[0] = {}) {
  const person = aPerson(over);
  users.fake.people.set(person.userId, person);
  return person;
}

describe('the gRPC API', () => {
  test('changes only what is given of a profile', async () => {
    const ann = someone();
    const { userId } = ann;
    const { me } = await users.client.updateMe({ userId, firstDayOfWeek: 7, timeZone: 'Asia/Jakarta', locale: 'id' });
    expect(me?.profile).toMatchObject({ name: ann.name, timeZone: 'Asia/Jakarta' });
    expect(me?.preferences).toEqual({
      firstDayOfWeek: 7,
      firstDayOfTheMonth: 1,
      firstMonthOfTheYear: 1,
      monthStartOnWeekend: 'stay',
      fortnightFrom: '',
      ownPeriodStarts: [],
      timeZone: 'Asia/Jakarta',
      locale: 'id',
    });
    expect((await users.client.getPreferences({ userId })).preferences).toEqual(me?.preferences);
    for (const change of [{ name: '' }, { firstDayOfWeek: 0 }, { timeZone: 'Nowhere' }, {}]) {
      await expect(users.client.updateMe({ userId, ...change })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    }
  });

  test('tells what a person was called before, where asked for', async () => {
    const { userId, name, username } = someone();
    for (const next of ['Ann Two', 'Ann Three']) await users.client.updateMe({ userId, name: next });
    await users.client.updateMe({ userId, timeZone: 'Asia/Jakarta' });
    const read = async (formerNames: boolean) =>
      (await users.client.getProfiles({ userIds: [userId], formerNames })).profiles[0];
    expect(await read(true)).toMatchObject({
      name: 'Ann Three',
      formerNames: [
        { name, username, until: expect.stringMatching(/Z$/) },
        { name: 'Ann Two', username },
      ],
    });
    expect((await read(false))?.formerNames).toEqual([]);
  });

  test('a person who gave no time zone has UTC', async () => {
    const { userId } = someone({ timeZone: null });
    expect((await users.client.getPreferences({ userId })).preferences?.timeZone).toBe('UTC');
  });

  test('friends are asked, answered, listed and left', async () => {
    const [ann, bob, eve] = [someone(), someone(), someone()];
    const asked = await users.client.requestFriend({ userId: ann.userId, toUserId: bob.userId });
    expect(asked.request).toMatchObject({ fromUserId: ann.userId, toUserId: bob.userId, status: 'pending' });
    const answer = { userId: bob.userId, otherId: ann.userId, accept: true };
    await expect(
      users.client.answerFriendRequest({ ...answer, userId: ann.userId, otherId: bob.userId }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { items } = await users.client.listFriendRequests({ userId: bob.userId, direction: 'incoming', limit: 10 });
    expect(items.map((item) => [item.request?.id, item.person?.userId])).toEqual([[asked.request?.id, ann.userId]]);
    expect((await users.client.answerFriendRequest(answer)).request?.status).toBe('accepted');
    const relations = await Promise.all(
      [bob.userId, eve.userId, ann.userId, newId()].map((otherId) =>
        users.client.getRelation({ userId: ann.userId, otherId }),
      ),
    );
    expect(relations.map((each) => each.relation)).toEqual(['friends', 'none', 'self', 'none']);
    const { friends } = await users.client.listFriends({ userId: ann.userId, limit: 1000 });
    expect(friends.map((friend) => friend.userId)).toEqual([bob.userId]);
    await users.client.unfriend({ userId: bob.userId, otherId: ann.userId });
    expect((await users.client.listFriends({ userId: ann.userId, limit: 10 })).friends).toEqual([]);
  });

  test('a decline leaves both as they were', async () => {
    const [ann, bob] = [someone(), someone()];
    await users.client.requestFriend({ userId: ann.userId, email: bob.email ?? '' });
    const declined = await users.client.answerFriendRequest({ userId: bob.userId, otherId: ann.userId, accept: false });
    expect(declined.request?.status).toBe('declined');
    expect((await users.client.getRelation({ userId: ann.userId, otherId: bob.userId })).relation).toBe('none');
  });

  test('an answer sent again with its key gets the first reply, whatever happened since', async () => {
    const [ann, bob] = [someone(), someone()];
    const { answerFriendRequest, requestFriend, getRelation } = users.client;
    const between = async () => (await getRelation({ userId: bob.userId, otherId: ann.userId })).relation;
    const ask = { userId: ann.userId, toUserId: bob.userId };
    const answer = { userId: bob.userId, otherId: ann.userId };
    await requestFriend(ask);
    const accept = { ...answer, accept: true, idempotencyKey: newId() };
    const accepted = await answerFriendRequest(accept);
    expect(await answerFriendRequest(accept)).toEqual(accepted);
    const end = { ...answer, accept: false, orUnfriend: true, idempotencyKey: newId() };
    expect((await answerFriendRequest(end)).request).toBeNull();
    await requestFriend(ask);
    expect((await answerFriendRequest(end)).request).toBeNull();
    expect(await answerFriendRequest(accept)).toEqual(accepted);
    expect(await between()).toBe('asked');
    await expect(answerFriendRequest({ ...accept, accept: false })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
  });

  test('people are found with their relation', async () => {
    const name = `Quentin${newId().slice(-6).replace(/\d/g, 'q')}`;
    const [ann, bob] = [someone(), someone({ name: `${name} Müller` })];
    await users.client.getMe({ userId: bob.userId });
    await users.client.requestFriend({ userId: bob.userId, toUserId: ann.userId });
    const found = await users.client.searchPeople({
      viewerId: ann.userId,
      query: `${name.toUpperCase()} mull`,
      limit: 5,
    });
    expect(found.people).toEqual([
      { profile: expect.objectContaining({ userId: bob.userId, name: `${name} Müller` }), relation: 'asked' },
    ]);
  });

  test.each([
    ['getProfiles', { userIds: ['x'] }, 'user_ids.0'],
    ['getMe', { userId: '' }, 'user_id'],
    ['listFriends', { userId: newId(), limit: 0 }, 'limit'],
    ['listFriendRequests', { userId: newId(), direction: 'sideways', limit: 1 }, 'direction'],
    ['requestFriend', { userId: newId() }, 'to'],
    ['requestFriend', { userId: newId(), email: 'nonsense' }, 'to'],
    ['searchPeople', { viewerId: newId(), query: ' ', limit: 5 }, 'query'],
  ] as const)('%s of %j names the field at fault', async (method, request, path) => {
    const call = users.client[method] as (request: object) => Promise<unknown>;
    await expect(call(request)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path }] });
  });
});
