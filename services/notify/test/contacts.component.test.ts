import { newId } from '@florin/service-kit';
import { waitFor } from '@florin/testing';
import { createHarness } from './harness.ts';
import { aTransfer, aUser, sealForNotify } from './support/builders.ts';

let notify: Awaited<ReturnType<typeof createHarness>>;

beforeAll(async () => {
  notify = await createHarness();
});
afterAll(async () => {
  await notify.stop();
});

function known(over: Parameters<typeof aUser>[0] = {}) {
  const user = aUser(over);
  notify.users.set(user.userId, user);
  return user;
}

const list = async (userId: string) => (await notify.as(userId).get('/v1/notifications')).body.data;

describe("other people's words", () => {
  const CLICKABLE = /:[/\\\\]|www\.|[\p{L}\p{N}][.。．][\p{L}]{2}|\d+\.\d+\.\d+\.\d+|\b(mailto|tel):/iu;

  test('carry no link in mail and push, and are marked as theirs', async () => {
    const [ann, bob] = [known(), known({ name: 'Florin Help http://evil.example' })];
    const token = `token-${newId()}`;
    const device = { deviceId: newId(), platform: 'android', pushToken: token };
    await notify.publish('auth.push-token-changed.v1', { userId: ann.userId, ...device });
    const note = 'Verify at https://evil.example/x, www.evil.co, eve@evil.example, evil。com, 10.0.0.1/x or tel:+1900';
    await notify.publish('ledger.transfer-posted.v1', { ...aTransfer(bob.userId, ann.userId), note });
    const [mail] = await notify.mails(ann.email);
    const [push] = await notify.mails(token);
    for (const text of [mail?.['subject'], mail?.['text'], push?.['text']]) expect(text).not.toMatch(CLICKABLE);
    expect(mail?.['html']?.replace(/<[^>]*>/g, '')).not.toMatch(CLICKABLE);
    expect(mail?.['html']).not.toContain('<a ');
    for (const text of [mail?.['text'], push?.['text']]) {
      expect(text).toContain('wrote: “Verify at https[:]//evil[.]example/x, www[.]evil[.]co');
    }
    expect(mail?.['text']).toContain('Names and words in “quotes” come from people, not from Florin.');
  });

  test('carry no link in a notice about a new device either, whose own link stays', async () => {
    const ann = known();
    await notify.publish('auth.security-changed.v1', {
      userId: ann.userId,
      what: 'new-device',
      detail: 'Your account was used on evil.example/login near 203.0.113.7.',
      alsoTo: [],
      sealedLink: sealForNotify('/v1/auth/undo?token=abc', 'link'),
      occurredAt: '2026-11-18T09:59:00.000Z',
    });
    const [mail] = await notify.mails(ann.email);
    expect(mail?.['text']).toContain('used on evil[.]example/login near 203[.]0[.]113[.]7.');
    expect(mail?.['text']).toContain('https://florin.example/v1/auth/undo?token=abc');
    expect(mail?.['html']?.match(/<a [^>]*href="[^"]*"/g)).toHaveLength(1);
  });
});

describe('people', () => {
  const registered = (user: ReturnType<typeof aUser>) => ({
    userId: user.userId,
    email: user.email,
    name: user.name,
    username: null,
    mobile: user.mobile,
    locale: null,
    timeZone: null,
    dateOfBirth: null,
    registeredAt: '2026-11-18T08:00:00.000Z',
    via: 'v1',
  });

  test('registering welcomes in the inbox, confirming the address by e-mail, once', async () => {
    const ann = aUser({ emailVerified: false });
    await notify.publish('auth.user-registered.v1', registered(ann));
    await waitFor(async () => (await list(ann.userId)).length === 1);
    expect(await notify.mailbox(ann.email)).toEqual([]);
    const verified = {
      userId: ann.userId,
      channel: 'email' as const,
      address: ann.email,
      verifiedAt: '2026-11-18T08:05:00.000Z',
    };
    await notify.publish('auth.user-verified.v1', verified);
    await notify.publish('auth.user-verified.v1', verified);
    expect(await notify.mails(ann.email)).toHaveLength(1);
    expect((await notify.mails(ann.email))[0]?.['text']).not.toMatch(/\d{6}/);
  });

  test('an address nobody confirmed gets no news by e-mail', async () => {
    const [ann, bob] = [known({ emailVerified: false }), known()];
    await notify.publish('ledger.transfer-posted.v1', aTransfer(bob.userId, ann.userId));
    await notify.publish('ledger.transfer-posted.v1', aTransfer(ann.userId, bob.userId));
    await notify.mails(bob.email);
    await waitFor(async () => (await list(ann.userId)).length === 2);
    expect(await notify.mailbox(ann.email)).toEqual([]);
  });

  test('a push token belongs to the person who signed in last with it', async () => {
    const [ann, bob] = [known(), known()];
    const token = `token-${newId()}`;
    const device = { deviceId: newId(), platform: 'android', pushToken: token };
    await notify.publish('auth.push-token-changed.v1', { userId: ann.userId, ...device });
    await notify.publish('ledger.transfer-posted.v1', aTransfer(bob.userId, ann.userId));
    const [push] = await notify.mails(token);
    expect(push).toMatchObject({ channel: 'push', to: token, subject: 'You received 12.50 USD' });
    await notify.publish('auth.push-token-changed.v1', { userId: bob.userId, ...device });
    await notify.publish('ledger.transfer-posted.v1', aTransfer(bob.userId, ann.userId));
    await notify.publish('ledger.transfer-posted.v1', aTransfer(ann.userId, bob.userId));
    const pushes = await notify.mails(token, 2);
    expect(pushes).toHaveLength(2);
  });

  test('nobody is told of a person whom they block, until they block them no more', async () => {
    const [ann, eve] = [known(), known()];
    const block = { userId: ann.userId, blockedUserId: eve.userId };
    const asked = { requesterId: eve.userId, payerId: ann.userId, amount: '500', currency: 'USD', note: '' };
    await notify.publish('users.block-changed.v1', { ...block, blocked: true });
    await notify.publish('ledger.payment-request-reminded.v1', { ...asked, requestId: newId() });
    await notify.publish('ledger.transfer-posted.v1', aTransfer(eve.userId, ann.userId));
    await waitFor(async () => (await list(eve.userId)).length === 1);
    expect(await list(ann.userId)).toEqual([]);
    await notify.publish('users.block-changed.v1', { ...block, blocked: false });
    await notify.publish('ledger.transfer-posted.v1', aTransfer(eve.userId, ann.userId));
    await waitFor(async () => (await list(ann.userId)).length === 1);
  });

  test('of strangers the first news goes out, what follows is gathered into one mail and one push', async () => {
    const [ann, eve, bob] = [known(), known({ name: 'Eve' }), known({ name: 'Bob' })];
    for (const { userId } of [eve, bob]) notify.strangers.add(userId);
    const token = `token-${newId()}`;
    const device = { deviceId: newId(), platform: 'android', pushToken: token };
    await notify.publish('auth.push-token-changed.v1', { userId: ann.userId, ...device });
    const asked = { requesterId: eve.userId, payerId: ann.userId, amount: '500', currency: 'USD', note: 'now' };
    for (let time = 0; time < 30; time += 1) {
      await notify.publish('ledger.payment-requested.v1', { ...asked, requestId: newId() });
    }
    const wish = { requestId: newId(), fromUserId: bob.userId, toUserId: ann.userId };
    const id = newId();
    for (let time = 0; time < 2; time += 1) {
      await notify.publish('users.friend-requested.v1', { ...wish, requestedAt: '2026-11-18T10:00:00.000Z' }, id);
    }
    const friend = known();
    await notify.publish('ledger.transfer-posted.v1', aTransfer(friend.userId, ann.userId));
    await notify.mails(ann.email, 2);
    expect(await list(ann.userId)).toHaveLength(20);
    const subjects = async (to: string) => (await notify.mailbox(to)).map((mail) => mail['subject']).sort();
    expect(await subjects(ann.email)).toEqual(['Payment request for 5.00 USD', 'You received 12.50 USD']);
    notify.clock.advance(3_600_000);
    const mails = await notify.mails(ann.email, 3);
    const [gathered] = mails.filter((mail) => mail['subject']?.startsWith('29 notices'));
    expect(gathered?.['subject']).toBe('29 notices from people who are not your friends');
    expect(gathered?.['text']).toContain('And 24 more, which you find in the app.');
    await notify.mails(token, 3);
    expect(await subjects(token)).toContain('30 notices from people who are not your friends');
    notify.clock.advance(3_600_000);
    await notify.publish('ledger.payment-requested.v1', { ...asked, requestId: newId() });
    expect(await notify.mails(ann.email, 4)).toHaveLength(4);
  });

  test('who has proven no contact is told in the app alone, a payment by its amount, and gets nothing outside', async () => {
    const [ann, eve] = [known(), known({ name: 'Florin Help', emailVerified: false, mobileVerified: false })];
    const tokens = [ann, eve].map(({ userId }) => ({ userId, deviceId: newId(), platform: 'ios', pushToken: newId() }));
    for (const token of tokens) await notify.publish('auth.push-token-changed.v1', token);
    await notify.publish('ledger.transfer-posted.v1', { ...aTransfer(eve.userId, ann.userId), note: 'call us' });
    await notify.publish('users.friend-requested.v1', {
      ...{ requestId: newId(), fromUserId: eve.userId, toUserId: ann.userId },
      requestedAt: '2026-11-18T10:00:00.000Z',
    });
    await notify.publish('ledger.transfer-posted.v1', aTransfer(ann.userId, eve.userId));
    await waitFor(async () => (await list(eve.userId)).length === 2);
    const told = (await list(ann.userId)).map(({ body }: { body: string }) => body);
    expect(told).toContain('Somebody sent you 12.50 USD.');
    expect(told).toContain('Somebody would like to be your friend.');
    expect(JSON.stringify(told.filter((body: string) => !body.startsWith('You sent')))).not.toMatch(
      /Florin Help|call us/,
    );
    await notify.publish('auth.security-changed.v1', {
      ...{ userId: eve.userId, what: 'new-device', detail: 'A new device.', alsoTo: [], sealedLink: null },
      occurredAt: '2026-11-18T09:59:00.000Z',
    });
    await waitFor(async () => (await list(eve.userId)).length === 3);
    for (const to of [ann.email, eve.email, ...tokens.map(({ pushToken }) => pushToken)]) {
      expect(await notify.mailbox(to)).toEqual([]);
    }
  });

  test('the last mail reaches the proven address of who has left, and names what they can still do', async () => {
    const ann = known();
    notify.users.set(ann.userId, { ...ann, terminated: true });
    await notify.publish('auth.security-changed.v1', {
      ...{ userId: ann.userId, what: 'terminated', detail: 'Your account was terminated, as you asked.' },
      ...{ alsoTo: [{ channel: 'email', to: ann.email }], sealedLink: null },
      occurredAt: '2026-11-18T09:59:00.000Z',
    });
    const [mail] = await notify.mails(ann.email);
    expect(mail?.['text']).toContain('You may register anew with this address.');
    expect(mail?.['text']).not.toMatch(/set a new password/);
  });

  test('who has left gets nothing any more and their inbox is gone', async () => {
    const [ann, bob] = [known(), known()];
    await notify.publish('ledger.transfer-posted.v1', aTransfer(bob.userId, ann.userId));
    await notify.mails(ann.email);
    await notify.publish('auth.user-terminated.v1', {
      userId: ann.userId,
      terminatedAt: '2026-11-18T10:00:00.000Z',
    });
    await waitFor(async () => (await list(ann.userId)).length === 0);
    await notify.publish('auth.user-registered.v1', registered(ann));
    await notify.publish('ledger.transfer-posted.v1', aTransfer(bob.userId, ann.userId));
    await waitFor(async () =>
      (await list(bob.userId)).some((each: { body: string }) => each.body.includes('A former member')),
    );
    expect(await list(ann.userId)).toEqual([]);
    expect(await notify.mailbox(ann.email)).toHaveLength(1);
  });
});
