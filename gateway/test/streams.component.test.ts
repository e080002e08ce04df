import { createEvent, type EventData, type EventType } from '@florin/contracts';
import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import { createHarness, type Harness } from './harness.ts';
import { openEventStream } from './support/event-stream.ts';

const clock = createTestClock(new Date());
const inbox: { userId: string; id: string; createdAt: string }[] = [];
let down = false;
let gateway: Harness;

beforeAll(async () => {
  gateway = await createHarness({}, { clock: clock.now }, { notify: { listNotifications } });
  await gateway.ready();
});
afterAll(() => gateway.stop());

function listNotifications({ userId, limit }: { userId: string; limit: number }) {
  if (down) return Promise.reject(new Error('down'));
  const own = inbox.filter((one) => one.userId === userId).reverse();
  const notifications = own.slice(0, limit).map((one) => {
    return { ...one, kind: 'transfer-received', title: 'Money', body: 'came', read: false, data: { amount: '5' } };
  });
  return Promise.resolve({ notifications, nextCursor: '' });
}

const PATH = '/v1/notifications/stream';
const streams: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.close()));
});

async function open(person: { id: string; sid?: string }, headers: Record<string, string> = {}) {
  const token = gateway.token({ sub: person.id, ...(person.sid ? { sid: person.sid } : {}) });
  const stream = await openEventStream(`${gateway.url}${PATH}`, { authorization: `Bearer ${token}`, ...headers });
  streams.push(stream);
  return stream;
}

const publish = <T extends EventType>(type: T, data: EventData<T>) =>
  gateway.bus.publish([
    createEvent({ id: newId(), type, producer: 'test', aggregateId: 'one', data, occurredAt: clock.now() }),
  ]);

/** A notification that came to the inbox, with what the bus tells of it. */
function notification(userId: string) {
  clock.advance(10);
  const one = { userId, id: `${newId()}:inbox:0123456789abcdef`, createdAt: clock.now().toISOString() };
  inbox.push(one);
  const told = { ...one, notificationId: one.id, kind: 'transfer-received', title: 'Money', body: 'came' };
  const { id: _id, ...data } = told;
  return { ...one, publish: () => publish('notify.notification-added.v1', { ...data, data: { amount: '5' } }) };
}

describe('a stream of a person', () => {
  test('tells what is new in the inbox and what of theirs has changed, and nothing of others', async () => {
    const [ann, bob] = [{ id: newId() }, { id: newId() }];
    const [own, other] = [await open(ann), await open(bob)];
    expect(own.response.headers.get('content-type')).toBe('text/event-stream');
    await notification(ann.id).publish();
    const request = { requestId: newId(), amount: '5', currency: 'USD', note: '' };
    await publish('ledger.payment-requested.v1', { ...request, requesterId: bob.id, payerId: newId() });
    await publish('users.profile-changed.v1', {
      userId: ann.id,
      name: 'Ann',
      username: null,
      timeZone: null,
      locale: null,
    });
    const [first, second] = await own.seen(2);
    expect(first).toMatchObject({ event: 'notification', data: { title: 'Money', data: { amount: '5' } } });
    expect(first?.data).not.toHaveProperty('userId');
    expect(second).toEqual({ event: 'changed', id: undefined, data: { what: ['profile'] } });
    expect(await other.seen(1)).toEqual([{ event: 'changed', id: undefined, data: { what: ['payment-requests'] } }]);
  });

  test('that was cut goes on after the last event it saw, each told once', async () => {
    const ann = { id: newId() };
    const before = await open(ann);
    await notification(ann.id).publish();
    const [seen] = await before.seen(1);
    await before.close();
    const missed = [notification(ann.id), notification(ann.id)];
    const after = await open(ann, { 'last-event-id': seen?.id ?? '' });
    const next = notification(ann.id);
    await after.seen(2);
    await next.publish();
    const told = await after.seen(3);
    expect(told.map(({ data }) => data.id)).toEqual([...missed, next].map(({ id }) => id));
  });

  test('whose missed events can not be told is told to read anew', async () => {
    const ann = { id: newId() };
    const first = notification(ann.id);
    const last = `${String(Date.parse(first.createdAt))}.${first.id}`;
    for (let count = 0; count < 51; count += 1) notification(ann.id);
    expect(await (await open(ann, { 'last-event-id': last })).seen(1)).toMatchObject([{ event: 'resync' }]);
    down = true;
    expect(await (await open(ann, { 'last-event-id': last })).seen(1)).toMatchObject([{ event: 'resync' }]);
    down = false;
  });

  test('ends at once when its session is ended, and others of the person go on', async () => {
    const ann = { id: newId() };
    const [sid, other] = [newId(), newId()];
    const [ending, staying] = [await open({ ...ann, sid }), await open({ ...ann, sid: other })];
    await publish('auth.session-revoked.v1', {
      userId: ann.id,
      sessionId: sid,
      reason: 'revoked',
      revokedAt: clock.now().toISOString(),
    });
    await waitFor(() => ending.ended());
    await notification(ann.id).publish();
    expect(await staying.seen(1)).toHaveLength(1);
    expect(staying.ended()).toBe(false);
  });

  test('is the oldest of six: it ends, and is told not to come back', async () => {
    const ann = { id: newId() };
    const opened: Awaited<ReturnType<typeof open>>[] = [];
    for (let count = 0; count < 6; count += 1) opened.push(await open(ann));
    await waitFor(() => opened[0]?.ended());
    expect(opened[0]?.events).toMatchObject([{ event: 'replaced' }]);
    expect(opened.slice(1).some((stream) => stream.ended())).toBe(false);
  });
});

describe('a stream is refused', () => {
  test('without a token, and with a bad one', async () => {
    expect((await gateway.http.get(PATH)).status).toBe(401);
    expect((await gateway.http.get(PATH, { headers: { authorization: 'Bearer x' } })).body.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  test.each([
    ['?lastEventId=nonsense', 'lastEventId'],
    ['?limit=5', 'limit'],
  ])('for %s, with the field named', async (query, field) => {
    const authorization = `Bearer ${gateway.token({ sub: newId() })}`;
    const reply = await gateway.http.get(`${PATH}${query}`, { headers: { authorization } });
    expect([reply.status, reply.body.errors[0].path]).toEqual([400, field]);
  });

  test('by another method', async () => {
    const authorization = `Bearer ${gateway.token({ sub: newId() })}`;
    const reply = await gateway.http.post(PATH, {}, { headers: { authorization } });
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET']);
  });
});

test('streams end when the process stops, and keep nothing of those who left', async () => {
  const own = await createHarness({}, { clock: clock.now });
  await own.ready();
  const authorization = `Bearer ${own.token({ sub: newId() })}`;
  const stream = await openEventStream(`${own.url}${PATH}`, { authorization });
  const before = performance.now();
  await own.stop();
  await waitFor(() => stream.ended());
  expect(performance.now() - before).toBeLessThan(3_000);
});

// the last: its time is not turned back
test('a stream ends with its token, and nothing is told on it afterwards', async () => {
  const ann = { id: newId() };
  const stream = await open(ann);
  clock.advance(11 * 60_000);
  await notification(ann.id).publish();
  await waitFor(() => stream.ended());
  expect(stream.events).toEqual([]);
});
