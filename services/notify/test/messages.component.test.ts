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

describe('codes', () => {
  test('a code goes to its address once although the event comes twice, and never to the log', async () => {
    const to = `Ann.${newId().slice(-8)}@Example.com`;
    const id = newId();
    await notify.publishCode({ code: '048213', to }, id);
    await notify.publishCode({ code: '048213', to }, id);
    await notify.publishCode({ code: '771122', to });
    const mails = await notify.mails(to.toLowerCase(), 2);
    expect(mails).toHaveLength(2);
    const mail = mails.find((each) => each['text']?.includes('048213'));
    expect(mail).toEqual({
      id: expect.any(String),
      channel: 'email',
      to,
      subject: 'Confirm your e-mail address',
      text: expect.stringMatching(/048213 is your code to confirm your e-mail address\. It works for 5 minutes\./),
      html: expect.stringContaining('048213'),
      sentAt: '2026-11-18T10:00:00.000Z',
    });
    expect(notify.log()).not.toContain('048213');
    expect(notify.log()).not.toContain(to);
  });

  test('with TRACKER_SITE_URL the mail links to the screen that takes the code, by the address as it was written', async () => {
    const linking = await createHarness({ TRACKER_SITE_URL: 'https://tracker.example' });
    try {
      const to = `Link+${newId().slice(-8)}@example.com`;
      await linking.publishCode({ code: '048213', to, purpose: 'password-reset' });
      const [mail] = await linking.mails(to.toLowerCase());
      const query = `email=${encodeURIComponent(to)}&code=048213`;
      expect(mail?.['text']).toContain(`https://tracker.example/auth/reset-password?${query}`);
      expect(mail?.['html']).toContain('href="https://tracker.example/auth/reset-password?');
    } finally {
      await linking.stop();
    }
  });

  test('a code by SMS is short text', async () => {
    const to = `+9607${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
    await notify.publishCode({ code: '555666', channel: 'sms', to, purpose: 'second-factor' });
    const [sms] = await notify.mails(to);
    expect(sms).toMatchObject({ channel: 'sms', to, subject: '', html: '' });
    expect(sms?.['text']).toBe('555666 is your code to sign in. It works for 5 minutes.');
  });

  test('an expired code is not sent but told as failed', async () => {
    const userId = newId();
    const to = `late.${userId}@example.com`;
    await notify.publishCode({ code: '999000', to, userId, expiresAt: '2026-11-18T09:00:00.000Z' });
    const failure = await waitFor(() => notify.failures.find((event) => (event.data as any).userId === userId));
    expect(failure.data).toMatchObject({ channel: 'email', userId });
    expect(await notify.mailbox(to)).toEqual([]);
  });
});

describe('the inbox', () => {
  test('a transfer told twice is one notification for each side, with names and amounts as text', async () => {
    const [ann, bob] = [known(), known({ name: 'Bob\r\nBcc: x@evil.example <script>' })];
    const id = newId();
    const transfer = aTransfer(bob.userId, ann.userId);
    await notify.publish('ledger.transfer-posted.v1', transfer, id);
    await notify.publish('ledger.transfer-posted.v1', transfer, id);
    const marker = known();
    await notify.publish('ledger.transfer-posted.v1', aTransfer(marker.userId, ann.userId));
    const received = await waitFor(async () => {
      const data = await list(ann.userId);
      return data.length >= 2 && data;
    });
    expect(received).toHaveLength(2);
    const fromBob = received.find((each: { body: string }) => each.body.includes('Bob'));
    expect(fromBob).toEqual({
      id: expect.any(String),
      kind: 'transfer-received',
      title: 'You received 12.50 USD',
      body: 'Bob Bcc: x@evil.example <script> sent you 12.50 USD. Bob Bcc: x@evil.example <script> wrote: “lunch <b>& co</b>”',
      data: { transferId: transfer.transferId, amount: 1250, currency: 'USD', userId: bob.userId },
      read: false,
      createdAt: '2026-11-18T09:59:00.000Z',
    });
    const sent = await list(bob.userId);
    expect(sent.map((each: { kind: string }) => each.kind)).toEqual(['transfer-sent']);
    const mail = (await notify.mails(ann.email, 2)).find((each) => each['text']?.includes('Bob'));
    expect(mail?.['html']).toContain('&lt;script&gt;');
    expect(mail?.['html']).not.toContain('<script');
    expect(mail?.['html']).toContain('lunch &lt;b&gt;&amp; co&lt;/b&gt;');
  });

  test('says how many are unread, and tells the bus of each that is added, once', async () => {
    const [ann, bob] = [known(), known()];
    const id = newId();
    const transfer = aTransfer(bob.userId, ann.userId);
    for (const _time of [1, 2]) await notify.publish('ledger.transfer-posted.v1', transfer, id);
    await notify.publish('ledger.transfer-posted.v1', aTransfer(bob.userId, ann.userId));
    const added = () => notify.added.filter(({ data }) => data.userId === ann.userId);
    await waitFor(() => added().length >= 2);
    const inbox = () => notify.as(ann.userId).get('/v1/notifications');
    const { body } = await inbox();
    expect(body.unread).toBe(2);
    expect(added().map(({ data }) => data.notificationId)).toEqual(
      (body.data as { id: string }[]).map((each) => each.id).reverse(),
    );
    expect(added()[0]?.data.data).toEqual({
      transferId: transfer.transferId,
      amount: '1250',
      currency: 'USD',
      userId: bob.userId,
    });
    await notify.as(ann.userId).post(`/v1/notifications/${String(body.data[0].id)}/read`);
    expect((await inbox()).body.unread).toBe(1);
  });

  test('ones own deposits are no news', async () => {
    const ann = known();
    await notify.publish('ledger.transfer-posted.v1', { ...aTransfer(ann.userId, ann.userId), fromUserId: null });
    const marker = known();
    await notify.publish('ledger.transfer-posted.v1', aTransfer(ann.userId, marker.userId));
    await waitFor(async () => (await list(ann.userId)).length > 0);
    expect((await list(ann.userId)).map((each: { kind: string }) => each.kind)).toEqual(['transfer-sent']);
  });

  test('requests, friendships, budgets and a reversal reach the right side', async () => {
    const [ann, bob] = [known({ name: 'Ann A' }), known({ name: 'Bob B' })];
    const request = {
      requestId: newId(),
      requesterId: ann.userId,
      payerId: bob.userId,
      amount: '500',
      currency: 'JPY',
      note: '',
    };
    await notify.publish('ledger.payment-requested.v1', request);
    await notify.publish('ledger.payment-request-reminded.v1', request);
    await notify.publish('ledger.payment-request-declined.v1', request);
    await notify.publish('ledger.payment-request-paid.v1', { ...request, transferId: newId(), paidAmount: '300' });
    const friendship = { requestId: newId(), fromUserId: ann.userId, toUserId: bob.userId };
    await notify.publish('users.friend-requested.v1', { ...friendship, requestedAt: '2026-11-18T09:00:00.000Z' });
    await notify.publish('users.friend-accepted.v1', { ...friendship, acceptedAt: '2026-11-18T09:01:00.000Z' });
    await notify.publish('ledger.transfer-reversed.v1', {
      ...aTransfer(bob.userId, ann.userId),
      kind: 'reversal',
      reversedTransferId: newId(),
    });
    await notify.publish('finance.budget-threshold-reached.v1', {
      userId: ann.userId,
      budgetId: newId(),
      categoryName: 'Food',
      percent: 80,
      amount: '10000',
      spent: '8200',
      currency: 'USD',
      periodStart: '2026-11-01',
      periodEnd: '2026-11-30',
    });
    const missed = { userId: ann.userId, recurringId: newId(), number: 3, description: 'Rent', date: '2026-11-21' };
    const failure = { ...missed, amount: '70000', currency: 'USD', failure: 'INSUFFICIENT_FUNDS' };
    // tried again and refused again
    for (const event of [failure, failure]) await notify.publish('finance.recurring-transaction-failed.v1', event);
    await notify.publish('ledger.scheduled-transfer-failed.v1', {
      scheduleId: newId(),
      ownerId: bob.userId,
      toUserId: ann.userId,
      amount: '2500',
      currency: 'USD',
      note: 'rent',
      dueAt: '2026-11-18T09:00:00.000Z',
      failure: 'INSUFFICIENT_FUNDS',
    });
    const kinds = async (userId: string) => (await list(userId)).map((each: { kind: string }) => each.kind).sort();
    await waitFor(async () => (await kinds(ann.userId)).length === 6 && (await kinds(bob.userId)).length === 5);
    expect(await kinds(ann.userId)).toEqual([
      'budget-threshold-reached',
      'friend-accepted',
      'payment-request-declined',
      'payment-request-paid',
      'recurring-transaction-failed',
      'transfer-reversed',
    ]);
    expect(await kinds(bob.userId)).toEqual([
      'friend-requested',
      'payment-request-reminded',
      'payment-requested',
      'scheduled-transfer-failed',
      'transfer-reversed',
    ]);
    const titles = (await list(bob.userId)).map((each: { body: string }) => each.body);
    expect(titles).toContain('Ann A asks you for 500 JPY.');
    expect(titles).toContain(
      'Your scheduled transfer of 25.00 USD to Ann A could not be made: there was not enough money in your account. It is not made up for. You wrote: “rent”',
    );
  });

  test('reading marks one, and all; another person can not', async () => {
    const [ann, bob] = [known(), known()];
    for (let count = 0; count < 3; count += 1) {
      await notify.publish('ledger.transfer-posted.v1', aTransfer(bob.userId, ann.userId));
    }
    const data = await waitFor(async () => {
      const found = await list(ann.userId);
      return found.length === 3 && found;
    });
    // an id may come back in capitals
    const path = `/v1/notifications/${data[1].id.toUpperCase()}/read`;
    expect((await notify.as(bob.userId).post(path)).status).toBe(404);
    expect((await notify.as(ann.userId).post(path)).body).toEqual({ ...data[1], read: true });
    const unread = await notify.as(ann.userId).get('/v1/notifications?unread=true');
    expect(unread.body.data).toHaveLength(2);
    expect((await notify.as(ann.userId).post('/v1/notifications/read-all')).body).toEqual({ read: 2 });
    const page = await notify.as(ann.userId).get('/v1/notifications?limit=2');
    const rest = await notify.as(ann.userId).get(`/v1/notifications?limit=2&cursor=${page.body.nextCursor}`);
    expect([...page.body.data, ...rest.body.data].map((each) => each.id)).toEqual(
      data.map((each: { id: string }) => each.id),
    );
    const grpc = await notify.client.listNotifications({ userId: ann.userId, limit: 10 });
    expect(grpc.notifications.map((each) => [each.id, each.read])).toEqual(
      data.map((each: { id: string }) => [each.id, true]),
    );
  });
});

describe('preferences', () => {
  test('a kind turned off for e-mail still reaches the inbox; security stays on', async () => {
    const [ann, bob] = [known(), known()];
    const mine = notify.as(ann.userId);
    const path = '/v1/notification-preferences';
    const change = { kind: 'transfer-received', channel: 'email', enabled: false };
    const changed = await mine.patch(path, { preferences: [change] });
    expect(changed.body.data).toContainEqual({ ...change, locked: false });
    await notify.publish('ledger.transfer-posted.v1', aTransfer(bob.userId, ann.userId));
    await waitFor(async () => (await list(ann.userId)).length === 1);
    await notify.publish('auth.security-changed.v1', {
      userId: ann.userId,
      what: 'password-changed',
      detail: 'Your password was changed.',
      alsoTo: [{ channel: 'email', to: `old.${ann.email}` }],
      sealedLink: sealForNotify('/v1/auth/undo?token=abc', 'link'),
      occurredAt: '2026-11-18T09:59:00.000Z',
    });
    const [mail] = await notify.mails(ann.email);
    expect(mail?.['subject']).toBe('Security notice: password changed');
    expect(mail?.['text']).toContain('https://florin.example/v1/auth/undo?token=abc');
    expect(await notify.mails(`old.${ann.email}`)).toHaveLength(1);
    expect(await notify.mailbox(ann.email)).toHaveLength(1);
    const locked = await mine.patch(path, { preferences: [{ kind: 'security', channel: 'email', enabled: false }] });
    expect([locked.status, locked.body.errors[0].path]).toEqual([400, 'preferences.0.enabled']);
    const absent = await mine.patch(path, { preferences: [{ kind: 'security', channel: 'sms', enabled: true }] });
    expect([absent.status, absent.body.errors[0].path]).toEqual([400, 'preferences.0.channel']);
  });
});

describe('the mailbox page', () => {
  test('shows mail in a sandbox, escaped, with no script but its own and without outside assets', async () => {
    const to = `page.${newId()}@example.com`;
    await notify.publishCode({ code: '246810', to });
    const [mail] = await notify.mails(to);
    const page = await notify.http.get(`/dev/mailbox?to=${encodeURIComponent(to)}&id=${mail?.['id']}`, {
      headers: { accept: 'text/html' },
    });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.text).toContain('<code>246810</code>');
    expect(page.text).toContain('<iframe sandbox');
    expect(page.text.replace('<script src="/dev/mailbox/script.js" defer>', '')).not.toMatch(/<script|https?:\/\//);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const hostile = await notify.http.get('/dev/mailbox?to=%22%3E%3Cscript%3E', { headers: { accept: 'text/html' } });
    expect(hostile.text.match(/<script/g)).toHaveLength(1);
  });

  test('a plus in the address may stand unescaped in the query', async () => {
    const tail = newId();
    await notify.publishCode({ code: '135791', to: `a+b.${tail}@example.com` });
    await notify.mails(`a+b.${tail}@example.com`);
    const reply = await notify.http.get(`/dev/mailbox?to=a+b.${tail}@example.com`, {
      headers: { accept: 'application/json' },
    });
    expect(reply.body.data).toHaveLength(1);
  });
});
