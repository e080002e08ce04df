import { FlorinError } from '@florin/errors';
import { createEvents } from '@florin/messaging';
import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import { type Finance, type Person, startFinance, walletOf } from './harness.ts';
import { invite, share } from './support/sharing.ts';

const clock = createTestClock(new Date('2026-11-30T12:00:00Z'));
const DAY_MS = 86_400_000;
let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ clock: clock.now });
});
afterAll(() => finance.stop());

const publish: ReturnType<typeof createEvents> = createEvents({ producer: 'test', clock: clock.now, newId });
const told = (walletId: string) =>
  finance.heard
    .filter(({ data }) => (data as { walletId?: string }).walletId === walletId)
    .map(({ type, data }) => [type, (data as { userId: string }).userId, (data as { reason?: string }).reason]);
const membersOf = async (person: Person, walletId: string, query = '') =>
  (await person.get(`/v1/wallets/${walletId}/members${query}`)).body.data as { userId: string; status: string }[];
const statusesOf = async (person: Person, walletId: string) =>
  (
    await membersOf(
      person,
      walletId,
      '?status=invited&status=accepted&status=declined&status=withdrawn&status=left&status=removed',
    )
  ).map(({ status }) => status);
const isSeen = async (person: Person, walletId: string) => (await person.get(`/v1/wallets/${walletId}`)).status === 200;

test('a person is invited by username, sees what for, accepts, and is a member from then on', async () => {
  const [ada, bob] = [finance.as(), finance.as()];
  const wallet = await walletOf(ada, { name: 'Household' });
  finance.users.usernames.set('bob', bob.userId);
  const key = { headers: { 'idempotency-key': 'invite-bob' } };
  const body = { username: 'bob', role: 'reader' };
  const invited = await ada.post(`/v1/wallets/${wallet.id}/members`, body, key);
  expect([invited.status, invited.body]).toMatchObject([
    201,
    { userId: bob.userId, role: 'reader', status: 'invited' },
  ]);
  const again = await ada.post(`/v1/wallets/${wallet.id}/members`, body, key);
  expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', invited.body]);
  expect(await isSeen(bob, wallet.id)).toBe(false);
  const open = (await bob.get('/v1/wallet-invitations')).body.data;
  expect(open).toMatchObject([
    {
      id: invited.body.id,
      wallet: { id: wallet.id, name: 'Household', currency: 'USD' },
      owner: { userId: ada.userId },
    },
  ]);
  expect(Object.keys(open[0].wallet).sort()).toEqual(['currency', 'id', 'name']);
  const accept = `/v1/wallet-invitations/${open[0].id}/accept`;
  expect((await ada.post(accept, {})).status).toBe(404);
  expect((await bob.post(accept, {})).body).toMatchObject({ status: 'accepted' });
  expect((await bob.post(accept, {})).status).toBe(200);
  expect((await bob.post(`/v1/wallet-invitations/${open[0].id}/decline`, {})).status).toBe(409);
  expect((await bob.get('/v1/wallet-invitations')).body.data).toEqual([]);
  expect((await bob.get(`/v1/wallets/${wallet.id}`)).body).toMatchObject({
    role: 'reader',
    sharedBy: { userId: ada.userId },
  });
  await waitFor(() => told(wallet.id).length === 2);
  expect(told(wallet.id).map(([type]) => type)).toEqual([
    'finance.wallet-invited.v1',
    'finance.wallet-invitation-accepted.v1',
  ]);
});

test.each([
  ['nobody named', {}, 400, 'INVALID_ARGUMENT'],
  ['two named', { userId: newId(), username: 'x' }, 400, 'INVALID_ARGUMENT'],
  ['a role that there is not', { userId: newId(), role: 'admin' }, 400, 'INVALID_ARGUMENT'],
  ['a username of nobody', { username: 'nobody-here' }, 404, 'NOT_FOUND'],
])('an invitation with %s is refused', async (_what, body, status, code) => {
  const ada = finance.as();
  const wallet = await walletOf(ada);
  const reply = await ada.post(`/v1/wallets/${wallet.id}/members`, { role: 'reader', ...body });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test('what the users service refuses is refused alike, and nobody is invited', async () => {
  const [ada, bob] = [finance.as(), finance.as()];
  const wallet = await walletOf(ada);
  for (const code of ['NOT_FOUND', 'CONFLICT', 'FORBIDDEN'] as const) {
    finance.users.refusals.set(`${ada.userId} ${bob.userId}`, new FlorinError(code, 'no'));
    expect((await invite(ada, wallet.id, bob.userId)).body.code).toBe(code);
  }
  expect(await membersOf(ada, wallet.id)).toEqual([]);
});

test('main wallets are not shared, nor those of others', async () => {
  const [ada, bob] = [finance.as(), finance.as()];
  const main = (await ada.get('/v1/wallets')).body.data[0] as { id: string };
  expect((await invite(ada, main.id, bob.userId)).body.code).toBe('CONFLICT');
  const wallet = await walletOf(ada);
  expect((await invite(bob, wallet.id, finance.as().userId)).status).toBe(404);
  expect((await ada.delete(`/v1/wallets/${wallet.id}`)).status).toBe(204);
  expect((await invite(ada, wallet.id, bob.userId)).status).toBe(404);
});

test('who is invited or a member already is not invited again, at once neither', async () => {
  const [ada, bob] = [finance.as(), finance.as()];
  const wallet = await walletOf(ada);
  const replies = await Promise.all([1, 2, 3].map(() => invite(ada, wallet.id, bob.userId)));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(await membersOf(ada, wallet.id)).toHaveLength(1);
});

test('a decline holds for a day, and a person is asked three times a day at most', async () => {
  const [ada, bob, cat] = [finance.as(), finance.as(), finance.as()];
  const wallet = await walletOf(ada);
  const { body } = await invite(ada, wallet.id, bob.userId);
  expect((await bob.post(`/v1/wallet-invitations/${body.id}/decline`, {})).body.status).toBe('declined');
  const soon = await invite(ada, wallet.id, bob.userId);
  expect([soon.status, soon.body.errors[0].path]).toEqual([429, 'to']);
  expect(Number(soon.headers.get('retry-after'))).toBeGreaterThan(80_000);
  for (let times = 0; times < 3; times += 1) {
    expect((await invite(ada, wallet.id, cat.userId)).status).toBe(201);
    expect((await ada.delete(`/v1/wallets/${wallet.id}/members/${cat.userId}`)).status).toBe(204);
  }
  expect((await invite(ada, wallet.id, cat.userId)).status).toBe(429);
  clock.advance(DAY_MS + 1_000);
  expect((await invite(ada, wallet.id, bob.userId)).status).toBe(201);
  expect(await statusesOf(ada, wallet.id)).toEqual(['declined', 'withdrawn', 'withdrawn', 'withdrawn', 'invited']);
});

test("a wallet has 20 members and invitations at most, which is a person's share of a day, too", async () => {
  const ada = finance.as();
  const [wallet, other] = [await walletOf(ada), await walletOf(ada)];
  for (let count = 0; count < 20; count += 1) expect((await invite(ada, wallet.id, newId())).status).toBe(201);
  const full = await invite(ada, wallet.id, newId());
  expect([full.status, full.body.code, full.body.meta]).toMatchObject([422, 'LIMIT_EXCEEDED', { maximum: 20 }]);
  expect((await invite(ada, other.id, newId())).status).toBe(429);
});

test("the owner changes a role, unless it has changed since, and members don't", async () => {
  const [ada, bob, cat] = [finance.as(), finance.as(), finance.as()];
  const wallet = await walletOf(ada);
  await share(ada, bob, wallet.id, 'reader');
  const path = `/v1/wallets/${wallet.id}/members/${bob.userId}`;
  const etag = (await ada.get(path)).headers.get('etag') ?? '';
  const change = (person: Person, role: string, headers = {}) => person.patch(path, { role }, { headers });
  expect((await change(ada, 'writer', { 'if-match': '"other"' })).status).toBe(412);
  expect((await change(ada, 'writer', { 'if-match': etag })).body.role).toBe('writer');
  expect((await change(bob, 'reader')).status).toBe(403);
  expect((await change(cat, 'reader')).status).toBe(404);
  expect((await ada.patch(`/v1/wallets/${wallet.id}/members/${cat.userId}`, { role: 'reader' })).status).toBe(404);
});

test('members see each other and no invitations; strangers see nobody', async () => {
  const [ada, bob, cat, dan] = [finance.as(), finance.as(), finance.as(), finance.as()];
  const wallet = await walletOf(ada);
  await share(ada, bob, wallet.id, 'reader');
  await share(ada, cat, wallet.id, 'writer');
  await invite(ada, wallet.id, dan.userId);
  expect((await membersOf(ada, wallet.id)).map(({ status }) => status)).toEqual(['accepted', 'accepted', 'invited']);
  expect((await membersOf(bob, wallet.id)).map(({ userId }) => userId)).toEqual([bob.userId, cat.userId]);
  expect(await membersOf(bob, wallet.id, '?status=invited')).toEqual([]);
  const one = (person: Person, userId: string) => person.get(`/v1/wallets/${wallet.id}/members/${userId}`);
  expect((await one(bob, dan.userId)).status).toBe(404);
  expect((await one(ada, dan.userId)).status).toBe(200);
  for (const path of ['', `/${bob.userId}`]) {
    expect((await dan.get(`/v1/wallets/${wallet.id}/members${path}`)).status).toBe(404);
  }
  const first = await ada.get(`/v1/wallets/${wallet.id}/members?limit=2`);
  const next = await ada.get(`/v1/wallets/${wallet.id}/members?limit=2&cursor=${String(first.body.nextCursor)}`);
  expect([first.body.data.length, next.body.data.length, next.body.nextCursor]).toEqual([2, 1, null]);
});

test('a member leaves and another is removed: the wallet is not there for them, and each end is told once', async () => {
  const [ada, bob, cat] = [finance.as(), finance.as(), finance.as()];
  const wallet = await walletOf(ada);
  await share(ada, bob, wallet.id, 'writer');
  await share(ada, cat, wallet.id, 'writer');
  const end = (person: Person, userId: string) => person.delete(`/v1/wallets/${wallet.id}/members/${userId}`);
  expect((await end(bob, cat.userId)).status).toBe(403);
  expect((await end(bob, bob.userId)).status).toBe(204);
  expect((await end(bob, bob.userId)).status).toBe(404);
  expect((await end(ada, cat.userId)).status).toBe(204);
  expect([await isSeen(bob, wallet.id), await isSeen(cat, wallet.id)]).toEqual([false, false]);
  expect(await statusesOf(ada, wallet.id)).toEqual(['left', 'removed']);
  await waitFor(() => told(wallet.id).length === 6);
  expect(told(wallet.id).slice(4)).toEqual([
    ['finance.wallet-left.v1', bob.userId, undefined],
    ['finance.wallet-share-ended.v1', cat.userId, 'removed'],
  ]);
});

test('when the owner closes the account members are told; a member who closes theirs has left', async () => {
  const [ada, bob, cat] = [finance.as(), finance.as(), finance.as()];
  const wallet = await walletOf(ada);
  for (const each of [bob, cat]) await share(ada, each, wallet.id, 'writer');
  await invite(ada, wallet.id, newId());
  const closed = ({ userId }: Person) =>
    publish('auth.user-terminated.v1', userId, { userId, terminatedAt: clock.now().toISOString() });
  await finance.bus.publish([closed(bob)]);
  await waitFor(async () => (await statusesOf(ada, wallet.id))[0] === 'left');
  await finance.bus.publish([closed(ada), closed(ada)]);
  await waitFor(() => told(wallet.id).length === 7);
  expect(told(wallet.id).slice(5)).toEqual([
    ['finance.wallet-left.v1', bob.userId, undefined],
    ['finance.wallet-share-ended.v1', cat.userId, 'account-closed'],
  ]);
  expect(await isSeen(cat, wallet.id)).toBe(false);
  expect((await finance.knex('wallet_members').where({ wallet_id: wallet.id }).pluck('status')).sort()).toEqual([
    'left',
    'removed',
    'withdrawn',
  ]);
});

test('blocking parts two people on both sides without a word, and others stay', async () => {
  const [ada, bob, cat] = [finance.as(), finance.as(), finance.as()];
  const [hers, his] = [await walletOf(ada), await walletOf(bob)];
  await share(ada, bob, hers.id, 'writer');
  await share(ada, cat, hers.id, 'writer');
  await share(bob, ada, his.id, 'reader');
  const event = (blocked: boolean) =>
    publish('users.block-changed.v1', bob.userId, { userId: bob.userId, blockedUserId: ada.userId, blocked });
  await finance.bus.publish([event(false)]);
  await finance.bus.publish([event(true)]);
  await waitFor(async () => !(await isSeen(bob, hers.id)));
  expect([await isSeen(ada, his.id), await isSeen(cat, hers.id)]).toEqual([false, true]);
  expect(told(hers.id)).toHaveLength(4);
});

test('an account that is handed over shares nothing from before, and keeps what came after', async () => {
  const [ada, bob, cat] = [finance.as(), finance.as(), finance.as()];
  const [hers, his] = [await walletOf(ada), await walletOf(bob)];
  await share(ada, bob, hers.id, 'writer');
  await share(bob, ada, his.id, 'reader');
  clock.advance(60_000);
  const handedOverAt = clock.now().toISOString();
  clock.advance(60_000);
  await share(ada, cat, hers.id, 'reader');
  await finance.bus.publish([publish('auth.user-handed-over.v1', ada.userId, { userId: ada.userId, handedOverAt })]);
  await waitFor(async () => !(await isSeen(bob, hers.id)));
  expect([await isSeen(ada, his.id), await isSeen(cat, hers.id)]).toEqual([false, true]);
});

test('while one of the two is frozen the wallet is not shared, and open invitations of the frozen one end', async () => {
  const [ada, bob] = [finance.as(), finance.as()];
  const wallet = await walletOf(ada);
  await share(ada, bob, wallet.id, 'writer');
  await invite(ada, wallet.id, newId());
  for (const { userId } of [bob, ada]) {
    const at = clock.now().toISOString();
    await finance.bus.publish([publish('auth.user-frozen.v1', userId, { userId, frozenAt: at })]);
    await waitFor(async () => !(await isSeen(bob, wallet.id)));
    const listed = (await bob.get('/v1/wallets')).body.data.map(({ id }: { id: string }) => id);
    expect(listed).not.toContain(wallet.id);
    clock.advance(1_000);
    const later = clock.now().toISOString();
    await finance.bus.publish([publish('auth.user-unfrozen.v1', userId, { userId, unfrozenAt: later })]);
    // an older change comes late
    await finance.bus.publish([publish('auth.user-frozen.v1', userId, { userId, frozenAt: at })]);
    await waitFor(() => isSeen(bob, wallet.id));
  }
  expect(await statusesOf(ada, wallet.id)).toEqual(['accepted', 'withdrawn']);
});
