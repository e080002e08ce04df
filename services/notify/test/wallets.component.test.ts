import { newId } from '@florin/service-kit';
import { waitFor } from '@florin/testing';
import { createHarness } from './harness.ts';
import { aUser } from './support/builders.ts';

let notify: Awaited<ReturnType<typeof createHarness>>;
beforeAll(async () => {
  notify = await createHarness();
});
afterAll(() => notify.stop());

const AT = '2026-11-18T09:00:00.000Z';

function known(over: Parameters<typeof aUser>[0] = {}) {
  const user = aUser(over);
  notify.users.set(user.userId, user);
  return user;
}

const told = async (userId: string, count: number) => {
  const list = async () => (await notify.as(userId).get('/v1/notifications')).body.data as Record<string, string>[];
  await waitFor(async () => (await list()).length === count);
  return (await list()).map(({ kind, body }) => [kind, body]);
};

function membership(owner: { userId: string }, member: { userId: string }, walletName = 'Household') {
  const ids = { membershipId: newId(), walletId: newId() };
  return { ...ids, walletName, ownerId: owner.userId, userId: member.userId };
}

test('each step of a shared wallet is told the other side once, although its event comes twice', async () => {
  const [ann, bob] = [known({ name: 'Ann' }), known({ name: 'Bob' })];
  const about = membership(ann, bob);
  const [invited, accepted, left, ended] = [newId(), newId(), newId(), newId()];
  for (let times = 0; times < 2; times += 1) {
    await notify.publish('finance.wallet-invited.v1', { ...about, role: 'writer', invitedAt: AT }, invited);
    await notify.publish('finance.wallet-invitation-accepted.v1', { ...about, acceptedAt: AT }, accepted);
    await notify.publish('finance.wallet-left.v1', { ...about, leftAt: AT }, left);
    await notify.publish('finance.wallet-share-ended.v1', { ...about, reason: 'removed', endedAt: AT }, ended);
  }
  const closed = { ...about, reason: 'account-closed' as const, endedAt: AT };
  await notify.publish('finance.wallet-share-ended.v1', closed);
  expect((await told(bob.userId, 3)).sort()).toEqual([
    ['wallet-invited', 'Ann invites you to share the wallet “Household”: you could see it and write in it.'],
    ['wallet-share-ended', 'The wallet “Household” of Ann is not shared with you any more.'],
    ['wallet-share-ended', 'The wallet “Household” of Ann, whose account is closed, is not shared with you any more.'],
  ]);
  expect((await told(ann.userId, 2)).sort()).toEqual([
    ['wallet-invitation-accepted', 'Bob shares your wallet “Household” now.'],
    ['wallet-left', 'Bob has left your wallet “Household”. What was written there stays.'],
  ]);
});

test('an owner without a proven contact is told of without name and words', async () => {
  const [eve, bob] = [known({ name: 'Free money', emailVerified: false, mobileVerified: false }), known()];
  const about = membership(eve, bob, 'Call +1 555');
  await notify.publish('finance.wallet-invited.v1', { ...about, role: 'reader', invitedAt: AT });
  expect(await told(bob.userId, 1)).toEqual([
    ['wallet-invited', 'Somebody invites you to share the wallet: you could see it.'],
  ]);
});

test('nobody is told of somebody whom they block', async () => {
  const [eve, bob] = [known(), known({ name: 'Bob' })];
  await notify.publish('users.block-changed.v1', { userId: bob.userId, blockedUserId: eve.userId, blocked: true });
  await notify.publish('finance.wallet-invited.v1', { ...membership(eve, bob), role: 'reader', invitedAt: AT });
  const marker = membership(known({ name: 'Ann' }), bob);
  await notify.publish('finance.wallet-invited.v1', { ...marker, role: 'reader', invitedAt: AT });
  expect(await told(bob.userId, 1)).toEqual([
    ['wallet-invited', 'Ann invites you to share the wallet “Household”: you could see it.'],
  ]);
});
